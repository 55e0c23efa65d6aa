namespace ChatServer.Actors.TestKit;

/// <summary>A simulated run failed. The text has the seed, which repeats it, and the chart of what led to it.</summary>
public sealed class SimulationFailedException : Exception
{
    internal SimulationFailedException(Simulation simulation, Exception cause)
        : base($"Seed {simulation.Seed}: {cause.Message}{Environment.NewLine}{simulation.Trace.Chart()}", cause)
    {
        Seed = simulation.Seed;
        Trace = simulation.Trace;
    }

    /// <summary>Repeats the run.</summary>
    public ulong Seed { get; }

    /// <summary>All that happened.</summary>
    public SimulationTrace Trace { get; }
}
