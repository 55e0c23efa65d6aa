using System.Security.Cryptography;
using ChatLoad.Load;
using ChatLoad.Measuring;
using ChatLoad.Reporting;
using ChatLoad.Scenarios;

namespace ChatLoad.Processes;

/// <summary>Runs a load test from the settings to the report.</summary>
internal static class LoadRunner
{
    /// <summary>Runs it.</summary>
    /// <param name="scenario">Name of the scenario.</param>
    /// <param name="settings">What is to be done.</param>
    /// <param name="options">The same as options, for the report.</param>
    /// <param name="label">What the run is called.</param>
    /// <param name="progress">Shows its progress.</param>
    /// <param name="stop">Cancelled when no more work may begin: the run then ends early, with a report.</param>
    /// <exception cref="LoadFailedException">The load could not be set up.</exception>
    public static async Task<RunReport> RunAsync(
        string scenario, LoadSettings settings, IReadOnlyList<string> options, string label, IProgressView progress,
        CancellationToken stop)
    {
        settings = settings with { Run = BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(4)) };
        Descriptors.Check(settings);
        ILoadJob? job = null;
        using var watch = new ServerWatch(settings.Pids, () => job?.Latest.Online ?? 0);
        using (job = settings.Processes == 1
            ? new LocalJob(settings, new SinglePace(watch.On), stop)
            : new ProcessGroup(settings, watch.On, stop))
        {
            await progress.FollowAsync(job, settings);
            var report = new RunReport
            {
                Label = label.Length > 0 ? label : scenario,
                Scenario = scenario,
                Time = DateTimeOffset.UtcNow,
                Settings = [.. options],
                Load = await job.Completion,
                Server = watch.Result(),
                MachineCores = watch.MachineCores,
                IsInterrupted = stop.IsCancellationRequested,
            };
            return report with { Warnings = [.. Doubts.About(report, settings)] };
        }
    }
}
