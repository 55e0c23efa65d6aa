using ChatLoad.Load;
using ChatLoad.Measuring;

namespace ChatLoad.Scenarios;

/// <summary>Work that is repeated: by the clock in an open loop, or each time the last is done in a closed one.</summary>
internal abstract class TrafficScenario(Bench bench) : Scenario(bench)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(20);

    private long _mayBegin;
    private bool _isSending;

    /// <inheritdoc/>
    protected override double StartLevel => Settings.Rate is { } rate ? rate * Portion.Share : Settings.Stages.IsEmpty ? Actors : 0;

    /// <summary>How many of this process's senders, pairs or cycles there are at most.</summary>
    protected abstract int Actors { get; }

    /// <summary>How many of them are active, in a closed loop.</summary>
    protected int Active { get; private set; }

    /// <summary>Whether another unit of work may begin.</summary>
    protected bool MaySend => _isSending && _mayBegin > 0 && !IsStopped;

    /// <summary>Begins a unit of work in an open loop.</summary>
    /// <param name="due">When it was due.</param>
    protected abstract void Begin(long due);

    /// <summary>Has an actor begin what a window allows, in a closed loop.</summary>
    /// <param name="actor">Which, from 0.</param>
    /// <param name="window">Maximum units in progress; at most that of the settings.</param>
    protected abstract void Fill(int actor, int window);

    /// <inheritdoc/>
    protected override void Work(LoadShape shape, long count)
    {
        (_mayBegin, _isSending) = (count, true);
        if (Settings.IsOpenLoop)
            WorkByTheClock(shape);
        else
            WorkInTurn(shape);
        _isSending = false;
        Active = 0;
    }

    /// <summary>Counts a unit of work that begins.</summary>
    /// <param name="arrivals">How many arrivals it should cause.</param>
    protected void CountBegun(int arrivals)
    {
        _mayBegin--;
        Meter.Sent++;
        Meter.Expected += arrivals;
    }

    // In turn, not all of one actor at once: a client that speaks for several senders would say everything to one room and then everything
    // to the next, and messages released together stay together.
    private void FillInTurn(int first, int end)
    {
        for (var window = 1; first < end && window <= Settings.Window; window++)
        {
            for (var actor = first; actor < end; actor++)
                Fill(actor, window);
        }
    }

    private void WorkByTheClock(LoadShape shape)
    {
        var start = Clock.Now;
        var end = start + Clock.Nanoseconds(shape.Length);
        var open = new OpenLoop(shape, Settings.Arrivals, Bench.Random, start, Portion.Phase);
        for (var now = start; MaySend && (now < end || open.NextDue < end); now = Clock.Now)
        {
            while (MaySend && open.TryTake(now, out var due))
            {
                Meter.Lag.Record(Clock.Now - due);
                Begin(due);
            }

            Bench.Loop.Pump(Math.Min(open.NextDue, end));
        }
    }

    private void WorkInTurn(LoadShape shape)
    {
        var start = Clock.Now;
        var end = start + Clock.Nanoseconds(shape.Length);
        for (var now = start; MaySend && now < end; now = Clock.Now)
        {
            var wanted = Math.Min(Actors, (int)Math.Ceiling(shape.LevelAt(TimeSpan.FromTicks((now - start) / 100))));
            FillInTurn(Active, wanted);
            Active = wanted;
            Bench.Loop.Pump(Math.Min(end, now + Clock.Nanoseconds(LongestPause)));
        }
    }
}
