namespace ChatServer.SimulationTests.Scenes;

/// <summary>Actors set timers, replace and cancel them, fail, and wait for silence. What is due comes when it is due, and nothing else
/// does.</summary>
internal sealed class ClockScene(Simulation simulation) : Scene(simulation)
{
    private const int Keys = 3;

    private readonly List<Sleeper> _present = [];
    private readonly List<IActorRef> _actors = [];
    private int _lastTick;
    private bool _keepsSilence;

    private sealed record Tick(int Key, int Number);

    /// <summary>Leaves the silence as it is.</summary>
    private sealed record Whisper : INotInfluenceReceiveTimeout;

    /// <summary>A timer that is set: what it sends, when, and how often; zero for once.</summary>
    private sealed record Due(int Number, DateTimeOffset At, TimeSpan Interval);

    protected override void Play()
    {
        var count = 1 + Random.Next(2);
        _keepsSilence = Random.Chance(0.5);
        for (var number = 0; number < count; number++)
        {
            _present.Add(null!);
            _actors.Add(Make<Sleeper>($"sleeper{number}", this, number));
        }

        Settle();
        for (var i = 6 + Random.Next(25); i > 0; i--)
        {
            Give(_actors[Random.Next(count)]);
            if (Random.Chance(0.6)) Pass(Milliseconds(Random.Next(60)));
            Settle();
            CheckNothingIsLate();
        }

        Pass(Milliseconds(50));
        Schedule();
        foreach (var actor in _actors) actor.Tell(PoisonPill.Instance);
        Settle();
        Expect(Simulation.Clock.UntilNext is null, "timers have outlived their actors");
        Pass(TimeSpan.FromSeconds(1));
    }

    private void Give(IActorRef actor)
    {
        var (key, delay) = (Random.Next(Keys), Milliseconds(1 + Random.Next(50)));
        switch (Random.Next(10))
        {
            case 0 or 1:
                actor.Tell(new Order<Sleeper>($"once in {delay}", sleeper => sleeper.Set(key, delay, TimeSpan.Zero)));
                break;
            case 2:
                var interval = Milliseconds(1 + Random.Next(20));
                actor.Tell(new Order<Sleeper>($"every {interval}", sleeper => sleeper.Set(key, delay, interval)));
                break;
            case 3:
                actor.Tell(new Order<Sleeper>("cancel", sleeper => sleeper.Cancel(key)));
                break;
            case 4:
                actor.Tell(new Order<Sleeper>("cancel all", static sleeper => sleeper.CancelAll()));
                break;
            case 5:
                actor.Tell(new Order<Sleeper>("fail", static _ => throw new InvalidOperationException("A sleeper's failure.")));
                break;
            case 6:
                TimeSpan? silence = Random.Chance(0.8) ? delay : null;
                actor.Tell(new Order<Sleeper>($"wait for {silence} of silence", sleeper => sleeper.WaitFor(silence)));
                break;
            case 7:
                actor.Tell(new Whisper());
                break;
            case 8:
                Occupy(actor, delay);
                break;
            default:
                // It is due while the order to cancel it waits, or the other way round.
                var cancelsFirst = Random.Chance(0.5);
                if (cancelsFirst) CancelIn(delay, key, actor);
                actor.Tell(new Order<Sleeper>($"once in {delay}", sleeper => sleeper.Set(key, delay, TimeSpan.Zero)));
                Settle();
                if (!cancelsFirst) CancelIn(delay, key, actor);
                break;
        }
    }

    /// <summary>A handler waits for something. The silence begins when it has come to its end.</summary>
    private void Occupy(IActorRef actor, TimeSpan time)
    {
        var source = new TaskCompletionSource();
        actor.Tell(new Order<Sleeper>("cancel all", static sleeper => sleeper.CancelAll()));
        actor.Tell(new Order<Sleeper>("work", sleeper => sleeper.WorkUntil(source.Task)));
        Settle();
        Pass(time);
        Simulation.Post(source.SetResult);
        Settle();
    }

    private void CancelIn(TimeSpan delay, int key, IActorRef actor) => System.Scheduler.ScheduleTellOnce(
        delay, actor, new Order<Sleeper>("cancel", sleeper => sleeper.Cancel(key)), ActorRefs.NoSender);

    private void CheckNothingIsLate()
    {
        foreach (var sleeper in _present)
        {
            foreach (var due in sleeper.ToCome.Values) Expect(due.At > Now, $"{due} is late: it is {Now:O}");
            if (sleeper.Silence is not { } silence) continue;
            Expect(sleeper.LastHeard + silence > Now, $"there was silence for {silence} and nobody said so");
        }
    }

