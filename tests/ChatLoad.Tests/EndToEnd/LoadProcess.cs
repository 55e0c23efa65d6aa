using System.Diagnostics;
using System.Globalization;
using System.Text;
using ChatLoad.Measuring;
using ChatLoad.Reporting;

namespace ChatLoad.Tests.EndToEnd;

/// <summary>The program in a process of its own, from start to end.</summary>
/// <param name="ExitCode">How it ended.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Errors">Its standard error.</param>
/// <param name="Run">What it wrote into the file, or null.</param>
internal sealed record LoadProcess(int ExitCode, string Output, string Errors, RunReport? Run)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Runs it, with <c>--json</c> to a file that is read afterwards.</summary>
    public static Task<LoadProcess> RunAsync(params string[] arguments) => InterruptAsync([], arguments);

    /// <summary>The same, with Ctrl+C each time that the next of these stages is announced.</summary>
    public static async Task<LoadProcess> InterruptAsync(string[] stages, params string[] arguments)
    {
        var file = new FileInfo(Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.json"));
        var result = await RunBareAsync(new Queue<string>(stages), [.. arguments, "--json", file.FullName]);
        if (!file.Exists)
            return result;

        var run = JsonFile.Read(file);
        file.Delete();
        return result with { Run = run };
    }

    /// <summary>Runs it with these arguments.</summary>
    public static Task<LoadProcess> RunBareAsync(params string[] arguments) => RunBareAsync(new Queue<string>(), arguments);

    /// <summary>Fails with everything that the program said, unless it ended like this.</summary>
    public LoadProcess Ending(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"Exit code {ExitCode}, not {exitCode}:\n{Output}\n{Errors}");
        return this;
    }

    private static async Task<LoadProcess> RunBareAsync(Queue<string> stages, string[] arguments)
    {
        using var deadline = new CancellationTokenSource(Patience);
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "chat-load.dll"), .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
            var errors = new StringBuilder();
            while (await process.StandardError.ReadLineAsync(deadline.Token) is { } line)
            {
                errors.AppendLine(line);
                if (stages.TryPeek(out var stage) && line == $"{stage} ...")
                {
                    stages.Dequeue();
                    Interrupt(process);
                }
            }

            await process.WaitForExitAsync(deadline.Token);
            return new LoadProcess(process.ExitCode, await output, errors.ToString(), Run: null);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static void Interrupt(Process process)
    {
        using var kill = Process.Start("sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -INT {process.Id}")]);
        kill.WaitForExit();
    }
}
