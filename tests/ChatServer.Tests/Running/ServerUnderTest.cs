using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ChatServer.Tests.Running;

/// <summary>The real program in a process and a working folder of its own.</summary>
internal sealed partial class ServerUnderTest : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();
    private readonly Process _process;
    private readonly Task<string> _errors;

    private ServerUnderTest(IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment, string? appSettings)
    {
        if (appSettings is not null)
            _folder.Write("appsettings.json", appSettings);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ChatServer.dll"), .. arguments])
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Whoever runs the tests may have set some for other purposes.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("CHATSERVER_", StringComparison.Ordinal)).ToArray())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        _process = Process.Start(start)!;
        _errors = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Whether the program has ended.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>Files in the working folder, by name.</summary>
    public IEnumerable<string> Files => Directory.GetFileSystemEntries(_folder.Path).Select(path => Path.GetFileName(path)!);

    /// <summary>Starts the program and waits until it ends by itself.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunToEndAsync(params string[] arguments)
    {
        using var server = new ServerUnderTest(arguments, environment: null, appSettings: null);
        var output = await server._process.StandardOutput.ReadToEndAsync().WaitAsync(Deadline);
        return (await server.EndAsync(), output, await server._errors);
    }

    /// <summary>Starts the program; <see cref="ListeningAsync"/> waits until it listens.</summary>
    public static ServerUnderTest Start(
        IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, string? appSettings = null) =>
        new(arguments, environment, appSettings);

    /// <summary>The ports of the greeting, once it is there.</summary>
    /// <exception cref="InvalidOperationException">The program ended before.</exception>
    public async Task<IReadOnlyList<int>> ListeningAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync().WaitAsync(Deadline) is { } line)
        {
            if (line.Contains(" listens on ", StringComparison.Ordinal))
                return [.. Port().Matches(line).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))];
        }

        throw new InvalidOperationException($"The server ended: {await _errors}");
    }

    /// <summary>Writes another <c>appsettings.json</c>; the program reads it when it is told to.</summary>
    public void WriteSettings(string json) => _folder.Write("appsettings.json", json);

    /// <summary>Sends a signal, such as <c>TERM</c>.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Waits for the end of the program and gives its exit code.</summary>
    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Deadline);
        return _process.ExitCode;
    }

    /// <summary>Waits for the end of the program, which must be one in order.</summary>
    /// <exception cref="InvalidOperationException">Its exit code is not 0; the message has its last words.</exception>
    public async Task EndInOrderAsync()
    {
        var rest = await _process.StandardOutput.ReadToEndAsync().WaitAsync(Deadline);
        if (await EndAsync() is var code and not 0)
        {
            var words = rest + await _errors;
            throw new InvalidOperationException($"Exit code {code}: {words[..Math.Min(words.Length, 4000)]}");
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
        _folder.Dispose();
    }

    [GeneratedRegex(@":(\d+)\b(?! ends)")]
    private static partial Regex Port();
}
