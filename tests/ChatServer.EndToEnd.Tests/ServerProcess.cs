using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ChatServer.EndToEnd.Tests;

/// <summary>The real program in a process of its own, to be treated badly.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly DirectoryInfo _folder;
    private readonly TaskCompletionSource<int> _port = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _log = [];

    private ServerProcess(IEnumerable<string> arguments, string? limits)
    {
        _folder = Directory.CreateTempSubdirectory("chatserver-fault-");
        string[] program = ["dotnet", Path.Combine(AppContext.BaseDirectory, "ChatServer.dll")];
        string[] settings =
        [
            "--Endpoints:0:Address=127.0.0.1", "--Endpoints:0:Port=0", "--Server:Name=fault.example",
            "--Limits:ConnectionsPerAddress=0", "--Limits:ConnectionsPerMinutePerAddress=0", "--Limits:Connections=0",
            .. arguments,
        ];
        string[] command = [.. program, .. settings];
        var start = limits is null
            ? new ProcessStartInfo(command[0], command[1..])
            : new ProcessStartInfo("sh", ["-c", $"{limits}; exec \"$@\"", "sh", .. command]);
        start.WorkingDirectory = _folder.FullName;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("CHATSERVER_", StringComparison.Ordinal)).ToArray())
            start.Environment.Remove(name);
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => OnOutput(line.Data);
        _process.ErrorDataReceived += (_, line) => OnOutput(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Port { get; private set; }

    public bool IsRunning => !_process.HasExited;

    /// <summary>What it has printed.</summary>
    public IReadOnlyList<string> Log
    {
        get
        {
            lock (_log) return [.. _log];
        }
    }

    /// <summary>Memory in use. Unit: bytes. Source: proc(5), VmRSS.</summary>
    public long ResidentBytes => Status("VmRSS:") * 1024;

    public int OpenDescriptors => Directory.GetFiles($"/proc/{_process.Id}/fd").Length;

    /// <summary>What it has computed so far, on all cores together.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts it and waits until it listens.</summary>
    /// <param name="arguments">Settings.</param>
    public static Task<ServerProcess> StartAsync(params string[] arguments) => StartLimitedAsync(limits: null, arguments);

    /// <summary>Starts it with less than it would like to have.</summary>
    /// <param name="limits">A command of the shell, such as <c>ulimit -n 256</c>; null for none.</param>
    /// <param name="arguments">Settings.</param>
    public static async Task<ServerProcess> StartLimitedAsync(string? limits, params string[] arguments)
    {
        var server = new ServerProcess(arguments, limits);
        server.Port = await server._port.Task.WaitAsync(Patience);
        return server;
    }

    /// <summary>Sends a signal, such as <c>STOP</c>, and waits until the process is in the state that it leads to.</summary>
    /// <param name="name">The signal.</param>
    /// <param name="state">Letters of states. Source: proc(5), stat.</param>
    public async Task SignalAsync(string name, string state)
    {
        using (var kill = Process.Start("kill", [$"-{name}", _process.Id.ToString(CultureInfo.InvariantCulture)])!)
            await kill.WaitForExitAsync().WaitAsync(Patience);
        var deadline = DateTime.UtcNow + Patience;
        while (!state.Contains(StateNow(), StringComparison.Ordinal))
        {
            Assert.True(DateTime.UtcNow < deadline, $"The process is not in state {state}.");
            await Task.Yield();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync().WaitAsync(Patience);
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    // The name in brackets may hold anything, and the state follows it.
    private char StateNow()
    {
        var stat = File.ReadAllText($"/proc/{_process.Id}/stat");
        return stat[stat.LastIndexOf(')') + 2];
    }

    private long Status(string field) => File.ReadLines($"/proc/{_process.Id}/status")
        .Where(line => line.StartsWith(field, StringComparison.Ordinal))
        .Select(line => long.Parse(line[field.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture))
        .Single();

    private void OnOutput(string? line)
    {
        if (line is null)
        {
            _port.TrySetException(new InvalidOperationException($"The server ended: {string.Join('\n', Log)}"));
            return;
        }

        lock (_log) _log.Add(line);
        if (Listening().Match(line) is { Success: true } match)
            _port.TrySetResult(int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@" listens on \S+:(\d+)")]
    private static partial Regex Listening();
}
