namespace ChatServer.Actors;

/// <summary>Logs dead letters up to a number. Then it pauses, and reports at the end of the pause how many it did not log.</summary>
internal sealed class DeadLetterListener : ReceiveActor
{
    private readonly int _most;
    private readonly TimeSpan _silence;
    private readonly ActorSystem _system;
    private int _logged;
    private long _keptBack;
    private DateTimeOffset _silentUntil = DateTimeOffset.MinValue;

    public DeadLetterListener()
    {
        _system = Context.System;
        _most = _system.Settings.LogDeadLetters;
        _silence = _system.Settings.LogDeadLettersSuspendDuration;
        Receive<Dropped>(dropped => Log(dropped, dropped.Reason));
        Receive<DeadLetter>(letter => Log(letter, "no such actor"));
    }

    protected override void PreStart()
    {
        if (_most <= 0) return;
        _system.EventStream.Subscribe(Self, typeof(DeadLetter));
        _system.EventStream.Subscribe(Self, typeof(Dropped));
    }

    private void Log(AllDeadLetters letter, string reason)
    {
        var now = _system.Scheduler.Now;
        if (now < _silentUntil)
        {
            _keptBack++;
            return;
        }

        var before = _keptBack == 0 ? string.Empty : $" ({_keptBack} more were not logged)";
        _keptBack = 0;
        _system.Log.Info(
            letter.Recipient,
            typeof(DeadLetterListener),
            $"Message {letter.Message.GetType().Name} from {letter.Sender} to {letter.Recipient} was not delivered: {reason}{before}.");
        if (++_logged < _most) return;
        _logged = 0;
        _silentUntil = now + _silence;
    }
}
