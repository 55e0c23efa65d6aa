namespace ChatClient.Connection;

/// <summary>How long to wait before the next attempt to connect. It grows with every failure and differs between clients, so that they do
/// not all meet a returning server at once.</summary>
/// <param name="random">For the jitter.</param>
internal sealed class RetryDelay(Random random)
{
    /// <summary>The wait after the first failure, before jitter.</summary>
    public static readonly TimeSpan First = TimeSpan.FromSeconds(2);

    /// <summary>The longest wait, before jitter.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    // The part of the wait that is random, in both directions.
    private const double Jitter = 0.3;

    private int _failures;

    /// <summary>Failures since the last success.</summary>
    public int Failures => _failures;

    /// <summary>The connection worked for a while: the next failure is a first one again.</summary>
    public void Reset() => _failures = 0;

    /// <summary>The wait after one more failure.</summary>
    public TimeSpan Next()
    {
        var doublings = Math.Min(_failures++, 16);
        var wait = Math.Min(First.TotalSeconds * (1 << doublings), Longest.TotalSeconds);
        return TimeSpan.FromSeconds(wait * (1 + (Jitter * ((2 * random.NextDouble()) - 1))));
    }
}
