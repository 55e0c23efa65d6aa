namespace ChatServer.Actors;

/// <summary>Cancels the scheduled items that it was passed to. Any thread.</summary>
public sealed class Cancelable : ICancelable, IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<ITimer> _timers = [];
    private bool _cancelled;

    /// <summary>For any use.</summary>
    public Cancelable()
    {
    }

    /// <summary>For items scheduled with that scheduler.</summary>
    /// <param name="scheduler">The scheduler.</param>
    public Cancelable(IScheduler scheduler) => ArgumentNullException.ThrowIfNull(scheduler);

    /// <inheritdoc/>
    public bool IsCancellationRequested
    {
        get
        {
            lock (_lock) return _cancelled;
        }
    }

    /// <inheritdoc/>
    public void Cancel()
    {
        lock (_lock)
        {
            _cancelled = true;
            foreach (var timer in _timers) timer.Dispose();
            _timers.Clear();
        }
    }

    /// <summary>As <see cref="Cancel"/>.</summary>
    public void Dispose() => Cancel();

    /// <summary>Attaches a timer; if this is cancelled already, the timer is ended at once.</summary>
    internal void Add(ITimer timer)
    {
        lock (_lock)
        {
            if (_cancelled) timer.Dispose();
            else _timers.Add(timer);
        }
    }
}
