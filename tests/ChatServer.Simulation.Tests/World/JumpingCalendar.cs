namespace ChatServer.SimulationTests.World;

/// <summary>A clock whose date somebody sets while it runs, forwards and backwards, as time services and administrators do. Timers and
/// timestamps do not care.</summary>
internal sealed class JumpingCalendar(TimeProvider steady) : TimeProvider
{
    public TimeSpan Offset { get; set; }

    public override long TimestampFrequency => steady.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => steady.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => steady.GetUtcNow() + Offset;

    public override long GetTimestamp() => steady.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        steady.CreateTimer(callback, state, dueTime, period);
}
