using ChatServer.SimulationTests.Model;
using ChatServer.SimulationTests.World;

namespace ChatServer.SimulationTests.Mutants;

/// <summary>A mistake that people make, put into the engine by the test alone.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Promise">The promise that it breaks.</param>
/// <param name="Seeds">Within so many seeds, from 1, it is found.</param>
/// <param name="Create">Makes it, anew for each run.</param>
public sealed record Mutant(string Name, Promise Promise, int Seeds, Func<Mutation> Create)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>A mistake in what is told to whom.</summary>
internal sealed class MessageMutation : Mutation
{
    private readonly Func<MessageMutation, Passage, IEnumerable<object>?> _instead;
    private readonly HashSet<object> _passed = new(ReferenceEqualityComparer.Instance);
    private int _seen;

    /// <summary>Makes one.</summary>
    /// <param name="instead">What goes into the mailbox instead; null for the message itself.</param>
    public MessageMutation(Func<MessageMutation, Passage, IEnumerable<object>?> instead) => _instead = instead;

    public override Func<Passage, IEnumerable<object>> Intercept => passage =>
        _passed.Remove(passage.Message) ? [passage.Message] : _instead(this, passage) ?? [passage.Message];

    /// <summary>What this mistake has to remember.</summary>
    public Dictionary<object, object> Memory { get; } = [];

    /// <summary>True every so many times: a mistake that shows now and then.</summary>
    public bool Every(int times) => ++_seen % times == 0;

    /// <summary>The message goes in at some later time.</summary>
    public IEnumerable<object> Later(Passage passage)
    {
        Simulation!.Post(() => Pass(passage));
        return [];
    }

    /// <summary>The message goes in now.</summary>
    public void Pass(Passage passage)
    {
        _passed.Add(passage.Message);
        passage.To.Tell(passage.Message, passage.Sender ?? ActorRefs.NoSender);
    }
}

/// <summary>A mistake in the timers: a timer that was cancelled is due all the same, or one that is far away never is.</summary>
internal sealed class TimerMutation(bool ignoresCancelling, TimeSpan longest) : Mutation
{
    public override Func<TimeProvider, TimeProvider> ReplaceClock => clock => new Clock(clock, ignoresCancelling, longest);

    private sealed class Clock(TimeProvider real, bool ignoresCancelling, TimeSpan longest) : TimeProvider
    {
        public override long TimestampFrequency => real.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => real.GetUtcNow();

        public override long GetTimestamp() => real.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = real.CreateTimer(callback, state, dueTime > longest ? Timeout.InfiniteTimeSpan : dueTime, period);
            return ignoresCancelling ? new Stubborn(timer) : timer;
        }
    }

    private sealed class Stubborn(ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => dueTime == Timeout.InfiniteTimeSpan || timer.Change(dueTime, period);

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

/// <summary>A setting that is not heeded.</summary>
internal sealed class SettingMutation(Func<Engine.Settings.ServerSettings, Engine.Settings.ServerSettings> change) : Mutation
{
    public override Engine.Settings.ServerSettings Configure(Engine.Settings.ServerSettings settings) => change(settings);
}
