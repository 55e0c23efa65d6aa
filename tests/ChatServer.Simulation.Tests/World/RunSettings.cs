namespace ChatServer.SimulationTests.World;

/// <summary>What the server is told, as far as the model has to know it, and how hostile the world is. The model judges by these numbers
/// and not by the server's own settings.</summary>
public sealed record RunSettings
{
    public const string ServerName = "sim.example";

    /// <summary>What may wait behind a client that does not read, besides what the transport holds.</summary>
    public int SendQueueBytes { get; init; } = 1_048_576;

    /// <summary>What a transport holds in each direction.</summary>
    public int TransportBytes { get; init; } = 64 * 1024;

    /// <summary>Whether so little may wait that somebody who reads can be closed as well, when much is said at one moment.</summary>
    public bool IsTight => SendQueueBytes < 64 * 1024;

    /// <summary>Commands a second, and at once; null when nobody is slowed down.</summary>
    public (int PerSecond, int Burst)? Flood { get; init; }

    /// <summary>Whether <c>[]\~</c> and <c>{}|^</c> are the same in names.</summary>
    public bool Rfc1459 { get; init; }

    /// <summary>How many events of a room the server remembers.</summary>
    public int HistoryEvents { get; init; } = 1000;

    /// <summary>How many of those who gave up a nick the server remembers.</summary>
    public int WhowasEntries { get; init; } = 1000;

    /// <summary>How long the server remembers anything; zero for ever.</summary>
    public TimeSpan HistoryAge { get; init; }

    /// <summary>How many masks one list of a room may have.</summary>
    public int ListEntries { get; init; } = 100;

    /// <summary>How many nicks a client may watch.</summary>
    public int MonitorEntries { get; init; } = 100;

    /// <summary>In how many rooms a user may be.</summary>
    public int RoomsPerUser { get; init; } = 100;

    /// <summary>How long bytes are under way at most.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Whether bytes arrive in pieces that have nothing to do with lines.</summary>
    public bool CutsBytes { get; init; }

    /// <summary>Which part of the actors seldom get their turn.</summary>
    public double Sluggish { get; init; }

    /// <summary>Whether the calendar jumps about while timers go on as they should.</summary>
    public bool ClockJumps { get; init; }
}
