namespace ChatServer.Actors.TestKit;

/// <summary>What may happen in a simulation besides the random order of turns.</summary>
public sealed record SimulationSetup
{
    /// <summary>Whether messages of different senders may overtake one another on their way to one actor. Those of one sender never do.
    /// Default: no, as within one process.</summary>
    public bool ReorderSenders { get; init; }

    /// <summary>The longest time that a message may be in transit, in virtual time. Default: zero, for none. Delays differ from message to
    /// message, so they reorder senders too.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.Zero;

    /// <summary>Turns after which a simulation that does not become quiet has failed. Default: a million.</summary>
    public long MaxSteps { get; init; } = 1_000_000;

    /// <summary>The share of actors, drawn by the seed at creation, that seldom get their turn while others could run. This finds orders
    /// that fair chance would hardly ever produce. From 0, the default, to 1.</summary>
    public double Sluggish { get; init; }

    /// <summary>Whether the trace is written; without it a run takes a fraction of the time. Default: yes.</summary>
    public bool KeepsTrace { get; init; } = true;

    /// <summary>Stands between every sender and every mailbox: what it returns is delivered instead of the message. Returning nothing loses
    /// it, returning it twice duplicates it. Default: null, for none.</summary>
    /// <remarks>Tests use it to simulate programming mistakes. Messages of the runtime itself pass through it as well.</remarks>
    public Func<Passage, IEnumerable<object>>? Intercept { get; init; }

    /// <summary>Replaces the simulation's own clock for everything that the system does. Default: null, which keeps it.</summary>
    public Func<TimeProvider, TimeProvider>? ReplaceClock { get; init; }

    /// <summary>How a message looks in the trace. It must not depend on the run: no addresses, no hash codes. Default: text and numbers as
    /// they are, for everything else the type's name.</summary>
    public Func<object, string> Describe { get; init; } = DescribeBriefly;

    internal bool HasNetwork => ReorderSenders || MaxDelay > TimeSpan.Zero;

    private static string DescribeBriefly(object message) => message switch
    {
        string text => text.Length <= 40 ? text : text[..39] + "…",
        IFormattable and ValueType => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{message}"),
        _ => message.GetType().Name,
    };
}

/// <summary>A message on its way into a mailbox.</summary>
/// <param name="From">The actor whose turn it is; null for a message from outside.</param>
/// <param name="To">The actor of the mailbox.</param>
/// <param name="Sender">Where answers go.</param>
/// <param name="Message">The message.</param>
public readonly record struct Passage(IActorRef? From, IActorRef To, IActorRef? Sender, object Message);
