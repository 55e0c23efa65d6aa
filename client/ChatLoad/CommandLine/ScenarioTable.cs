using ChatLoad.Scenarios;

namespace ChatLoad.CommandLine;

/// <summary>A scenario as a command.</summary>
/// <param name="Kind">The scenario.</param>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Description">What it does, for its help.</param>
/// <param name="Settings">Its options.</param>
internal sealed record ScenarioRow(ScenarioKind Kind, string Name, string Description, SettingTable Settings);

/// <summary>The scenarios as commands.</summary>
internal static class ScenarioTable
{
    /// <summary>All of them.</summary>
    public static readonly ScenarioRow[] Rows =
    [
        new(ScenarioKind.Connect, "connect", "Connect, register and hold; a unit is a registration", Connect()),
        new(ScenarioKind.Churn, "churn", "Connect, register, join, speak, quit, over and over; a unit is a cycle", Churn()),
        new(ScenarioKind.Fanout, "fanout", "Some members of rooms speak and all listen; a unit is the delivery to one member", Fanout()),
        new(ScenarioKind.Pm, "pm", "Pairs play ping-pong with private messages; a unit is a message, latency is that of the round trip",
            Pm()),
        new(ScenarioKind.Evening, "evening",
            "A real evening: rooms of Zipf sizes, people who talk, idle, join, leave, change nick and vanish", Evening()),
        new(ScenarioKind.Slow, "slow", "Fan-out with members that never read; a unit is the delivery to another member", Slow()),
        new(ScenarioKind.Storm, "storm", "All connections break at once and come back, join included; a unit is a return", Storm()),
    ];

    // Their names have to fit one JOIN of 512 bytes.
    private const int MostRoomsOfAConnection = 60;

    private static SettingTable Connect() => new SettingTable().AddServer()
        .AddNumber("--connections", "How many", 1000, (settings, number) => settings with { Connections = number })
        .AddDuration("--hold", "How long to hold them all", TimeSpan.FromSeconds(5), (settings, time) => settings with { Hold = time })
        .AddOpenLoop("Open loop: connections per second, each counted from the instant at which it was due",
            "Ramp: go evenly to this rate within this time; several make up the whole run")
        .AddHandshakes();

    private static SettingTable Churn() => new SettingTable().AddServer().AddLoad("cycles", "cycles")
        .AddNumber("--concurrent", "Cycles under way at once, in a closed loop", 50,
            (settings, number) => settings with { Concurrent = number })
        .AddNumber("--rooms", "Rooms that are joined", 10, (settings, number) => settings with { Rooms = number });

    private static SettingTable Fanout() => Rooms(slow: false).AddLoad("messages", "senders").AddTraffic(TimeSpan.FromSeconds(1));

    // Messages sent while warming up would fill the queues of the slow readers, unmeasured.
    private static SettingTable Slow() => Rooms(slow: true).AddLoad("messages", "senders").AddTraffic(TimeSpan.Zero);

    private static SettingTable Rooms(bool slow)
    {
        var table = new SettingTable().AddServer()
            .AddNumber("--rooms", "Rooms", 1, (settings, number) => settings with { Rooms = number })
            .AddNumber("--members", "Members of each room", 100, (settings, number) => settings with { Members = number }, least: 2)
            .AddNumber("--senders", "Members of each room that speak", 1, (settings, number) => settings with { Senders = number })
            .AddNumber("--window", "Messages that each sender has under way, in a closed loop", 1,
                (settings, number) => settings with { Window = number })
            .Add("--release", "one|all", "Who must have a message before the next one leaves: one listener, or all", Release.One,
                (settings, release) => settings with { WaitsForAll = release == Release.All });
        return slow
            ? table.AddNumber("--slow", "Members of each room that never read", 1,
                (settings, number) => settings with { SlowReaders = number })
            : table.AddNumber("--overlap", "Rooms that each connection is in; members then are fewer connections", 1,
                (settings, number) => settings with { Overlap = number }, most: MostRoomsOfAConnection);
    }

    private static SettingTable Pm() => new SettingTable().AddServer().AddLoad("round trips", "pairs").AddTraffic(TimeSpan.FromSeconds(1))
        .AddNumber("--pairs", "Pairs", 100, (settings, number) => settings with { Pairs = number })
        .AddNumber("--window", "Messages that each pair has under way, in a closed loop", 1,
            (settings, number) => settings with { Window = number });

    private static SettingTable Evening() => new SettingTable().AddServer()
        .AddOpenLoop("Messages per second in total, each counted from the instant at which it was due; a tenth of the people unless given",
            "Ramp: go evenly to this rate within this time; several make up the whole run")
        .AddLength("messages").AddTraffic(TimeSpan.FromSeconds(1))
        .AddNumber("--people", "People", 1000,
            (settings, number) => settings with { Connections = number, Rate = settings.Rate ?? number / 10.0 }, least: 2)
        .AddNumber("--rooms", "Rooms", 50, (settings, number) => settings with { Rooms = number });

    private static SettingTable Storm() => new SettingTable().AddServer()
        .AddNumber("--connections", "How many", 1000, (settings, number) => settings with { Connections = number })
        .AddNumber("--rooms", "Rooms, of which each connection is in one", 10, (settings, number) => settings with { Rooms = number })
        .AddNumber("--waves", "How often all connections break", 3, (settings, number) => settings with { Waves = number })
        .AddHandshakes();

    private enum Release
    {
        One,
        All,
    }
}
