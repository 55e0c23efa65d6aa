namespace ChatServer.Actors;

/// <summary>How often a child has been restarted, and since when that has been counted.</summary>
public sealed class ChildRestartStats
{
    private readonly TimeProvider _time;
    private long? _windowStart;

    internal ChildRestartStats(IActorRef child, TimeProvider time) => (Child, _time) = (child, time);

    /// <summary>The child.</summary>
    public IActorRef Child { get; }

    /// <summary>Restarts in the current window.</summary>
    public int RestartCount { get; private set; }

    /// <summary>Requests one more restart, and counts it if granted.</summary>
    /// <param name="maxNrOfRetries">Maximum number of restarts in a window; 0 for none at all; negative for no limit.</param>
    /// <param name="withinTimeMilliseconds">Length of the window; negative or 0 for the whole life of the child.</param>
    public bool RequestRestartPermission(int maxNrOfRetries, int withinTimeMilliseconds)
    {
        if (maxNrOfRetries == 0) return false;
        if (maxNrOfRetries < 0 && withinTimeMilliseconds <= 0) return true;
        if (withinTimeMilliseconds <= 0) return ++RestartCount <= maxNrOfRetries;

        // A window without a number allows one restart per window.
        var most = maxNrOfRetries < 0 ? 1 : maxNrOfRetries;
        var now = _time.GetTimestamp();
        _windowStart ??= now;
        if (_time.GetElapsedTime(_windowStart.Value, now) <= TimeSpan.FromMilliseconds(withinTimeMilliseconds))
            return ++RestartCount <= most;

        (_windowStart, RestartCount) = (now, 1);
        return true;
    }
}
