namespace ChatClient.Session;

/// <summary>What we know about another person on the network.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Nick">The nick, in the spelling last seen.</param>
internal sealed record Person(string Nick)
{
    /// <summary>User name; empty while unknown.</summary>
    public string User { get; init; } = string.Empty;

    /// <summary>Host name; empty while unknown.</summary>
    public string Host { get; init; } = string.Empty;

    /// <summary>Account; null if there is none or it is unknown.</summary>
    public string? Account { get; init; }

    /// <summary>Real name; null while unknown.</summary>
    public string? RealName { get; init; }

    /// <summary>The away message; empty if away for an unknown reason; null if not away.</summary>
    public string? AwayMessage { get; init; }

    /// <summary>Whether it is a program. Source: IRCv3 bot-mode.</summary>
    public bool IsBot { get; init; }

    /// <summary>Whether the person is away.</summary>
    public bool IsAway => AwayMessage is not null;
}
