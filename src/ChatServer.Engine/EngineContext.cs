using System.Collections.Immutable;
using ChatServer.Engine.Connections;
using ChatServer.Engine.Deliveries;
using ChatServer.Engine.History;
using ChatServer.Engine.Settings;
using ChatServer.Protocol;
using Microsoft.Extensions.Logging;

namespace ChatServer.Engine;

/// <summary>What every actor of the server may know of the world: settings, the time, where ids come from. Nothing in it is state.</summary>
/// <remarks>Any thread. Actors read the clock and draw ids through it only, so that a simulation can turn both by hand.</remarks>
public sealed class EngineContext
{
    private readonly StampSource _stamps;

    /// <summary>Puts the world together.</summary>
    /// <param name="settings">Checked settings.</param>
    /// <param name="clock">The time.</param>
    /// <param name="fillRandom">Fills a span with random bytes nobody can guess; a simulation gives reproducible ones. Any thread.</param>
    /// <param name="loggers">Where to log.</param>
    /// <param name="version">The server's version, as VERSION shows it: <c>chatserver-1.2.3</c>.</param>
    public EngineContext(ServerSettings settings, TimeProvider clock, FillRandom fillRandom, ILoggerFactory loggers, string version)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(clock);
        Settings = settings;
        Clock = clock;
        Loggers = loggers;
        Version = version;
        StartedAt = clock.GetUtcNow();
        CaseMapping = settings.Server.CaseMapping == CaseMappingName.Rfc1459 ? CaseMapping.Rfc1459 : CaseMapping.Ascii;
        Features = Replies.Features.Lines(settings, CaseMapping);
        History = new RecentHistoryStore(settings.History, clock);
        TrustedProxies = new AddressRanges(settings.TrustedProxies);
        Gateways = new Gateways(settings.WebIrc, TrustedProxies);
        _stamps = new StampSource(clock, fillRandom);
    }

    /// <summary>Settings as they stand.</summary>
    public ServerSettings Settings { get; }

    /// <summary>The time.</summary>
    public TimeProvider Clock { get; }

    /// <summary>Where to log.</summary>
    public ILoggerFactory Loggers { get; }

    /// <summary>The server's name and version, as VERSION shows them.</summary>
    public string Version { get; }

    /// <summary>When the server started, UTC.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>The folding of nicks, rooms and masks.</summary>
    public CaseMapping CaseMapping { get; }

    /// <summary>From where others may speak for whom they connect.</summary>
    public AddressRanges TrustedProxies { get; }

    /// <summary>Who may use <c>WEBIRC</c>.</summary>
    internal Gateways Gateways { get; }

    /// <summary>Where hosts' names come from. Default: the operating system.</summary>
    public INameService Names { get; init; } = new SystemNameService();

    /// <summary>The tokens of ISUPPORT, line by line.</summary>
    internal ImmutableArray<ImmutableArray<string>> Features { get; }

    /// <summary>Where conversations are kept; in memory unless another store is put in its place.</summary>
    public IHistoryStore History { get; init; }

    /// <summary>The time now, UTC.</summary>
    public DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>Time and id for an event that is accepted now. Any thread.</summary>
    public Domain.Events.EventStamp Stamp() => _stamps.Next();
}
