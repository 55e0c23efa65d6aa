using System.Collections.Immutable;
using ChatLoad.Delivery;

namespace ChatLoad.Measuring;

/// <summary>Collects what one process measures. Only the loop; other threads read <see cref="Latest"/>.</summary>
internal sealed class Meter
{
    private const int MostProblems = 20;
    private const int MostPoints = 1_000;

    private readonly Dictionary<string, long> _problems = [];
    private readonly ImmutableArray<TimelinePoint>.Builder _timeline = ImmutableArray.CreateBuilder<TimelinePoint>();
    private readonly List<Figure> _figures = [];
    private long _interval = Clock.Second / 2;
    private long _rollAt = long.MaxValue;
    private Sums _atStart;
    private Sums _atLastPoint;
    private Distribution _total = Distribution.Empty;
    private long _startedAt;
    private TimeSpan _cpuAtStart;
    private TimeSpan _cpu;
    private double _busyShare;
    private volatile ProgressReport _latest = ProgressReport.Nothing;

    /// <summary>Checks deliveries.</summary>
    public DeliveryLedger Ledger { get; init; } = new();

    /// <summary>Time from sending, or from when it was due, to the arrival.</summary>
    public Histogram Latency { get; } = new();

    /// <summary>Time from the start of a connection until it is open.</summary>
    public Histogram Connecting { get; } = new();

    /// <summary>Time from the open connection to the server's welcome.</summary>
    public Histogram Registering { get; } = new();

    /// <summary>How late this program itself was: from when a message was due until it was sent.</summary>
    public Histogram Lag { get; } = new();

    /// <summary>What the scenario is doing, for people.</summary>
    public string Stage { get; set; } = "starting";

    /// <summary>Units of work begun: messages, registrations, cycles.</summary>
    public long Sent { get; set; }

    /// <summary>Arrivals that these should cause.</summary>
    public long Expected { get; set; }

    /// <summary>Units of work that are complete without being a delivery.</summary>
    public long Completed { get; set; }

    /// <summary>Arrivals so far.</summary>
    public long Delivered => Ledger.Delivered + Completed;

    /// <summary>Connections that are being opened.</summary>
    public int Opening { get; set; }

    /// <summary>Registered clients.</summary>
    public int Online { get; set; }

    /// <summary>Connections that ended unexpectedly.</summary>
    public long Disconnected { get; set; }

    /// <summary>Error replies of the server.</summary>
    public long Errors { get; set; }

    /// <summary>When the last arrival was. Unit: nanoseconds of <see cref="Clock"/>.</summary>
    public long LastArrival { get; set; }

    /// <summary>The state a short while ago. Any thread.</summary>
    public ProgressReport Latest => _latest;

    /// <summary>What went wrong so far.</summary>
    public ImmutableArray<Problem> Problems => [.. _problems.Select(problem => new Problem(problem.Key, problem.Value))];

    /// <summary>Records something that people should know about.</summary>
    public void Problem(string text)
    {
        if (_problems.TryGetValue(text, out var count))
            _problems[text] = count + 1;
        else if (_problems.Count < MostProblems)
            _problems[text] = 1;
    }

    /// <summary>Records a figure that only this scenario has.</summary>
    public void Add(Figure figure) => _figures.Add(figure);

    /// <summary>What was counted so far belongs to the setup and the warm-up; what comes from now on belongs to the measurement.</summary>
    /// <remarks>Call it before the processes meet: messages of the first to start reach the others before those have started.</remarks>
    public void Clear()
    {
        _atStart = _atLastPoint = SumsNow();
        Latency.Take();
        Lag.Take();
    }

    /// <summary>The measurement begins.</summary>
    /// <param name="interval">How long a point of the timeline is.</param>
    public void Begin(TimeSpan interval)
    {
        _interval = Clock.Nanoseconds(interval);
        _startedAt = LastArrival = Clock.Now;
        _rollAt = _startedAt + _interval;
        _cpuAtStart = Environment.CpuUsage.TotalTime;
    }

    /// <summary>All is sent: the CPU time of this process from here on does not show how busy it was.</summary>
    public void AllSent()
    {
        _cpu = Environment.CpuUsage.TotalTime - _cpuAtStart;
        _busyShare = _cpu / TimeSpan.FromTicks(Math.Max(1, (Clock.Now - _startedAt) / 100));
    }

    /// <summary>Ends intervals that are over.</summary>
    public void Housekeep(long now)
    {
        while (now >= _rollAt)
        {
            Roll(_rollAt);
            if (_timeline.Count == MostPoints)
                Coarsen();
            _rollAt += _interval;
        }
    }

    /// <summary>Publishes the state for other threads.</summary>
    public void Publish(long now) => _latest = new ProgressReport(
        Stage, now, Opening, Online, Sent - _atStart.Sent, Expected - _atStart.Expected, Delivered - _atStart.Delivered,
        Errors, Disconnected, _timeline.Count > 0 ? _timeline[^1].Latency : Distribution.Empty);

    /// <summary>What was measured.</summary>
    public ProcessResult End()
    {
        var now = Clock.Now;
        _rollAt = long.MaxValue;
        Roll(now);
        return new ProcessResult
        {
            StartedAt = _startedAt,
            EndedAt = now,
            LastArrival = LastArrival,
            Sent = Sent - _atStart.Sent,
            Expected = Expected - _atStart.Expected,
            Delivered = Delivered - _atStart.Delivered,
            Lost = Expected - Delivered,
            Duplicated = Ledger.Duplicated,
            OutOfOrder = Ledger.OutOfOrder,
            Errors = Errors,
            Disconnected = Disconnected,
            Latency = _total,
            Connecting = Connecting.Take(),
            Registering = Registering.Take(),
            Lag = Lag.Take(),
            Timeline = _timeline.ToImmutable(),
            Figures = [.. _figures],
            Problems = Problems,
            CpuNanoseconds = Clock.Nanoseconds(_cpu),
            BusiestShare = _busyShare,
        };
    }

    private void Roll(long instant)
    {
        var sums = SumsNow();
        var latency = Latency.Take();
        _total = _total.Plus(latency);
        _timeline.Add(new TimelinePoint(
            (instant - _startedAt) / (double)Clock.Second, sums.Sent - _atLastPoint.Sent, sums.Delivered - _atLastPoint.Delivered,
            Online, latency));
        _atLastPoint = sums;
    }

    // If a run lasts longer than planned, two points become one.
    private void Coarsen()
    {
        var coarse = _timeline.Chunk(2).Select(pair => pair[0].Plus(pair[^1])).ToArray();
        _timeline.Clear();
        _timeline.AddRange(coarse);
        _interval *= 2;
    }

    private Sums SumsNow() => new(Sent, Expected, Delivered);

    private readonly record struct Sums(long Sent, long Expected, long Delivered);
}
