namespace ChatClient.View;

/// <summary>The state of the connection.</summary>
/// <param name="Phase">The phase of the connection.</param>
/// <param name="Server">The server; empty before the first attempt.</param>
internal sealed record LinkState(LinkPhase Phase, string Server)
{
    public static readonly LinkState None = new(LinkPhase.Offline, string.Empty);

    /// <summary>Time of the next attempt to connect, or null.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>What protects it, such as <c>TLS 1.3</c>, or null.</summary>
    public string? Security { get; init; }

    /// <summary>How long the server takes to answer, or null while unknown.</summary>
    public TimeSpan? Lag { get; init; }

    /// <summary>Since when the server has been silent; null if it answers.</summary>
    public DateTimeOffset? SilentSince { get; init; }
}

/// <summary>The phases of a connection.</summary>
internal enum LinkPhase
{
    Offline,
    Connecting,
    Registering,
    Online,
}
