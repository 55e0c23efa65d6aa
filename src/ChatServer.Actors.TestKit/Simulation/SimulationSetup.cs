namespace ChatServer.Actors.TestKit;

/// <summary>What may happen in a simulation besides the random order of turns.</summary>
public sealed record SimulationSetup
{
    /// <summary>Whether messages of different senders may overtake one another on their way to one actor. Those of one sender never do.
    /// Default: no, as within one process.</summary>
    public bool ReorderSenders { get; init; }

    /// <summary>The longest a message may be on its way, in virtual time; zero, the default, for none. Delays differ from message to
    /// message,
    /// so they reorder senders too.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.Zero;

    /// <summary>Turns after which a simulation that does not come to rest has failed. Default: a million.</summary>
    public long MaxSteps { get; init; } = 1_000_000;

    /// <summary>Which part of the actors, drawn by the seed as they are made, seldom get their turn while others could have theirs: orders
    /// that fair chance would hardly ever bring come up. From 0, the default, to 1.</summary>
    public double Sluggish { get; init; }

    /// <summary>Whether the trace is written; without it a run takes a fraction of the time. Default: yes.</summary>
    public bool KeepsTrace { get; init; } = true;

    /// <summary>Stands between every sender and every mailbox: what it returns goes in instead of the message. Nothing loses it, twice the
    /// same doubles it. Null, the default, for not at all.</summary>
    /// <remarks>Tests switch faults on with it that people make. What the runtime itself sends passes through as well.</remarks>
    public Func<Passage, IEnumerable<object>>? Intercept { get; init; }

    /// <summary>Puts another clock in the place of the simulation's own for all that the system does; null, the default, for
    /// none.</summary>
    public Func<TimeProvider, TimeProvider>? ReplaceClock { get; init; }

    /// <summary>How a message looks in the trace. It must not depend on the run: no addresses, no hash codes. Default: text and numbers
    /// as they are,
    /// of everything else the type's name.</summary>
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
/// <param name="From">The actor whose turn it is; null for what comes from outside.</param>
/// <param name="To">Whose mailbox.</param>
/// <param name="Sender">Who is answered.</param>
/// <param name="Message">What.</param>
public readonly record struct Passage(IActorRef? From, IActorRef To, IActorRef? Sender, object Message);
