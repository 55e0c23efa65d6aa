namespace ChatLoad.Measuring;

/// <summary>What happened in one interval of the measurement.</summary>
/// <param name="Second">When it ended, in seconds after the start.</param>
/// <param name="Sent">Units of work begun in it.</param>
/// <param name="Delivered">Arrivals in it.</param>
/// <param name="Online">Registered clients at its end.</param>
/// <param name="Latency">Latencies of the arrivals.</param>
internal sealed record TimelinePoint(double Second, long Sent, long Delivered, int Online, Distribution Latency);
