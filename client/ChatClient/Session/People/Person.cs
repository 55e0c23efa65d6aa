namespace ChatClient.Session;

/// <summary>What is known about someone else on the network.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Nick">Nick in the spelling last seen.</param>
internal sealed record Person(string Nick)
{
    /// <summary>User name, or empty while unknown.</summary>
    public string User { get; init; } = string.Empty;

    /// <summary>Host name, or empty while unknown.</summary>
    public string Host { get; init; } = string.Empty;

    /// <summary>Account, or null if there is none or it is not known.</summary>
    public string? Account { get; init; }

    /// <summary>Real name, or null while unknown.</summary>
    public string? RealName { get; init; }

    /// <summary>Why away; empty if that is not known; null if not away.</summary>
    public string? AwayMessage { get; init; }

    /// <summary>Whether it is a program. Source: IRCv3 bot-mode.</summary>
    public bool IsBot { get; init; }

    /// <summary>Whether it is away.</summary>
    public bool IsAway => AwayMessage is not null;
}
