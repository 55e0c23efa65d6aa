using System.Buffers;
using System.Text;
using ChatServer.SimulationTests.Model;
using ChatServer.SimulationTests.Plans;

namespace ChatServer.SimulationTests.World;

/// <summary>Plays one client: registers, does what the plan says, step by step, and hands every line to the model.</summary>
internal sealed partial class SimulatedClient
{
    private const int NickAttempts = 8;

    private readonly ClientPlan _plan;
    private readonly SimulatedServer _server;
    private readonly WorldModel _world;
    private readonly History _history;
    private readonly Link _link;
    private readonly List<byte> _unfinished = [];
    private int _next;
    private int _nickAttempts;
    private int _batches;
    private string? _awaitedPong;
    private bool _isIdle = true;
    private bool _willReadAgain;

    public SimulatedClient(ClientPlan plan, SimulatedServer server, WorldModel world, History history)
    {
        _plan = plan;
        _server = server;
        _world = world;
        _history = history;
        Model = new ClientModel(world, plan.Number, plan.Speaks, server.Simulation.Clock);
        world.Clients.Add(Model);
        _link = new Link(server.Network, plan.Number, Hear, OnClosed, OnClosed);
    }

    public ClientModel Model { get; }

    /// <summary>Somebody else who looks at every line.</summary>
    public Action<WireLine>? OnLine { get; set; }

    /// <summary>Whether it has done all it was to do, or can't do more.</summary>
    public bool IsDone => Model.IsGone || (Model.IsRegistered && _next == _plan.Steps.Count && _isIdle && !_willReadAgain);

    /// <summary>Whether it can be asked what it knows.</summary>
    public bool IsAttentive => !Model.IsGone && Model.IsRegistered && !Model.IsStalled && _plan.AnswersPings;

    /// <summary>Whether it does not answer any more, and the server serves it all the same.</summary>
    public bool IsDeadAndServed => !Model.IsGone && !IsAttentive && IsServed;

    /// <summary>Whether an actor of the server looks after it.</summary>
    public bool IsServed => !_link.Served.IsCompleted;

    /// <summary>How many lines it has sent.</summary>
    public int LinesSent { get; private set; }

    public void Connect()
    {
        Note("connects");
        _server.Accept(_link);
        if (_plan.Speaks != Speech.Plain) Transmit($"CAP REQ :{Capabilities(_plan.Speaks)}");
        TryNick(_plan.Nick);
        Transmit($"USER u{_plan.Number} 0 * :client {_plan.Number}");
        if (_plan.Speaks != Speech.Plain) Transmit("CAP END");
    }

    /// <summary>Sends a command.</summary>
    public void Say(string line)
    {
        if (Model.IsGone) return;
        if (line.StartsWith("CHATHISTORY ", StringComparison.Ordinal) && !_plan.Speaks.HasFlag(Speech.Past)) return;
        Model.OnSending(line);
        Transmit(Model.Label(line));
    }

    /// <summary>Waits for the answers to all that was sent.</summary>
    public void Sync(string token)
    {
        _awaitedPong = token;
        Say($"PING {token}");
    }

    /// <summary>The run is over; what comes now is not looked at.</summary>
    public void Forget() => Model.IsGone = true;

    /// <summary>Takes leave in one of the ways there are.</summary>
    public void Leave(bool politely)
    {
        if (Model.IsGone) return;
        Model.ExcuseForEnd ??= "it has left";
        if (politely && Model.IsRegistered && !Model.IsStalled) Say("QUIT :the end");
        else Vanish(inOrder: politely);
    }

    private static string Capabilities(Speech speaks)
    {
        var names = new List<string>();
        if (speaks.HasFlag(Speech.Tags)) names.Add("message-tags");
        if (speaks.HasFlag(Speech.Times)) names.Add("server-time");
        if (speaks.HasFlag(Speech.Echo)) names.Add("echo-message");
        if (speaks.HasFlag(Speech.Labels)) names.AddRange(["labeled-response", "batch"]);
        if (speaks.HasFlag(Speech.FullNames)) names.AddRange(["multi-prefix", "userhost-in-names"]);
        if (speaks.HasFlag(Speech.Presence)) names.Add("away-notify");
        if (speaks.HasFlag(Speech.RealNames)) names.AddRange(["extended-join", "setname"]);
        if (speaks.HasFlag(Speech.Invitations)) names.Add("invite-notify");
        if (speaks.HasFlag(Speech.Past)) names.AddRange(["batch", "draft/chathistory"]);
        if (speaks.HasFlag(Speech.NewNames)) names.Add("draft/channel-rename");
        if (speaks.HasFlag(Speech.Multiline)) names.AddRange(["batch", "draft/multiline"]);
        if (speaks.HasFlag(Speech.Redactions)) names.Add("draft/message-redaction");
        if (speaks.HasFlag(Speech.Hosts)) names.Add("chghost");
        if (speaks.HasFlag(Speech.ReadMarkers)) names.Add("draft/read-marker");
        if (speaks.HasFlag(Speech.Events)) names.Add("draft/event-playback");
        if (speaks.HasFlag(Speech.FromAfar)) names.Add("extended-monitor");
        return string.Join(' ', names);
    }

