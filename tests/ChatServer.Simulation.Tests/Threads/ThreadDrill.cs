namespace ChatServer.SimulationTests.Threads;

/// <summary>Actors on real threads, as fast as they can: nothing is lost, nothing is told twice, what one tells another stays in order, and
/// whoever sleeps is woken. What no seed can decide is at least tried again and again.</summary>
/// <remarks>What goes wrong here can't be repeated by a number; the drill itself can, and a race that is lost once is lost again.</remarks>
internal static class ThreadDrill
{
    private const int Runners = 6;
    private const int Starters = 3;
    private const int LettersEach = 300;
    private const int Rounds = 40;

    // Each wait that ends without news is one of these, so a machine that stands still for a while does not count.
    private const int MostWaits = 120;
    private static readonly TimeSpan OneWait = TimeSpan.FromMilliseconds(500);

    private enum Manner
    {
        Pool,
        Workers,
        Pinned,
    }

    /// <summary>Drills actors on all kinds of threads there are.</summary>
    /// <returns>What has gone wrong; null for nothing.</returns>
    public static string? Play() => Enum.GetValues<Manner>().Select(Play).FirstOrDefault(objection => objection is not null);

    private static string? Play(Manner manner)
    {
        Bell[] bells = manner == Manner.Workers ? [new Bell(), new Bell()] : [];
        var setup = BootstrapSetup.Create().WithThroughput(5);
        var system = ActorSystem.Create("drill", bells.Length > 0 ? setup.WithEventSources(bells) : setup);
        var tally = new Tally();
        var props = Props.Create<Runner>(tally);
        var runners = Enumerable.Range(0, Runners)
            .Select(_ => system.ActorOf(manner == Manner.Pinned ? props.WithDispatcher(Dispatchers.PinnedDispatcherId) : props)).ToArray();
        var objection = Race(runners, tally) ?? PassABaton(runners, tally) ?? End(system);
        foreach (var bell in bells) bell.Close();
        return objection is null ? null : $"{manner}: {objection}";
    }

    /// <summary>Several threads write to all of them at once, and each of them passes on what it gets.</summary>
    private static string? Race(IActorRef[] runners, Tally tally)
    {
        var expected = Starters * LettersEach * Runners * 2;
        var all = tally.Await(expected);
        var starters = Enumerable.Range(0, Starters).Select(starter => new Thread(() =>
        {
            for (var number = 1; number <= LettersEach; number++)
            {
                for (var to = 0; to < Runners; to++) runners[to].Tell(new Letter(starter, number, runners[(to + 1) % Runners]));
            }
        })).ToList();
        starters.ForEach(starter => starter.Start());
        starters.ForEach(starter => starter.Join());
        return HasCome(all) ? tally.Objection : $"of {expected} letters {tally.Count} have arrived, and nothing moves any more";
    }

    /// <summary>Everybody sleeps but one, who wakes the next.</summary>
    private static string? PassABaton(IActorRef[] runners, Tally tally)
    {
        for (var round = 1; round <= Rounds; round++)
        {
            var all = tally.Await(Runners);
            runners[0].Tell(new Baton(runners, 0));
            if (!HasCome(all)) return $"in round {round} {tally.Count} of {Runners} were woken, and nobody moves any more";
        }

        return tally.Objection;
    }

    private static string? End(ActorSystem system)
    {
        system.Terminate();
        return HasCome(system.WhenTerminated) ? null : "the system does not terminate";
    }

    private static bool HasCome(Task task)
    {
        for (var waits = 0; waits < MostWaits; waits++)
        {
            if (task.Wait(OneWait)) return true;
        }

        return false;
    }

    private sealed record Letter(int Starter, int Number, IActorRef Next)
    {
        public bool IsPassedOn { get; init; }
    }

    private sealed record Baton(IActorRef[] Runners, int At);

    /// <summary>Counts, on any thread.</summary>
    private sealed class Tally
    {
        private TaskCompletionSource _all = new();
        private int _expected;
        private int _count;

        public int Count => Volatile.Read(ref _count);

        public string? Objection { get; private set; }

        public Task Await(int expected)
        {
            _all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            (_expected, _count) = (expected, 0);
            return _all.Task;
        }

        public void Add()
        {
            if (Interlocked.Increment(ref _count) == _expected) _all.SetResult();
        }

        public void Object(string what) => Objection ??= what;
    }

    private sealed class Runner : ReceiveActor
    {
        private readonly Dictionary<(int Starter, bool IsPassedOn), int> _last = [];
        private int _isRunning;

        public Runner(Tally tally)
        {
            Receive<Letter>(letter =>
            {
                if (Interlocked.Exchange(ref _isRunning, 1) == 1) tally.Object("two threads are in one actor");
                var way = (letter.Starter, letter.IsPassedOn);
                var last = _last.GetValueOrDefault(way);
                if (letter.Number != last + 1) tally.Object($"letter {letter.Number} comes after {last}");
                _last[way] = letter.Number;
                if (!letter.IsPassedOn) letter.Next.Tell(letter with { IsPassedOn = true });
                Volatile.Write(ref _isRunning, 0);
                tally.Add();
            });
            Receive<Baton>(baton =>
            {
                tally.Add();
                if (baton.At + 1 < baton.Runners.Length) baton.Runners[baton.At + 1].Tell(baton with { At = baton.At + 1 });
            });
        }
    }

    /// <summary>Where a worker waits while it has nothing to do.</summary>
    private sealed class Bell : IEventSource
    {
        private readonly object _gate = new();
        private bool _hasRung;
        private bool _isClosed;

        public bool Poll(bool mayWait, Action settle)
        {
            lock (_gate)
            {
                while (mayWait && !_hasRung) Monitor.Wait(_gate);
                _hasRung = false;
                return !_isClosed;
            }
        }

        public void Interrupt()
        {
            lock (_gate)
            {
                _hasRung = true;
                Monitor.Pulse(_gate);
            }
        }

        public void Close()
        {
            lock (_gate) _isClosed = true;
            Interrupt();
        }
    }
}
