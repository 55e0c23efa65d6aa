using ChatServer.Engine.Settings;

namespace ChatServer.SimulationTests.World;

/// <summary>What a test puts between the engine and its world so that the engine behaves as if somebody had made a mistake in it. As it
/// stands here it changes nothing.</summary>
public class Mutation
{
    public static Mutation None { get; } = new();

    /// <summary>The run that it is part of.</summary>
    public Simulation? Simulation { get; set; }

    /// <summary>What goes into mailboxes instead of messages; null for no difference.</summary>
    public virtual Func<Passage, IEnumerable<object>>? Intercept => null;

    /// <summary>Another clock for the actors' timers.</summary>
    public virtual Func<TimeProvider, TimeProvider>? ReplaceClock => null;

    /// <summary>Other settings than the model believes in.</summary>
    public virtual ServerSettings Configure(ServerSettings settings) => settings;
}