    private void TryNick(string nick)
    {
        Model.NicksHeld.Add(_world.Names.Fold(nick));
        Transmit($"NICK {nick}");
    }

    private void Transmit(string line)
    {
        LinesSent++;
        Model.OnTransmitting();
        _history.Add(Now, _plan.Number, HistoryKind.Sent, line);
        _link.Send(Encoding.UTF8.GetBytes(line + "\r\n"));
    }

    private TimeSpan Now => _server.Simulation.Clock.Now - SimulationStart;

    private static readonly DateTimeOffset SimulationStart = new TestScheduler().Now;

    private void Note(string what) => _history.Add(Now, _plan.Number, HistoryKind.Note, what);

    private void Hear(ReadOnlySequence<byte> bytes)
    {
        foreach (var segment in bytes)
        {
            var rest = segment.Span;
            for (var end = rest.IndexOf((byte)'\n'); end >= 0 && !Model.IsGone; end = rest.IndexOf((byte)'\n'))
            {
                _unfinished.AddRange(rest[..end]);
                rest = rest[(end + 1)..];
                HearLine();
            }

            // Cut off in the middle of a line, it must not touch what the line has held.
            if (Model.IsGone) return;
            _unfinished.AddRange(rest);
        }
    }

    private void HearLine()
    {
        var bytes = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_unfinished);
        if (bytes.Length == 0 || bytes[^1] != '\r')
            throw new BrokenPromiseException(Promise.WellFormedLines, $"client {_plan.Number}: LF without CR");
        var line = _world.Reader.Read(bytes[..^1]);
        _unfinished.Clear();
        _history.Add(Now, _plan.Number, HistoryKind.Read, line.Text);
        try
        {
            Model.OnLine(line);
        }
        catch (Exception surprise) when (surprise is not BrokenPromiseException)
        {
            throw new BrokenPromiseException(
                Promise.WellFormedLines, $"client {_plan.Number} can make nothing of it ({surprise.GetType().Name}): {line}");
        }

        OnLine?.Invoke(line);
        React(line);
    }

    private void React(WireLine line)
    {
        switch (line.Verb)
        {
            case "PING" when _plan.AnswersPings:
                Transmit($"PONG :{line[0]}");
                break;
            case "433" when !Model.IsRegistered && _nickAttempts++ < NickAttempts:
                TryNick($"{_plan.Nick}{_plan.Number}x{_nickAttempts}");
                break;
            case "376" or "422" when _next == 0 && _awaitedPong is null:
                GoOn();
                break;
            case "PONG" when _awaitedPong is not null && line[1] == _awaitedPong:
                _awaitedPong = null;
                GoOn();
                break;
        }
    }

    private void OnClosed()
    {
        if (Model.IsGone) return;
        Model.IsGone = true;
        Note($"sees the end ({Model.Farewell ?? "without a word"})");
        if (Model.ExcuseForEnd is not null) return;
        if (!_plan.AnswersPings && Model.Farewell?.Contains("Ping timeout", StringComparison.Ordinal) == true) return;
        if (Model.Farewell?.Contains("Registration timed out", StringComparison.Ordinal) == true && !Model.IsRegistered) return;
        if (_world.Settings.IsTight && Model.Farewell?.Contains("SendQ exceeded", StringComparison.Ordinal) == true) return;
        if (_world.WasKilled(Model) && Model.Farewell?.Contains("Killed", StringComparison.Ordinal) == true) return;
        if (_world.FaultsThatClose > 0 && Model.Farewell?.Contains("Internal error", StringComparison.Ordinal) == true) return;
        if (Model.Farewell?.Contains("Ping timeout", StringComparison.Ordinal) == true)
            throw new BrokenPromiseException(
                Promise.OneCommandAtATime, $"client {_plan.Number} has got no answer to \"{Model.Unanswered}\", and was given up as dead");
        throw new BrokenPromiseException(
            Promise.FaultsStay, $"client {_plan.Number} was closed though nothing was wrong with it: {Model.Farewell}");
    }
}
