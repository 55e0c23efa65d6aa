using ChatLoad.Measuring;

namespace ChatLoad.Scenarios;

/// <summary>The pace of a single process: it waits for nobody.</summary>
/// <param name="passing">Called when the process comes to a checkpoint.</param>
internal sealed class SinglePace(Action<Checkpoint> passing) : IPace
{
    /// <inheritdoc/>
    public bool MayPass(Checkpoint checkpoint, Meter meter)
    {
        passing(checkpoint);
        return true;
    }

    /// <inheritdoc/>
    public bool IsDrained(Meter meter) => meter.Delivered >= meter.Expected;
}
