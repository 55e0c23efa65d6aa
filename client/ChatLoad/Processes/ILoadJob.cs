using ChatLoad.Measuring;

namespace ChatLoad.Processes;

/// <summary>A load test that is under way, in this process or in several.</summary>
internal interface ILoadJob : IDisposable
{
    /// <summary>How it is doing. Any thread.</summary>
    ProgressReport Latest { get; }

    /// <summary>What was measured.</summary>
    /// <remarks>Ends with <see cref="Scenarios.LoadFailedException"/> if the load could not be brought about.</remarks>
    Task<ProcessResult> Completion { get; }
}
