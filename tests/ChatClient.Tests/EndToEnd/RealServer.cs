using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ChatClient.Tests.EndToEnd;

/// <summary>Our own server in a separate process, with a TCP endpoint without TLS and a WebSocket endpoint.</summary>
internal sealed partial class RealServer : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();
    private readonly Process _process;

    private RealServer(int port)
    {
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "ChatServer.dll"),
            "--Endpoints:0:Address=127.0.0.1",
            string.Create(CultureInfo.InvariantCulture, $"--Endpoints:0:Port={port}"),
            "--Endpoints:1:Address=127.0.0.1",
            "--Endpoints:1:Port=0",
            "--Endpoints:1:Protocol=WebSocket",
        ];
        _process = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _ = _process.StandardError.ReadToEndAsync();
    }

    public int Port { get; private set; }

    public int WebSocketPort { get; private set; }

    public string Address => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port}");

    public static async Task<RealServer> StartAsync(int port = 0)
    {
        var server = new RealServer(port);
        while (await server._process.StandardOutput.ReadLineAsync().WaitAsync(Deadline) is { } line)
        {
            if (!line.Contains(" listens on ", StringComparison.Ordinal))
                continue;

            var ports = Ports().Matches(line).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).ToList();
            (server.Port, server.WebSocketPort) = (ports[0], ports[1]);
            _ = server._process.StandardOutput.ReadToEndAsync();
            return server;
        }

        server.Dispose();
        throw new InvalidOperationException("The server ended before it listened.");
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
        _folder.Dispose();
    }

    [GeneratedRegex(@":(\d+)\b(?! ends)")]
    private static partial Regex Ports();
}
