using ChatLoad.Load;
using ChatLoad.Processes;

namespace ChatLoad.Reporting;

/// <summary>Prints a line whenever a new stage begins: for logs, where a changing picture is of no use.</summary>
internal sealed class LineView(TextWriter output) : IProgressView
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <inheritdoc/>
    public async Task FollowAsync(ILoadJob job, LoadSettings settings)
    {
        var stage = "";
        while (await Task.WhenAny(job.Completion, Task.Delay(Look)) != job.Completion)
        {
            if (job.Latest.Stage == stage)
                continue;
            stage = job.Latest.Stage;
            await output.WriteLineAsync($"{stage} ...");
        }
    }
}
