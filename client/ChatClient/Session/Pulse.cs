namespace ChatClient.Session;

/// <summary>Checks whether the server is alive, and measures how fast it answers.</summary>
/// <remarks>A PING is sent every half minute, even while the server is sending, to measure the lag. A server that is busy sending counts
/// as alive; a connection is closed only if nothing arrives on it.</remarks>
internal sealed class Pulse
{
    /// <summary>How long a server may take to welcome us.</summary>
    public static readonly TimeSpan PatienceForRegistration = TimeSpan.FromSeconds(60);

    /// <summary>Time between two PINGs.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    /// <summary>How soon a new connection's first PING is sent, so that the lag is known early.</summary>
    public static readonly TimeSpan FirstAfter = TimeSpan.FromSeconds(5);

    /// <summary>The user is told when a PING has been unanswered for this long.</summary>
    public static readonly TimeSpan Worry = TimeSpan.FromSeconds(10);

    /// <summary>How long after a PING nothing may arrive before the connection counts as dead.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private const string TokenPrefix = "lag-";

    private DateTimeOffset _started;
    private DateTimeOffset _lastHeard;
    private DateTimeOffset _lastPing;
    private bool _isWaiting;
    private bool _hasWorried;
    private long _count;

    /// <summary>What to do about the connection.</summary>
    public enum Finding
    {
        /// <summary>Nothing to do.</summary>
        Alive,

        /// <summary>Send a PING.</summary>
        PingDue,

        /// <summary>Tell the user that the server is slow to answer.</summary>
        Stalled,

        /// <summary>Close the connection.</summary>
        Dead,
    }

    /// <summary>The lag of the last answered PING. If an unanswered one is already older than that, its age.</summary>
    public TimeSpan? Lag { get; private set; }

    /// <summary>The token of the PING to send.</summary>
    public string Token => $"{TokenPrefix}{_count}";

    /// <summary>Whether a PONG's token is one of ours.</summary>
    public static bool IsOurs(string token) => token.StartsWith(TokenPrefix, StringComparison.Ordinal);

    /// <summary>A connection was opened.</summary>
    public void Start(DateTimeOffset now)
    {
        _started = _lastHeard = now;
        _lastPing = now - Interval + FirstAfter;
        _isWaiting = _hasWorried = false;
        Lag = null;
    }

    /// <summary>The connection is gone.</summary>
    public void Stop() => Lag = null;

    /// <summary>Something was received.</summary>
    public void OnHeard(DateTimeOffset now) => _lastHeard = now;

    /// <summary>Time since something was last received.</summary>
    public TimeSpan SilenceAt(DateTimeOffset now) => now - _lastHeard;

    /// <summary>Checks whether registration takes too long.</summary>
    /// <returns>How long it has taken, if that is too long; otherwise null.</returns>
    public TimeSpan? TooLongToRegister(DateTimeOffset now) => now - _started > PatienceForRegistration ? now - _started : null;

    /// <summary>What is due now.</summary>
    public Finding Check(DateTimeOffset now)
    {
        if (!_isWaiting)
            return now - _lastPing >= Interval ? Finding.PingDue : Finding.Alive;

        var age = now - _lastPing;
        if (age > Worry && age > Lag.GetValueOrDefault())
            Lag = age;
        if (age > Patience && SilenceAt(now) > Patience)
            return Finding.Dead;
        if (age <= Worry || _hasWorried || SilenceAt(now) <= Worry)
            return Finding.Alive;

        _hasWorried = true;
        return Finding.Stalled;
    }

    /// <summary>A PING was sent.</summary>
    public void OnPingSent(DateTimeOffset now)
    {
        _lastPing = now;
        _isWaiting = true;
        _hasWorried = false;
    }

    /// <summary>A PONG was received.</summary>
    /// <returns>The lag, if it answers our last PING.</returns>
    public TimeSpan? OnPong(string token, DateTimeOffset now)
    {
        if (!_isWaiting || token != Token)
            return null;

        _isWaiting = false;
        _count++;
        return Lag = now - _lastPing;
    }
}
