using System.Collections.Immutable;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using ChatLoad.Delivery;
using ChatLoad.Load;
using ChatLoad.Wire;

namespace ChatLoad.CommandLine;

/// <summary>The options that several scenarios share.</summary>
internal static class CommonSettings
{
    private const int LongestPayload = 400;

    /// <summary>Which server, and how to reach it.</summary>
    public static SettingTable AddServer(this SettingTable table) => table
        .Add("--server", "HOST[:PORT]", "Server to load; the port is 6667 unless given", new DnsEndPoint("127.0.0.1", 6667),
            (settings, address) => settings with { Host = address.Host, Port = address.Port }, ParseAddress)
        .Add("--transport", "tcp|tls|ws|wss", "What carries the lines; certificates are not checked", Transport.Tcp,
            (settings, transport) => settings with { Transport = transport }, ParseTransport)
        .Add("--path", "PATH", "Path to ask for with ws and wss", "/", (settings, path) => settings with { Path = path })
        .AddNumber("--sources", "Source addresses 127.0.0.1, 127.0.0.2, ... when the server is on loopback; 0 leaves it to the system", 8,
            (settings, number) => settings with { Sources = number }, least: 0, most: 60_000)
        .Add("--nick-prefix", "TEXT", "What nicks begin with", "u", (settings, text) => settings with { NickPrefix = text })
        .Add("--cap", "\"A B\"", "Capabilities to request", "", (settings, text) => settings with { Capabilities = text })
        .Add<string?>("--password", "TEXT", "Password of the server", null, (settings, text) => settings with { Password = text })
        .AddNumber("--processes", "Processes that share the load: for more connections than one may have descriptors, and more cores", 1,
            (settings, number) => settings with { Processes = number }, most: 64)
        .Add("--pid", "PID[,PID]", "Processes of the server on this machine, for its CPU time and memory", ImmutableArray<int>.Empty,
            (settings, pids) => settings with { Pids = pids }, ParsePids)
        .AddNumber("--seed", "What random choices begin with", 1, (settings, number) => settings with { Seed = number }, least: 0);

    /// <summary>How much, for how long, in a closed loop or an open one.</summary>
    /// <param name="table">The table.</param>
    /// <param name="unit">What an open loop starts, in the plural.</param>
    /// <param name="actors">What is active in a closed loop, in the plural.</param>
    public static SettingTable AddLoad(this SettingTable table, string unit, string actors) => table
        .AddOpenLoop(
            $"Open loop: {unit} per second in total, each counted from when it was due. Without it the loop is closed",
            $"Ramp: go evenly to this rate, or in a closed loop to so many active {actors}, within this time; several make up the run")
        .AddLength(unit);

    /// <summary>Arrivals by the clock.</summary>
    public static SettingTable AddOpenLoop(this SettingTable table, string rate, string stage) => table
        .AddOptionalNumber("--rate", rate, (settings, number) => settings with { Rate = number }, least: 0.0)
        .Add("--stage", "TIME:TARGET", stage, ImmutableArray<Stage>.Empty,
            (settings, stages) => settings with { Stages = stages }, ParseStages)
        .Add("--arrivals", "even|poisson", "How the arrivals of an open loop are spread", Arrivals.Even,
            (settings, arrivals) => settings with { Arrivals = arrivals });

    /// <summary>For how long.</summary>
    public static SettingTable AddLength(this SettingTable table, string unit) => table
        .AddDuration("--duration", "How long to measure, unless stages say so", TimeSpan.FromSeconds(10),
            (settings, time) => settings with { Duration = time })
        .AddOptionalNumber("--count", $"End after so many {unit}", (settings, count) => settings with { Count = count }, least: 1L)
        .AddDuration("--drain", "How long to wait for what has not arrived, after the last that has", TimeSpan.FromSeconds(2),
            (settings, time) => settings with { Drain = time });

    /// <summary>How traffic over lasting connections is made.</summary>
    /// <param name="table">The table.</param>
    /// <param name="warmup">The default length of the warm-up.</param>
    public static SettingTable AddTraffic(this SettingTable table, TimeSpan warmup) => table
        .AddDuration("--warmup", "How long to do the same before it is measured", warmup,
            (settings, time) => settings with { Warmup = time })
        .AddNumber("--payload", "Length of a message's text in bytes", 64, (settings, number) => settings with { Payload = number },
            least: Stamp.MinPayload, most: LongestPayload)
        .AddHandshakes();

    /// <summary>How many registrations run at once.</summary>
    public static SettingTable AddHandshakes(this SettingTable table) => table
        .AddNumber("--handshakes", "Registrations and joins under way at once", 64,
            (settings, number) => settings with { Handshakes = number });

    private static DnsEndPoint ParseAddress(ArgumentResult result)
    {
        // The scheme only makes Uri parse the whole as an authority.
        var text = result.Tokens[0].Value;
        if (Uri.TryCreate($"irc://{text}", UriKind.Absolute, out var uri) && uri.Host.Length > 0 && uri.PathAndQuery is ("" or "/"))
            return new DnsEndPoint(uri.DnsSafeHost, uri.Port < 0 ? 6667 : uri.Port);

        result.AddError($"--server: '{text}' is no HOST[:PORT], such as irc.example.org, 127.0.0.1:6667 or [::1]:6667.");
        return new DnsEndPoint("127.0.0.1", 6667);
    }

    private static Transport ParseTransport(ArgumentResult result)
    {
        switch (result.Tokens[0].Value)
        {
            case "tcp":
                return Transport.Tcp;
            case "tls":
                return Transport.Tls;
            case "ws":
                return Transport.WebSocket;
            case "wss":
                return Transport.SecureWebSocket;
            default:
                result.AddError($"--transport: '{result.Tokens[0].Value}' is none of tcp, tls, ws, wss.");
                return default;
        }
    }

    private static ImmutableArray<int> ParsePids(ArgumentResult result)
    {
        var pids = ImmutableArray.CreateBuilder<int>();
        foreach (var text in result.Tokens.SelectMany(token => token.Value.Split(',')))
        {
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var pid) && Directory.Exists($"/proc/{pid}"))
                pids.Add(pid);
            else
                result.AddError($"--pid: there is no process '{text}' on this machine.");
        }

        return pids.ToImmutable();
    }

    private static ImmutableArray<Stage> ParseStages(ArgumentResult result)
    {
        var stages = ImmutableArray.CreateBuilder<Stage>();
        foreach (var text in result.Tokens.Select(token => token.Value))
        {
            if (Stage.TryParse(text, out var stage))
                stages.Add(stage);
            else
                result.AddError($"--stage: '{text}' is no TIME:TARGET, such as 30s:1000.");
        }

        return stages.ToImmutable();
    }
}
