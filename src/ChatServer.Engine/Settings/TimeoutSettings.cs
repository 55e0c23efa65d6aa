using ChatServer.Engine.Settings.Rules;

namespace ChatServer.Engine.Settings;

/// <summary>Section <c>Timeouts</c>: how long the server waits.</summary>
public sealed record TimeoutSettings
{
    /// <summary>From the connection to the end of its registration; longer: closed. Default 1 minute.</summary>
    [Duration("00:00:01", "01:00:00")]
    public TimeSpan Registration { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a registration may wait for the name of the client's host. Default 5 seconds.</summary>
    [Duration("00:00:01", "00:01:00")]
    public TimeSpan HostnameLookup { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Silence after which a client is sent a PING. Default 2 minutes.</summary>
    [Duration("00:00:01", "1.00:00:00")]
    public TimeSpan PingAfter { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Silence after that PING until the client is closed with <c>Ping timeout</c>. Default 1 minute.</summary>
    [Duration("00:00:01", "1.00:00:00")]
    public TimeSpan PongWithin { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>What clients get at the end of the server to read what was still being sent to them. Default 3 seconds.</summary>
    /// <remarks>The process exits within 5 seconds of SIGTERM, so no more than 4 of them can be given away.</remarks>
    [Duration("00:00:00", "00:00:04")]
    public TimeSpan Shutdown { get; init; } = TimeSpan.FromSeconds(3);
}
