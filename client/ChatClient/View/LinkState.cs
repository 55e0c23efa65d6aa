namespace ChatClient.View;

/// <summary>How the connection is.</summary>
/// <param name="Phase">How far it has come.</param>
/// <param name="Server">Where to; empty before the first try.</param>
internal sealed record LinkState(LinkPhase Phase, string Server)
{
    public static readonly LinkState None = new(LinkPhase.Offline, string.Empty);

    /// <summary>When the next try will be, or null.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>What protects it, such as <c>TLS 1.3</c>, or null.</summary>
    public string? Security { get; init; }

    /// <summary>How long the server takes to answer, or null while unknown.</summary>
    public TimeSpan? Lag { get; init; }

    /// <summary>Since when it has not answered at all, or null.</summary>
    public DateTimeOffset? SilentSince { get; init; }
}

/// <summary>How far a connection has come.</summary>
internal enum LinkPhase
{
    Offline,
    Connecting,
    Registering,
    Online,
}
