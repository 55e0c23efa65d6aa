using ChatServer.Protocol;

namespace ChatClient.Session;

internal sealed partial class IrcSession
{
    private readonly Pulse _pulse = new();

    /// <summary>How long the server takes to answer; null while unknown.</summary>
    public TimeSpan? Lag => _pulse.Lag;

    /// <summary>Does what is due by the clock. Call it every second.</summary>
    public SessionStep Tick()
    {
        var now = _time.GetUtcNow();
        if (Phase == SessionPhase.Registering && _pulse.TooLongToRegister(now) is { } tooLong)
            GoSilent(tooLong);
        else if (Phase == SessionPhase.Ready)
            CheckPulse(now);

        foreach (var (conversation, nick) in _typing.TakeStopped(now))
            Raise(new TypingChanged(now, conversation, nick, TypingState.Done));
        if (Phase == SessionPhase.Ready)
            TryToRegainNick(now);
        return TakeStep();
    }

    private void CheckPulse(DateTimeOffset now)
    {
        switch (_pulse.Check(now))
        {
            case Pulse.Finding.PingDue:
                _pulse.OnPingSent(now);
                Send("PING", _pulse.Token);
                break;
            case Pulse.Finding.Stalled:
                Raise(new Stalled(now, _pulse.SilenceAt(now)));
                break;
            case Pulse.Finding.Dead:
                GoSilent(_pulse.SilenceAt(now));
                break;
        }
    }

    private void GoSilent(TimeSpan silence)
    {
        Phase = SessionPhase.Over;
        Raise(new Unresponsive(_time.GetUtcNow(), silence));
    }

    private void OnPing(IrcMessage message) => Send("PONG", message.Params.AsSpan() is [.., var token] ? token : string.Empty);

    private void OnPong(IrcMessage message)
    {
        if (message.Params.AsSpan() is not [.., var token])
            return;

        if (_pulse.OnPong(token, _time.GetUtcNow()) is { } lag)
            Raise(new LagMeasured(_time.GetUtcNow(), lag));
        else if (_queue.OnPong(token))
            Raise(new Confirmed(TimeOf(message)));
        else if (!Pulse.IsOurs(token) && !token.StartsWith("chat-", StringComparison.Ordinal))
            Raise(new ServerRemark(TimeOf(message), $"PONG {token}"));
    }
}
