using ChatLoad.Load;
using ChatLoad.Processes;

namespace ChatLoad.Reporting;

/// <summary>Shows how a load test is doing.</summary>
internal interface IProgressView
{
    /// <summary>Shows it until it is over, well or not; throws nothing of what ended it.</summary>
    Task FollowAsync(ILoadJob job, LoadSettings settings);
}
