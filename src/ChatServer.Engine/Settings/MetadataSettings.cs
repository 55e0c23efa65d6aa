using ChatServer.Engine.Settings.Rules;

namespace ChatServer.Engine.Settings;

/// <summary>Section <c>Metadata</c>: what users and rooms publish about themselves. Source: IRCv3 draft/metadata-3.</summary>
public sealed record MetadataSettings
{
    /// <summary>Whether there is metadata. Default: yes.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>How many keys a client may subscribe to, <c>max-subs</c>. Default 100.</summary>
    [Number(1, 100_000)]
    public int MaxSubscriptions { get; init; } = 100;

    /// <summary>How many keys a user or a room may have, <c>max-keys</c>. Default 100.</summary>
    [Number(1, 100_000)]
    public int MaxKeys { get; init; } = 100;
}
