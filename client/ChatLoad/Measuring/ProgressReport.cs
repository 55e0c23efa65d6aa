namespace ChatLoad.Measuring;

/// <summary>The current progress of a process.</summary>
/// <param name="Stage">What it is doing.</param>
/// <param name="At">When. Unit: nanoseconds of <see cref="Clock"/>.</param>
/// <param name="Opening">Connections that are being opened.</param>
/// <param name="Online">Registered clients.</param>
/// <param name="Sent">Units of work begun since the measurement began.</param>
/// <param name="Expected">Arrivals that they should cause.</param>
/// <param name="Delivered">Arrivals.</param>
/// <param name="Errors">Error replies of the server.</param>
/// <param name="Disconnected">Connections that ended unexpectedly.</param>
/// <param name="Latency">Latencies in the last interval.</param>
internal sealed record ProgressReport(
    string Stage, long At, int Opening, int Online, long Sent, long Expected, long Delivered, long Errors, long Disconnected,
    Distribution Latency)
{
    /// <summary>Before anything has happened.</summary>
    public static readonly ProgressReport Nothing = new("starting", 0, 0, 0, 0, 0, 0, 0, 0, Distribution.Empty);

    /// <summary>Both together.</summary>
    public ProgressReport Plus(ProgressReport other) => new(
        At == 0 ? other.Stage : Stage, Math.Max(At, other.At), Opening + other.Opening, Online + other.Online, Sent + other.Sent,
        Expected + other.Expected, Delivered + other.Delivered, Errors + other.Errors, Disconnected + other.Disconnected,
        Latency.Plus(other.Latency));
}