    /// <summary>The scheduler of the system tells whom it likes, until it is called off.</summary>
    private void Schedule()
    {
        var times = new List<DateTimeOffset>();
        var (delay, interval, rounds) = (Milliseconds(1 + Random.Next(50)), Milliseconds(1 + Random.Next(20)), 1 + Random.Next(4));
        var start = Now;
        using var cancelable = new Cancelable();
        System.Scheduler.Advanced.ScheduleRepeatedly(delay, interval, () => times.Add(Now), cancelable);
        System.Scheduler.Advanced.ScheduleOnce(delay, () => times.Add(Now));
        using var calledOff = new Cancelable();
        calledOff.Cancel();
        System.Scheduler.Advanced.ScheduleOnce(delay, () => times.Add(Now), calledOff);
        Pass(delay + ((rounds - 1) * interval));
        cancelable.Cancel();
        Pass(TimeSpan.FromSeconds(1));
        var expected = Enumerable.Range(0, rounds).Select(round => start + delay + (round * interval)).Prepend(start + delay);
        Expect(
            times.SequenceEqual(expected),
            $"scheduled in {delay} and every {interval} it came at {string.Join(' ', times.Select(time => time - start))}");
    }

    private sealed class Sleeper : UntypedActor, IWithTimers
    {
        private readonly ClockScene _scene;
        private DateTimeOffset? _toldOfSilenceAt;

        public Sleeper(ClockScene scene, int number)
        {
            _scene = scene;
            if (scene._keepsSilence) Silence = scene._present[number]?.Silence;
            LastHeard = scene.Now;
            scene._present[number] = this;
        }

        public ITimerScheduler Timers { get; set; } = null!;

        /// <summary>What is to come, by key.</summary>
        public Dictionary<int, Due> ToCome { get; } = [];

        /// <summary>After so long a silence it wants to be told; null for never.</summary>
        public TimeSpan? Silence { get; private set; }

        public DateTimeOffset LastHeard { get; private set; }

        public void Set(int key, TimeSpan delay, TimeSpan interval)
        {
            var due = new Due(++_scene._lastTick, _scene.Now + delay, interval);
            ToCome[key] = due;
            if (interval == TimeSpan.Zero) Timers.StartSingleTimer(key, new Tick(key, due.Number), delay);
            else Timers.StartPeriodicTimer(key, new Tick(key, due.Number), delay, interval);
        }

        public void Cancel(int key)
        {
            ToCome.Remove(key);
            Timers.Cancel(key);
        }

        public void CancelAll()
        {
            ToCome.Clear();
            Timers.CancelAll();
        }

        public void WaitFor(TimeSpan? silence)
        {
            Silence = silence;
            Context.SetReceiveTimeout(silence);
        }

        public void WorkUntil(Task end) => RunTask(async () =>
        {
            await end;
            LastHeard = _scene.Now;
        });

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case Order<Sleeper> order:
                    order.CarryOut(this);
                    break;
                case Tick tick:
                    Hear(tick);
                    break;
                case ReceiveTimeout:
                    HearOfSilence();
                    break;
                case Whisper:
                    return;
            }

            LastHeard = _scene.Now;
            for (var key = 0; key < Keys; key++)
                _scene.Expect(
                    Timers.IsTimerActive(key) == ToCome.ContainsKey(key),
                    $"whether a timer is set for {key} is not what was asked for");
        }

        // The timers of the one who failed are gone; the silence that he waited for is the cell's. It begins anew, or is forgotten here.
        protected override void PostRestart(Exception reason)
        {
            if (!_scene._keepsSilence) Context.SetReceiveTimeout(null);
        }

        private void Hear(Tick tick)
        {
            if (!ToCome.TryGetValue(tick.Key, out var due) || due.Number != tick.Number || due.At != _scene.Now)
            {
                _scene.Expect(isKept: false, $"{tick} comes at {_scene.Now:O} where {due} is to come");
                return;
            }

            if (due.Interval == TimeSpan.Zero) ToCome.Remove(tick.Key);
            else ToCome[tick.Key] = due with { At = due.At + due.Interval };
        }

        // What was told at the same moment may have come before it.
        private void HearOfSilence()
        {
            var isTrue = LastHeard == _scene.Now || LastHeard + Silence == _scene.Now;
            _scene.Expect(isTrue && _toldOfSilenceAt != _scene.Now, $"{Silence} of silence at {_scene.Now:O}, after {LastHeard:O}");
            _toldOfSilenceAt = _scene.Now;
        }
    }
}
