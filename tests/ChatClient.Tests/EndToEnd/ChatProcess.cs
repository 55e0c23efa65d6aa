using System.Diagnostics;

namespace ChatClient.Tests.EndToEnd;

/// <summary>The built program in a separate process.</summary>
internal sealed class ChatProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly CancellationTokenSource _deadline = new(Patience);
    private readonly Task<string> _errors;

    private ChatProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync(_deadline.Token);
    }

    public static ChatProcess Start(params string[] arguments) => StartIn(Path.Combine(Path.GetTempPath(), "chat-tests-none"), arguments);

    /// <summary>Starts the program with a folder for its configuration and state.</summary>
    public static ChatProcess StartIn(string home, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "chat.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["CHAT_PASSWORD"] = null;
        start.Environment["CHAT_ACCOUNT_PASSWORD"] = null;
        start.Environment["XDG_CONFIG_HOME"] = Path.Combine(home, "config");
        start.Environment["XDG_STATE_HOME"] = Path.Combine(home, "state");
        return new ChatProcess(Process.Start(start)!);
    }

    public async Task TypeAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync();
    }

    public void EndInput() => _process.StandardInput.Close();

    /// <summary>Reads output up to a line with this ending.</summary>
    public Task<string> ReadUntilAsync(string end) => ReadUntilAsync(line => line.EndsWith(end, StringComparison.Ordinal), end);

    /// <summary>Reads output up to a line that contains this text.</summary>
    public Task<string> ReadUntilContainsAsync(string part) =>
        ReadUntilAsync(line => line.Contains(part, StringComparison.Ordinal), part);

    private async Task<string> ReadUntilAsync(Func<string, bool> isWanted, string wanted)
    {
        var seen = new List<string>();
        try
        {
            while (await _process.StandardOutput.ReadLineAsync(_deadline.Token) is { } line)
            {
                if (isWanted(line))
                    return line;
                seen.Add(line);
            }
        }
        catch (OperationCanceledException error)
        {
            throw new TimeoutException($"Waited for: {wanted}\nSeen since: {string.Join('\n', seen)}", error);
        }

        throw new InvalidOperationException($"The program ended before showing: {wanted}\n{await _errors}");
    }

    public async Task<(int ExitCode, string Output, string Errors)> WaitAsync()
    {
        var output = await _process.StandardOutput.ReadToEndAsync(_deadline.Token);
        await _process.WaitForExitAsync(_deadline.Token);
        return (_process.ExitCode, output, await _errors);
    }

    public async Task SignalAsync(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{_process.Id}"]);
        await kill.WaitForExitAsync(_deadline.Token);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
        _deadline.Dispose();
    }
}
