using ChatServer.Engine.Settings.Rules;

namespace ChatServer.Engine.Settings;

/// <summary>Section <c>Sts</c>: telling clients to come back encrypted, and to stay so.</summary>
/// <remarks>A client that has taken the policy refuses to connect in any other way until it runs out, so the TLS endpoint and its
/// certificate have to be there to stay. Source: IRCv3 sts.</remarks>
public sealed record StsSettings
{
    /// <summary>Whether the capability <c>sts</c> is offered. Default: no.</summary>
    public bool Enabled { get; init; }

    /// <summary>The port of the TLS endpoint, as clients reach it. Default 6697.</summary>
    [Number(1, 65_535)]
    public int Port { get; init; } = 6697;

    /// <summary>How long a client keeps to TLS after it was here. Default 0: as long as it is connected.</summary>
    [Duration("00:00:00", "3650.00:00:00")]
    public TimeSpan Duration { get; init; }

    /// <summary>Whether clients may come with this server on their list of those to reach by TLS only. Default: no.</summary>
    public bool Preload { get; init; }
}
