using System.Collections.Immutable;
using ChatLoad.Scenarios;
using ChatLoad.Wire;

namespace ChatLoad.Load;

/// <summary>What to do, to which server and for how long. The help says what a property means to each scenario.</summary>
internal sealed record LoadSettings
{
    /// <summary>What is done.</summary>
    public required ScenarioKind Scenario { get; init; }

    /// <summary>Name or address of the server.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>Its port.</summary>
    public int Port { get; init; } = 6667;

    /// <summary>What carries the lines.</summary>
    public Transport Transport { get; init; }

    /// <summary>The path that a WebSocket asks for.</summary>
    public string Path { get; init; } = "/";

    /// <summary>Source addresses on loopback, from 127.0.0.1 up.</summary>
    public int Sources { get; init; } = 8;

    /// <summary>What nicks begin with.</summary>
    public string NickPrefix { get; init; } = "u";

    /// <summary>Capabilities to request, separated by spaces.</summary>
    public string Capabilities { get; init; } = "";

    /// <summary>The server's password.</summary>
    public string? Password { get; init; }

    /// <summary>Registrations and joins in progress at once, while setting up.</summary>
    public int Handshakes { get; init; } = 64;

    /// <summary>Messages in flight per sender, in a closed loop.</summary>
    public int Window { get; init; } = 1;

    /// <summary>Whether a message is done when all members have it, not when one has.</summary>
    public bool WaitsForAll { get; init; }

    /// <summary>Arrivals per second at the start, in an open loop; null for a closed one.</summary>
    public double? Rate { get; init; }

    /// <summary>How the load continues from there.</summary>
    public ImmutableArray<Stage> Stages { get; init; } = [];

    /// <summary>How the arrivals of an open loop are spread.</summary>
    public Arrivals Arrivals { get; init; }

    /// <summary>How long to measure, unless stages say so.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Units of work after which the measurement ends early.</summary>
    public long? Count { get; init; }

    /// <summary>How long to do the same before measuring.</summary>
    public TimeSpan Warmup { get; init; }

    /// <summary>How long to wait for messages in flight, after the last arrival.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long to hold the connections.</summary>
    public TimeSpan Hold { get; init; }

    /// <summary>The seed of the random choices.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Length of a message's text, in bytes.</summary>
    public int Payload { get; init; } = 64;

    /// <summary>Connections or people.</summary>
    public int Connections { get; init; } = 1000;

    /// <summary>Rooms.</summary>
    public int Rooms { get; init; } = 1;

    /// <summary>Members of each room.</summary>
    public int Members { get; init; } = 100;

    /// <summary>Rooms that each connection is in.</summary>
    public int Overlap { get; init; } = 1;

    /// <summary>Members of each room that speak.</summary>
    public int Senders { get; init; } = 1;

    /// <summary>Members of each room that do not read.</summary>
    public int SlowReaders { get; init; }

    /// <summary>Pairs.</summary>
    public int Pairs { get; init; } = 100;

    /// <summary>Cycles in progress at once.</summary>
    public int Concurrent { get; init; } = 50;

    /// <summary>How often the storm comes.</summary>
    public int Waves { get; init; } = 3;

    /// <summary>Processes of the server, for its CPU and memory.</summary>
    public ImmutableArray<int> Pids { get; init; } = [];

    /// <summary>Processes of the load tester.</summary>
    public int Processes { get; init; } = 1;

    /// <summary>Which of them this is, from 0.</summary>
    public int Process { get; init; }

    /// <summary>Number of the run, the same in all processes.</summary>
    public uint Run { get; init; }

    /// <summary>Whether senders receive their own messages.</summary>
    public bool HasEcho => Capabilities.Split(' ').Contains("echo-message");

    /// <summary>Whether arrivals come at their own time, whatever the server does.</summary>
    public bool IsOpenLoop => Rate is not null;

    /// <summary>A process's part of the load over time.</summary>
    /// <param name="level">Where it begins in this process: the rate, or how many are active.</param>
    /// <param name="share">Its share of the targets of all stages.</param>
    public LoadShape Shape(double level, double share) => Stages.IsEmpty
        ? LoadShape.Constant(level, Duration)
        : new LoadShape(level, Stages.Select(stage => stage with { Target = stage.Target * share }));

    /// <summary>How many of the connections or cycles numbered 0 to <paramref name="count"/> are this process's: every n-th one.</summary>
    public int ShareOf(int count) => Math.Max(0, (count - Process + Processes - 1) / Processes);
}
