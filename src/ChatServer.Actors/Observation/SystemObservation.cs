using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ChatServer.Actors;

/// <summary>The observation of a whole system: its metrics, its slow handlers, the journeys of its messages.</summary>
internal sealed class SystemObservation : IDisposable
{
    private readonly ActorSystem _system;
    private readonly Meter _meter = new("ChatServer.Actors");
    private readonly Counter<long> _failures;
    private readonly Counter<long> _restarts;
    private readonly Counter<long> _deadLetters;
    private readonly Counter<long> _dropped;
    private readonly Counter<long> _slowHandlers;
    private readonly KeyValuePair<string, object?> _tag;
    private long _alive;
    private long _handledByTheDead;

    public SystemObservation(ActorSystem system, ObservationSettings settings)
    {
        _system = system;
        Time = system.TimeProvider;
        SlowTicks = (long)(settings.SlowHandler.TotalSeconds * Time.TimestampFrequency);
        FollowsActivities = settings.FollowActivities;
        _tag = new("actor.system", system.Name);

        _failures = _meter.CreateCounter<long>("actors.failures", "{failure}", "Failures reported to a supervisor");
        _restarts = _meter.CreateCounter<long>("actors.restarts", "{restart}", "Actors replaced by a fresh one after a failure");
        _deadLetters = _meter.CreateCounter<long>("actors.dead_letters", "{message}", "Messages to actors that are no more");
        _dropped = _meter.CreateCounter<long>("actors.dropped", "{message}", "Messages that a bounded mailbox refused");
        _slowHandlers = _meter.CreateCounter<long>("actors.slow_handlers", "{message}", "Handlers that kept their turn too long");
        _meter.CreateObservableUpDownCounter("actors.alive", () => Tagged(Volatile.Read(ref _alive)), "{actor}", "Living actors");
        _meter.CreateObservableCounter("actors.handled", () => Tagged(Handled()), "{message}", "Messages handled");
        _meter.CreateObservableGauge("actors.mailbox.depth", () => Tagged(Mailboxes().Sum(static mailbox => (long)mailbox.Count)),
            "{message}", "Messages waiting, in all");
        _meter.CreateObservableGauge(
            "actors.mailbox.deepest", () =>
                Tagged(Mailboxes().Max(static mailbox => (long)mailbox.Count)), "{message}", "Messages waiting, in the fullest mailbox");
    }

    public TimeProvider Time { get; }

    public long SlowTicks { get; }

    public bool FollowsActivities { get; }

    public void ActorStarted() => Interlocked.Increment(ref _alive);

    public void ActorStopped(long handled)
    {
        Interlocked.Decrement(ref _alive);
        Interlocked.Add(ref _handledByTheDead, handled);
    }

    public void Failed() => _failures.Add(1, _tag);

    public void Restarted() => _restarts.Add(1, _tag);

    public void DeadLetter() => _deadLetters.Add(1, _tag);

    public void Dropped() => _dropped.Add(1, _tag);

    public void WarnOfSlowHandler(ActorCell cell, Type message, TimeSpan took)
    {
        _slowHandlers.Add(1, _tag);
        _system.Log.Warning(null, cell.Self, cell.Props.Type,
            $"Kept its turn for {took.TotalMilliseconds:F0} ms with {message.Name}; all that waits behind it waited too.");
    }

    /// <summary>Starts an activity for the handling of a message, as a child of the one in which it was sent. Null if nobody
    /// listens.</summary>
    public static Activity? Follow(ActivityContext cause, IActorRef actor, Type message)
    {
        var activity = MessageJourney.Source.StartActivity($"{actor.Path.Name} handles {message.Name}", ActivityKind.Consumer, cause);
        activity?.SetTag("actor.path", actor.Path.ToStringWithoutAddress());
        activity?.SetTag("message.type", message.FullName);
        return activity;
    }

    public void Dispose() => _meter.Dispose();

    private Measurement<long> Tagged(long value) => new(value, _tag);

    private IEnumerable<Mailbox> Mailboxes() => ActorInspection.Cells(_system).Select(static cell => cell.Mailbox);

    private long Handled() =>
        Volatile.Read(ref _handledByTheDead) + Mailboxes().OfType<ObservedMailbox>().Sum(static mailbox => mailbox.Statistics.Handled);
}
