using ChatLoad.Load;
using ChatLoad.Processes;

namespace ChatLoad.Reporting;

/// <summary>Shows the progress of a load test.</summary>
internal interface IProgressView
{
    /// <summary>Shows it until the test ends, in success or failure; never throws the test's own failure.</summary>
    Task FollowAsync(ILoadJob job, LoadSettings settings);
}
