using ChatServer.Engine.Administration;
using ChatServer.Engine.Settings;

namespace ChatServer.SimulationTests.World;

/// <summary>Does what operators ask of the process: reads settings, others each time, and now and then such as are not in order. How long
/// that takes, the seed decides.</summary>
/// <param name="network">Has things done later.</param>
/// <param name="settings">What held at the beginning.</param>
/// <param name="translate">Makes the server's settings of them.</param>
internal sealed class SimulatedHost(SimulatedNetwork network, RunSettings settings, Func<RunSettings, ServerSettings> translate)
    : IServerHost
{
    private const int NoLimit = 100;

    private static readonly TimeSpan LongestReading = TimeSpan.FromSeconds(2);

    public string ConfigurationName => "simulated";

    /// <summary>Told of settings that are about to be put in place.</summary>
    public Action<RunSettings>? OnRead { get; set; }

    public Task<ReadSettings> ReadSettingsAsync()
    {
        var source = new TaskCompletionSource<ReadSettings>();
        var random = network.Simulation.Random;
        network.After(random.Chance(0.5) ? TimeSpan.Zero : random.NextTime(LongestReading), () => Finish(source));
        return source.Task;
    }

    /// <summary>The simulated process goes on.</summary>
    public void Stop()
    {
    }

    // With the context of a test runner, what follows the task would go on in a thread of the pool.
    private void Finish(TaskCompletionSource<ReadSettings> source)
    {
        var outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        source.SetResult(Read());
        SynchronizationContext.SetSynchronizationContext(outer);
    }

    private ReadSettings Read()
    {
        var random = network.Simulation.Random;
        if (random.Chance(0.2)) return new ReadSettings(null, ["nothing here is in order"]);
        var fresh = settings with
        {
            RoomsPerUser = Draw(),
            ListEntries = Draw(),
            MonitorEntries = Draw(),
            HistoryEvents = random.Chance(0.7) ? 3 + random.Next(30) : 1000,
        };
        OnRead?.Invoke(fresh);
        return new ReadSettings(translate(fresh), []);

        int Draw() => random.Chance(0.5) ? 1 + random.Next(4) : NoLimit;
    }
}
