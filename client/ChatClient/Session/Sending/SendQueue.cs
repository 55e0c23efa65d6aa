using ChatServer.Protocol;

namespace ChatClient.Session;

/// <summary>Queued lines of the user, paced by the server itself.</summary>
/// <remarks>A PING follows every <see cref="Window"/> lines, and the next lines wait for its PONG. So a server that delays a flood slows us
/// down before its limits close the connection, and one that does not gets a paste at the speed of the link.</remarks>
internal sealed class SendQueue
{
    /// <summary>How many lines may be sent before the server has to answer; lines that belong together count as one.</summary>
    public const int Window = 5;

    private const string TokenPrefix = "chat-";

    private readonly Queue<Outgoing?> _waiting = new();
    private int _underWay;
    private long _token;
    private bool _fenced;
    private bool _confirmationOfFence;

    /// <summary>Number of entries not sent yet.</summary>
    public int Count => _waiting.Count;

    /// <summary>Adds lines at the end.</summary>
    public void Add(Outgoing lines) => _waiting.Enqueue(lines);

    /// <summary>Asks for a confirmation once the server has handled everything queued before.</summary>
    public void AddFence() => _waiting.Enqueue(null);

    /// <summary>Takes the next lines, if they may be sent now.</summary>
    public bool TryTake(out Outgoing lines)
    {
        lines = null!;
        if (_fenced || _waiting.Count == 0 && _underWay < Window)
            return false;

        if (_underWay >= Window || _waiting.Peek() is null)
        {
            _confirmationOfFence = _underWay < Window && _waiting.Dequeue() is null;
            _fenced = true;
            lines = new Outgoing([new IrcMessage("PING", Token)]);
            return true;
        }

        lines = _waiting.Dequeue()!;
        _underWay++;
        return true;
    }

    /// <summary>Handles a PONG.</summary>
    /// <returns>Whether it confirms an <see cref="AddFence"/>.</returns>
    public bool OnPong(string token)
    {
        if (!_fenced || token != Token)
            return false;

        _fenced = false;
        _underWay = 0;
        _token++;
        return _confirmationOfFence;
    }

    /// <summary>Removes and returns everything not sent yet, because the connection is gone. Pending confirmations will not come.</summary>
    public IReadOnlyList<Outgoing> Abandon()
    {
        var waiting = _waiting.OfType<Outgoing>().ToList();
        _waiting.Clear();
        _fenced = false;
        _underWay = 0;
        _token++;
        return waiting;
    }

    private string Token => $"{TokenPrefix}{_token}";
}
