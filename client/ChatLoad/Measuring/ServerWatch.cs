using System.Collections.Immutable;
using ChatLoad.Scenarios;

namespace ChatLoad.Measuring;

/// <summary>Samples the server's processes when a run reaches its checkpoints, and their memory in between.</summary>
/// <remarks><see cref="On"/>: one thread at a time. Between calls a timer's thread samples memory.</remarks>
internal sealed class ServerWatch(ImmutableArray<int> pids, Func<int> connections) : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly Dictionary<Checkpoint, ProcessSample> _samples = [];
    private readonly Dictionary<Checkpoint, int> _connections = [];
    private readonly List<MemoryPoint> _memory = [];
    private readonly Lock _memoryLock = new();
    private Timer? _timer;
    private MachineSample? _machineBefore;
    private MachineSample? _machineAfter;

    /// <summary>Cores that the whole machine kept busy during the measurement, or null if it can't be told.</summary>
    public double? MachineCores => _machineBefore is { } before && _machineAfter is { } after ? after.CoresSince(before) : null;

    /// <summary>All processes of the run have reached a checkpoint.</summary>
    public void On(Checkpoint checkpoint)
    {
        _connections[checkpoint] = connections();
        if (!pids.IsEmpty)
            _samples[checkpoint] = ProcessSample.Of(pids);
        if (checkpoint == Checkpoint.Measure)
        {
            _machineBefore = MachineSample.Take();
            if (!pids.IsEmpty)
                _timer = new Timer(_ => Collect(), null, TimeSpan.Zero, Interval);
        }
        else if (checkpoint == Checkpoint.Arrived)
        {
            _machineAfter = MachineSample.Take();
        }
        else if (checkpoint == Checkpoint.End)
        {
            _timer?.Dispose();
        }
    }

    /// <summary>What the server used; null if it was not observed or has ended, as its numbers are then unknown.</summary>
    public ServerResult? Result()
    {
        if (pids.IsEmpty || !_samples.TryGetValue(Checkpoint.End, out var end) || !pids.All(ProcessSample.IsRunning))
            return null;

        // If connecting is what is measured, nobody is connected when it begins; if people come and go, nobody stays at all.
        var settled = _connections[Checkpoint.Ready] > 0 ? Checkpoint.Ready : Checkpoint.End;
        lock (_memoryLock)
        {
            return new ServerResult(
                _samples[Checkpoint.Start], _samples[settled], _samples[Checkpoint.Measure], _samples[Checkpoint.Arrived], end,
                _connections[settled], [.. _memory])
            {
                Registered = _samples.GetValueOrDefault(Checkpoint.Registered),
            };
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _timer?.Dispose();

    private void Collect()
    {
        var sample = ProcessSample.Of(pids);
        lock (_memoryLock)
            _memory.Add(new MemoryPoint((sample.At - _samples[Checkpoint.Measure].At) / (double)Clock.Second, sample.ResidentBytes));
    }
}
