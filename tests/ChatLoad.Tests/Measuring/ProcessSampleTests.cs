using System.Diagnostics;
using ChatLoad.Measuring;
using ChatLoad.Scenarios;

namespace ChatLoad.Tests.Measuring;

public class ProcessSampleTests
{
    [Fact]
    public void Of_this_process_everything_is_known()
    {
        var sample = ProcessSample.Of([Environment.ProcessId]);

        Assert.True(sample is { CpuNanoseconds: > 0, ResidentBytes: > 1_000_000, PrivateBytes: > 0, Voluntary: > 0 }, $"{sample}");
        Assert.True(ProcessSample.IsRunning(Environment.ProcessId));
    }

    [Fact]
    public async Task Of_a_process_that_has_ended_nothing_is_told()
    {
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "read line"]) { RedirectStandardInput = true })!;
        using var watch = new ServerWatch([process.Id], () => 1);
        foreach (var checkpoint in Enum.GetValues<Checkpoint>())
            watch.On(checkpoint);
        Assert.NotNull(watch.Result());

        process.StandardInput.Close();
        await process.WaitForExitAsync();

        Assert.False(ProcessSample.IsRunning(process.Id));
        Assert.Null(watch.Result());
    }
}
