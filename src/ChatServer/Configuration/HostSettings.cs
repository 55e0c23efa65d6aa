using ChatServer.Engine.Settings;
using ChatServer.Engine.Settings.Rules;

namespace ChatServer.Host.Configuration;

/// <summary>The whole configuration: what the chat is told, and what only the executable needs.</summary>
internal sealed record HostSettings : ServerSettings
{
    /// <summary>Where the server listens. Default: 127.0.0.1:6667.</summary>
    public IReadOnlyList<EndpointSettings> Endpoints { get; init; } = [new() { Address = "127.0.0.1", Port = 6667 }];

    /// <summary>Where durable state is kept.</summary>
    [NotInUseYet]
    public StorageSettings Storage { get; init; } = new();

    /// <summary>What is logged, and where to.</summary>
    public LogSettings Serilog { get; init; } = new();
}
