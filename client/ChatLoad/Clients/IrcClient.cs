using System.Net.Sockets;
using System.Text;
using ChatLoad.Delivery;
using ChatLoad.Measuring;
using ChatLoad.Wire;
using ChatServer.Protocol;

namespace ChatLoad.Clients;

/// <summary>One simulated user: connects, registers, answers PING, and reports what it receives. Only the loop.</summary>
internal sealed class IrcClient(ClientSettings settings, Meter meter, IClientEvents events, int number) : ILinkOwner
{
    private const int NoMotd = 422;

    private Link? _link;
    private long _startedAt;
    private long _openedAt;

    /// <summary>Its number over all processes.</summary>
    public int Number => number;

    /// <summary>Its place among the clients of this process.</summary>
    public int Index { get; init; }

    /// <summary>Its state.</summary>
    public ClientPhase Phase { get; private set; }

    /// <summary>The nick it asks for.</summary>
    public string Nick { get; set; } = $"{settings.NickPrefix}{number:x}";

    /// <summary>Joins that the server has not answered yet.</summary>
    public int JoinsPending { get; private set; }

    /// <summary>Whether it is about to leave, so that its end is expected.</summary>
    public bool IsLeaving { get; set; }

    /// <summary>Size of its socket's receive buffer in bytes, or 0 for the system's.</summary>
    public int ReceiveBuffer { get; init; }

    /// <summary>Connects and registers.</summary>
    /// <param name="startedAt">The start of the measured time: now, or when it was due.</param>
    public void Connect(long startedAt)
    {
        _startedAt = startedAt;
        IsLeaving = false;
        JoinsPending = 0;
        Phase = ClientPhase.Connecting;
        meter.Opening++;
        try
        {
            _link = settings.Target.Connect(settings.Loop, number, ReceiveBuffer, this);
        }
        catch (SocketException error)
        {
            // Later: a caller that connects another client when this one has ended would otherwise do so within this call.
            settings.Loop.At(Clock.Now, () => OnClosed(error.Message));
        }
    }

    /// <summary>Joins rooms.</summary>
    public void Join(params ReadOnlySpan<string> rooms)
    {
        JoinsPending += rooms.Length;
        Send($"JOIN {string.Join(',', rooms)}\r\n");
    }

    /// <summary>Sends whole lines.</summary>
    public void Send(string line) => Send(Encoding.UTF8.GetBytes(line));

    /// <summary>Sends whole lines.</summary>
    public void Send(ReadOnlySpan<byte> line) => _link?.Send(line);

    /// <summary>Sends QUIT; the server closes.</summary>
    public void Quit()
    {
        IsLeaving = true;
        Send("QUIT :done\r\n"u8);
    }

    /// <summary>Drops the connection without a QUIT; <see cref="IClientEvents.OnClosed"/> is not called.</summary>
    public void Abort()
    {
        if (Phase == ClientPhase.Closed)
            return;
        _link?.Abort();
        LeavePhase();
    }

    /// <summary>Stops reading, for good.</summary>
    public void StopReading() => _link!.IsReading = false;

    void ILinkOwner.OnOpen()
    {
        _openedAt = Clock.Now;
        meter.Connecting.Record(_openedAt - _startedAt);
        Phase = ClientPhase.Registering;

        var lines = new StringBuilder();
        if (settings.Capabilities.Length > 0)
            lines.Append($"CAP REQ :{settings.Capabilities}\r\n");
        if (settings.Password is { } password)
            lines.Append($"PASS :{password}\r\n");
        lines.Append($"NICK {Nick}\r\nUSER {Nick} 0 * :{Nick}\r\n");
        if (settings.Capabilities.Length > 0)
            lines.Append("CAP END\r\n");
        Send(lines.ToString());
    }

    void ILinkOwner.OnLine(ReadOnlySpan<byte> line)
    {
        if (Stamp.TryRead(line, settings.Payload, settings.Run, out var stamp))
            events.OnStamped(this, stamp);
        else if (MessageParser.TryParse(line, out var message, out _))
            OnMessage(message, line);
    }

    void ILinkOwner.OnClosed(string why) => OnClosed(why);

    private void OnClosed(string why)
    {
        if (!IsLeaving)
        {
            meter.Disconnected++;
            meter.Problem($"connection ended: {why}");
        }

        LeavePhase();
        events.OnClosed(this);
    }

    private void LeavePhase()
    {
        if (Phase is ClientPhase.Connecting or ClientPhase.Registering)
            meter.Opening--;
        if (Phase == ClientPhase.Registered)
            meter.Online--;
        Phase = ClientPhase.Closed;
        JoinsPending = 0;
    }

    private void OnMessage(in MessageView message, ReadOnlySpan<byte> line)
    {
        var verb = message.Verb;
        if (verb.Length == 3 && char.IsAsciiDigit((char)verb[0]))
            OnNumeric(((verb[0] - '0') * 100) + ((verb[1] - '0') * 10) + (verb[2] - '0'), line);
        else if (verb.SequenceEqual("PING"u8))
            Send($"PONG :{message.Text(0)}\r\n");
        else if (verb.SequenceEqual("ERROR"u8) || (verb.SequenceEqual("CAP"u8) && message[1].SequenceEqual("NAK"u8)))
            Complain(line);
        else
            events.OnMessage(this, message);
    }

    private void OnNumeric(int numeric, ReadOnlySpan<byte> line)
    {
        switch (numeric)
        {
            case 1 when Phase == ClientPhase.Registering:
                Phase = ClientPhase.Registered;
                meter.Opening--;
                meter.Online++;
                meter.Registering.Record(settings.Loop.ReceivedAt - _openedAt);
                events.OnRegistered(this);
                break;
            case 366 when JoinsPending > 0:
                if (--JoinsPending == 0)
                    events.OnJoined(this);
                break;
            case >= 400 and < 600 and not NoMotd:
                meter.Errors++;
                Complain(line);
                break;
        }
    }

    private void Complain(ReadOnlySpan<byte> line)
    {
        if (!IsLeaving)
            meter.Problem($"server says: {WithoutNick(Encoding.UTF8.GetString(line))}");
    }

    // Makes the same complaint to many clients one complaint.
    private string WithoutNick(string line) => line.Replace($" {Nick} ", " NICK ", StringComparison.OrdinalIgnoreCase);
}
