using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ChatLoad.Tests.EndToEnd;

/// <summary>Our server in a process of its own, without limits: plain, with TLS, with WebSocket and with both.</summary>
public sealed partial class ServerProcess : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Task<string> _errors;
    private IReadOnlyList<int> _ports = [];

    public ServerProcess()
    {
        var start = new ProcessStartInfo("dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "ChatServer.dll"), "--dev-certificate",
            .. Endpoint(0, "Irc", tls: false), .. Endpoint(1, "Irc", tls: true), .. Endpoint(2, "WebSocket", tls: false),
            .. Endpoint(3, "WebSocket", tls: true),
            "--Flood:Enabled=false", "--Limits:ConnectionsPerAddress=0", "--Limits:ConnectionsPerMinutePerAddress=0",
        ])
        {
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = Process.Start(start)!;
        _errors = _process.StandardError.ReadToEndAsync();
    }

    public string ProcessId => _process.Id.ToString(CultureInfo.InvariantCulture);

    public int PlainPort => _ports[0];

    /// <summary>The address for a transport, as options.</summary>
    public string[] OptionsFor(string transport) =>
    [
        "--transport", transport,
        "--server", $"127.0.0.1:{_ports[transport switch { "tcp" => 0, "tls" => 1, "ws" => 2, _ => 3 }]}",
    ];

    public async Task InitializeAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience) is { } line)
        {
            if (!line.Contains(" listens on ", StringComparison.Ordinal))
                continue;
            _ports = [.. Port().Matches(line).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))];
            return;
        }

        throw new InvalidOperationException($"The server ended: {await _errors}");
    }

    public Task DisposeAsync()
    {
        _process.Kill();
        _process.Dispose();
        return Task.CompletedTask;
    }

    private static string[] Endpoint(int number, string protocol, bool tls) =>
    [
        $"--Endpoints:{number}:Address=127.0.0.1", $"--Endpoints:{number}:Port=0", $"--Endpoints:{number}:Protocol={protocol}",
        .. tls ? [$"--Endpoints:{number}:Tls:Certificate=in-memory", $"--Endpoints:{number}:Tls:Key=in-memory"] : Array.Empty<string>(),
    ];

    [GeneratedRegex(@"127\.0\.0\.1:(\d+)")]
    private static partial Regex Port();
}
