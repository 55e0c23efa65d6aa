using System.Diagnostics;

namespace ChatServer.Actors;

/// <summary>A mailbox that records what goes through it.</summary>
internal sealed class ObservedMailbox(ActorCell cell, MessageDispatcher dispatcher, int capacity, SystemObservation observation)
    : Mailbox(cell, dispatcher, capacity)
{
    private readonly TimeProvider _time = observation.Time;
    private int _highWater;

    // Written only by the actor's turns, read by any thread: a reader may be one message behind.
    private long _handled;
    private long _timeInHandlers;
    private int _failures;
    private int _restarts;
    private Exception? _lastFailure;
    private DateTimeOffset _lastFailureTime;
    private Type? _running;
    private long _runningSince;
    private ActivityContext _cause;

    public ActorStatistics Statistics
    {
        get
        {
            var running = Volatile.Read(ref _running);
            var failure = Volatile.Read(ref _lastFailure);
            return new ActorStatistics(
                Volatile.Read(ref _highWater),
                Volatile.Read(ref _handled),
                _time.GetElapsedTime(0, Volatile.Read(ref _timeInHandlers)),
                Volatile.Read(ref _failures),
                Volatile.Read(ref _restarts),
                failure,
                failure is null ? null : _lastFailureTime,
                running,
                running is null ? TimeSpan.Zero : _time.GetElapsedTime(Volatile.Read(ref _runningSince)));
        }
    }

    public override void Enqueue(Envelope envelope)
    {
        // A message of a followed activity travels in a wrapper that only this mailbox knows.
        if (observation.FollowsActivities && Activity.Current is { } activity)
            envelope = new Envelope(new TracedMessage(envelope.Message, activity.Context), envelope.Sender);
        base.Enqueue(envelope);
        NoteDepth(Count);
    }

    public override void OnStarted() => observation.ActorStarted();

    public override void OnRestarted()
    {
        _restarts++;
        observation.Restarted();
    }

    public override void OnFailed(Exception cause)
    {
        _failures++;
        _lastFailureTime = _time.GetUtcNow();
        Volatile.Write(ref _lastFailure, cause);
        observation.Failed();
    }

    public override void OnStopped() => observation.ActorStopped(_handled);

    private void NoteDepth(int waiting)
    {
        // Any thread; the maximum must remain, whoever writes last.
        var known = Volatile.Read(ref _highWater);
        while (waiting > known)
        {
            var seen = Interlocked.CompareExchange(ref _highWater, waiting, known);
            if (seen == known) return;
            known = seen;
        }
    }

    protected override bool TryDequeue(out Envelope envelope)
    {
        _cause = default;
        if (!base.TryDequeue(out envelope)) return false;
        if (envelope.Message is TracedMessage traced)
        {
            _cause = traced.Cause;
            envelope = new Envelope(traced.Message, envelope.Sender);
        }

        return true;
    }

    protected override void Invoke(in Envelope envelope)
    {
        var type = envelope.Message.GetType();
        var start = _time.GetTimestamp();
        Volatile.Write(ref _runningSince, start);
        Volatile.Write(ref _running, type);
        using (_cause == default ? null : SystemObservation.Follow(_cause, Cell.Self, type)) base.Invoke(envelope);
        Volatile.Write(ref _running, null);
        var took = _time.GetTimestamp() - start;
        Volatile.Write(ref _handled, _handled + 1);
        Volatile.Write(ref _timeInHandlers, _timeInHandlers + took);
        if (took >= observation.SlowTicks) observation.WarnOfSlowHandler(Cell, type, _time.GetElapsedTime(0, took));
    }

    private sealed class TracedMessage(object message, ActivityContext cause) : AutoReceivedMessage
    {
        public object Message { get; } = message;

        public ActivityContext Cause { get; } = cause;
    }
}
