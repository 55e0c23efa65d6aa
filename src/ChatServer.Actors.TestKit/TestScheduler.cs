namespace ChatServer.Actors.TestKit;

/// <summary>A clock that stands still until the test advances it, with all its timers.</summary>
/// <remarks>Give it to the system: <c>BootstrapSetup.Create().WithTimeProvider(clock)</c>. Timers fire on the thread that advances the
/// clock, in the order of their times; timers of the same time fire in the order in which they were set. Any thread.</remarks>
public sealed class TestScheduler : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly SortedSet<Timer> _timers = new(Comparer<Timer>.Create(static (x, y) => (x.Due, x.Order).CompareTo((y.Due, y.Order))));
    private readonly DateTimeOffset _start;
    private long _now;
    private long _lastOrder;

    /// <summary>A clock that starts at the beginning of the year 2000, UTC.</summary>
    public TestScheduler()
        : this(new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>A clock that starts at a given time.</summary>
    /// <param name="start">The time.</param>
    public TestScheduler(DateTimeOffset start) => _start = start;

    /// <summary>The time it shows.</summary>
    public DateTimeOffset Now => GetUtcNow();

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>The time until the next timer is due; null if none is set.</summary>
    public TimeSpan? UntilNext
    {
        get
        {
            lock (_lock) return _timers.Min is { } next ? TimeSpan.FromTicks(Math.Max(0, next.Due - _now)) : null;
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _start.AddTicks(Volatile.Read(ref _now));

    /// <inheritdoc/>
    public override long GetTimestamp() => Volatile.Read(ref _now);

    /// <summary>Advances the clock. Timers that fall due fire at their times, including those set meanwhile.</summary>
    /// <param name="offset">How far; not negative.</param>
    public void Advance(TimeSpan offset)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(offset, TimeSpan.Zero);
        var until = Volatile.Read(ref _now) + offset.Ticks;
        while (NextDue(until) is { } timer) timer.Fire();
    }

    /// <summary>Advances the clock to a given time.</summary>
    /// <param name="when">The time; not before the current one.</param>
    public void AdvanceTo(DateTimeOffset when) => Advance(when - GetUtcNow());

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Removes the next timer due by then and sets the clock to its time; if there is none, sets the clock to the end.</summary>
    private Timer? NextDue(long until)
    {
        lock (_lock)
        {
            if (_timers.Min is not { } next || next.Due > until)
            {
                _now = Math.Max(_now, until);
                return null;
            }

            _timers.Remove(next);
            _now = Math.Max(_now, next.Due);
            if (next.Period > 0) Set(next, next.Due + next.Period);
            return next;
        }
    }

    private void Set(Timer timer, long due)
    {
        (timer.Due, timer.Order) = (due, ++_lastOrder);
        _timers.Add(timer);
    }

    private sealed class Timer(TestScheduler clock, TimerCallback callback, object? state) : ITimer
    {
        private bool _isDisposed;

        public long Due { get; set; }

        public long Order { get; set; }

        public long Period { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                if (_isDisposed) return false;
                clock._timers.Remove(this);
                Period = period == Timeout.InfiniteTimeSpan ? 0 : period.Ticks;
                if (dueTime != Timeout.InfiniteTimeSpan) clock.Set(this, clock._now + dueTime.Ticks);
                return true;
            }
        }

        public void Fire() => callback(state);

        public void Dispose()
        {
            lock (clock._lock)
            {
                _isDisposed = true;
                clock._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
