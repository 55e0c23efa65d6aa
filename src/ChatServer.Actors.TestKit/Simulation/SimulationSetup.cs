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
