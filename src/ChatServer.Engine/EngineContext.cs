using System.Collections.Immutable;
using ChatServer.Domain.Users;
using ChatServer.Engine.Administration;
using ChatServer.Engine.Connections;
using ChatServer.Engine.Deliveries;
using ChatServer.Engine.History;
using ChatServer.Engine.Settings;
using ChatServer.Protocol;
using Microsoft.Extensions.Logging;

namespace ChatServer.Engine;

/// <summary>What every actor of the server may know of the world: settings, the time, where ids come from.</summary>
/// <remarks>Any thread. Actors read the clock and draw ids through it only, so that a simulation can turn both by hand. Its only state is
/// the current settings, and only the configuration actor replaces them, as a whole.</remarks>
public sealed class EngineContext
{
    private readonly StampSource _stamps;

    // Volatile, so that an actor on another core that sees the new settings sees all that they are made of. Two reads may see different
    // settings: an actor that needs two values that belong together reads Settings once.
    private volatile Configured _configured;

    private sealed record Configured(
        ServerSettings Settings,
        ImmutableArray<ImmutableArray<string>> Features,
        UserModeFlags DefaultModes,
        AddressRanges TrustedProxies,
        Gateways Gateways);

    /// <summary>Puts the world together.</summary>
    /// <param name="settings">Checked settings.</param>
    /// <param name="clock">The time.</param>
    /// <param name="fillRandom">Fills a span with random bytes nobody can guess; a simulation gives reproducible ones. Any thread.</param>
    /// <param name="loggers">Where to log.</param>
    /// <param name="version">The server's version, as VERSION shows it: <c>chatserver-1.2.3</c>.</param>
    /// <param name="host">What only the process can do; null when it does none of it.</param>
    public EngineContext(
        ServerSettings settings,
        TimeProvider clock,
        FillRandom fillRandom,
        ILoggerFactory loggers,
        string version,
        IServerHost? host = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(clock);
        Clock = clock;
        Loggers = loggers;
        Version = version;
        Host = host;
        StartedAt = clock.GetUtcNow();
        CaseMapping = settings.Server.CaseMapping switch
        {
            CaseMappingName.Rfc1459 => CaseMapping.Rfc1459,
            CaseMappingName.Precis => CaseMapping.Precis,
            _ => CaseMapping.Ascii,
        };
        History = new RecentHistoryStore(() => Settings.History, clock);
        _configured = Configure(settings);
        _stamps = new StampSource(clock, fillRandom);
    }

    /// <summary>The current settings; an operator may have them read again.</summary>
    public ServerSettings Settings => _configured.Settings;

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

    /// <summary>The proxies that are believed when they say for whom they connect.</summary>
    public AddressRanges TrustedProxies => _configured.TrustedProxies;

    /// <summary>Who may use <c>WEBIRC</c>.</summary>
    internal Gateways Gateways => _configured.Gateways;

    /// <summary>Where hosts' names come from. Default: the operating system.</summary>
    public INameService Names { get; init; } = new SystemNameService();

    /// <summary>The tokens of ISUPPORT, line by line.</summary>
    internal ImmutableArray<ImmutableArray<string>> Features => _configured.Features;

    /// <summary>The modes that every user begins with.</summary>
    internal UserModeFlags DefaultModes => _configured.DefaultModes;

    /// <summary>What only the process can do; null when it does none of it.</summary>
    internal IServerHost? Host { get; }

    /// <summary>Where conversations are kept; in memory unless another store is put in its place.</summary>
    public IHistoryStore History { get; init; }

    /// <summary>The time now, UTC.</summary>
    public DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>Time and id for an event that is accepted now. Any thread.</summary>
    public Domain.Events.EventStamp Stamp() => _stamps.Next();

    /// <summary>Replaces the settings; every actor sees the new ones from its next read on. Only for the configuration actor.</summary>
    /// <param name="settings">Checked settings.</param>
    internal void Reconfigure(ServerSettings settings) => _configured = Configure(settings);

    private Configured Configure(ServerSettings settings)
    {
        var trusted = new AddressRanges(settings.TrustedProxies);
        var defaults = ModeParser.Parse(UserModes.Table, settings.Server.DefaultUserModes);
        var modes = UserModeRules.Apply(UserModeFlags.None, defaults.Changes).Modes;
        return new Configured(
            settings, Replies.Features.Lines(settings, CaseMapping), modes, trusted, new Gateways(settings.WebIrc, trusted));
    }
}
