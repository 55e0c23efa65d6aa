using ChatLoad.Load;
using ChatLoad.Processes;

namespace ChatLoad.Reporting;

/// <summary>Shows nothing.</summary>
internal sealed class NoView : IProgressView
{
    /// <inheritdoc/>
    public async Task FollowAsync(ILoadJob job, LoadSettings settings) => await Task.WhenAny(job.Completion);
}
