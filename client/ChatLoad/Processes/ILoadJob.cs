using ChatLoad.Measuring;

namespace ChatLoad.Processes;

/// <summary>A running load test, in this process or in several.</summary>
internal interface ILoadJob : IDisposable
{
    /// <summary>Its progress. Any thread.</summary>
    ProgressReport Latest { get; }

    /// <summary>What was measured.</summary>
    /// <remarks>Fails with <see cref="Scenarios.LoadFailedException"/> if the load could not be set up.</remarks>
    Task<ProcessResult> Completion { get; }
}
