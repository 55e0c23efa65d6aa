namespace ChatClient.Session;

/// <summary>Whether the server is alive, and how fast it answers.</summary>
/// <remarks>A PING goes out every half minute, even while the server is sending, to measure the lag. A server that is busy sending is not
/// given up: only a connection on which nothing arrives is.</remarks>
internal sealed class Pulse
{
    /// <summary>How long a server may take to welcome us.</summary>
    public static readonly TimeSpan PatienceForRegistration = TimeSpan.FromSeconds(60);

    /// <summary>Time between two PINGs.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    /// <summary>When a connection's first PING is sent, so that the lag is soon known.</summary>
    public static readonly TimeSpan FirstAfter = TimeSpan.FromSeconds(5);

    /// <summary>How old an unanswered PING is when the user is told.</summary>
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

        /// <summary>Tell that the server is slow to answer.</summary>
        Stalled,

        /// <summary>Give the connection up.</summary>
        Dead,
    }

    /// <summary>The lag of the last PING, or the age of the one that is not answered yet, if it is older.</summary>
    public TimeSpan? Lag { get; private set; }

    /// <summary>The token of the PING to send.</summary>
    public string Token => $"{TokenPrefix}{_count}";

    /// <summary>Whether a PONG's token is one of ours.</summary>
    public static bool IsOurs(string token) => token.StartsWith(TokenPrefix, StringComparison.Ordinal);

    /// <summary>A connection begins.</summary>
    public void Start(DateTimeOffset now)
    {
        _started = _lastHeard = now;
        _lastPing = now - Interval + FirstAfter;
        _isWaiting = _hasWorried = false;
        Lag = null;
    }

    /// <summary>The connection is gone.</summary>
    public void Stop() => Lag = null;

    /// <summary>Something has come.</summary>
    public void OnHeard(DateTimeOffset now) => _lastHeard = now;

    /// <summary>How long nothing has come.</summary>
    public TimeSpan SilenceAt(DateTimeOffset now) => now - _lastHeard;

    /// <summary>Looks at the clock while registering.</summary>
    /// <returns>How long it has taken, if that is too long.</returns>
    public TimeSpan? TooLongToRegister(DateTimeOffset now) => now - _started > PatienceForRegistration ? now - _started : null;

    /// <summary>Looks at the clock.</summary>
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

    /// <summary>A PING went out.</summary>
    public void OnPingSent(DateTimeOffset now)
    {
        _lastPing = now;
        _isWaiting = true;
        _hasWorried = false;
    }

    /// <summary>A PONG came.</summary>
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
