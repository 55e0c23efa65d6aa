using System.Diagnostics;
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
    public static async Task<LoadProcess> RunAsync(params string[] arguments)
    {
        var file = new FileInfo(Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.json"));
        var result = await RunBareAsync([.. arguments, "--json", file.FullName]);
        if (!file.Exists)
            return result;

        var run = JsonFile.Read(file);
        file.Delete();
        return result with { Run = run };
    }

    /// <summary>Runs it with these arguments.</summary>
    public static async Task<LoadProcess> RunBareAsync(params string[] arguments)
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
            var errors = process.StandardError.ReadToEndAsync(deadline.Token);
            var output = await process.StandardOutput.ReadToEndAsync(deadline.Token);
            await process.WaitForExitAsync(deadline.Token);
            return new LoadProcess(process.ExitCode, output, await errors, Run: null);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Fails with everything that the program said, unless it ended like this.</summary>
    public LoadProcess Ending(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"Exit code {ExitCode}, not {exitCode}:\n{Output}\n{Errors}");
        return this;
    }
}
