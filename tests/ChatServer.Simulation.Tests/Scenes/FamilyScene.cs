namespace ChatServer.SimulationTests.Scenes;

/// <summary>Children fail, one after the other, and their parent does about it what its strategy says. Who goes on as he is, who is made
/// anew,
/// who is gone, and what becomes of their own children and of what was told to them, follows from that.</summary>
internal sealed class FamilyScene(Simulation simulation) : Scene(simulation)
{
    private readonly Dictionary<string, int> _made = [];
    private readonly Dictionary<string, int> _ended = [];
    private readonly List<(string Who, int Incarnation, int Number)> _heard = [];
    private readonly Dictionary<string, Record> _records = [];
    private Plan _plan = null!;
    private int _greetings;
    private string? _handled;

    /// <summary>How the parent supervises.</summary>
    /// <param name="IsForAll">Whether the failure of one concerns all.</param>
    /// <param name="Most">Most restarts in a window; negative for no limit.</param>
    /// <param name="Window">Its length; null for the child's whole life.</param>
    private sealed record Plan(bool IsForAll, int Most, TimeSpan? Window);

    private sealed class Failure(Directive directive) : Exception($"A failure to be answered by {directive}.")
    {
        public Directive Directive => directive;
    }

    private sealed record Greeting(int Number);

    /// <summary>What is known of a child: which incarnation it is, whether it lives, and how often it was restarted since when.</summary>
    private sealed class Record
    {
        public int Incarnation { get; set; } = 1;

        public bool Lives { get; set; } = true;

        public int Restarts { get; set; }

        public DateTimeOffset? Since { get; set; }
    }

    protected override void Play()
    {
        // No sum of the times that pass is exactly a window.
        TimeSpan? window = Random.Chance(0.5) ? Milliseconds(1003) : null;
        _plan = new Plan(Random.Chance(0.4), Random.Next(5) - 1, window);
        for (var number = 1 + Random.Next(3); number > 0; number--) _records.Add($"c{number}", new Record());
        var parent = Make<Parent>("parent", this);
        Settle();
        for (var i = 2 + Random.Next(12); i > 0; i--)
        {
            GreetAll();
            if (_records.Where(record => record.Value.Lives).Select(record => record.Key).ToList() is not { Count: > 0 } living) break;
            Fail(living[Random.Next(living.Count)]);
            Revive(parent);
            Pass(Milliseconds(50 * Random.Next(Random.Chance(0.3) ? 30 : 4)));
        }

        GreetAll();
    }

    private void Fail(string child)
    {
        var all = Enum.GetValues<Directive>();
        var directive = Random.Chance(0.6) ? Directive.Restart : all[Random.Next(all.Length)];
        var path = $"/user/parent/{child}";
        _handled = null;
        Tell(path, new Order<Child>($"fail: {directive}", _ => throw new Failure(directive)));
        var before = _greetings;
        for (var count = Random.Next(3); count > 0; count--) Tell(path, new Greeting(++_greetings));
        Settle();
        Foresee(child, directive);
        var isRestarted = directive == Directive.Restart && _records[child].Lives;
        if (isRestarted) Expect(_handled == $"fail: {directive}", $"{child} is told before its restart that it was handling {_handled}");
        if (isRestarted || directive == Directive.Resume) ExpectHeard(child, before + 1, _greetings);
        else Expect(!_heard.Exists(heard => heard.Number > before), $"{child} hears what was told to it before it ended");
    }

    /// <summary>What has to be so after a failure.</summary>
    private void Foresee(string child, Directive directive)
    {
        var living = _records.Values.Where(record => record.Lives);
        var concerned = _plan.IsForAll ? living.ToList() : [_records[child]];
        switch (directive)
        {
            case Directive.Restart:
                // Everybody's restart counts, be it granted to all or not.
                var isGranted = concerned.ConvertAll(MayRestart).TrueForAll(may => may);
                concerned.ForEach(record => End(record, comesBack: isGranted));
                break;
            case Directive.Stop:
                concerned.ForEach(record => End(record, comesBack: false));
                break;
            case Directive.Escalate:
                // The parent is made anew, and makes all its children anew.
                foreach (var record in _records.Values) Renew(record);
                break;
        }
    }

    private bool MayRestart(Record record)
    {
        if (_plan.Most == 0) return false;
        if (_plan.Window is not { } window) return _plan.Most < 0 || ++record.Restarts <= _plan.Most;
        if (record.Since is null || Now - record.Since > window) (record.Since, record.Restarts) = (Now, 0);
        return ++record.Restarts <= Math.Max(1, _plan.Most);
    }

    private static void End(Record record, bool comesBack)
    {
        if (comesBack) record.Incarnation++;
        else record.Lives = false;
    }

    private static void Renew(Record record) =>
        (record.Incarnation, record.Lives, record.Restarts, record.Since) = (record.Incarnation + 1, true, 0, null);

    private void Revive(IActorRef parent)
    {
        foreach (var (child, record) in _records.Where(record => !record.Value.Lives && Random.Chance(0.3)))
        {
            Renew(record);
            parent.Tell(new Order<Parent>($"make {child}", parent => parent.Make(child)));
        }

        Settle();
    }

    /// <summary>Everybody who lives hears what is told to him, as whom he is, and so does his own child.</summary>
    private void GreetAll()
    {
        foreach (var (child, record) in _records)
        {
            var first = _greetings + 1;
            Tell($"/user/parent/{child}", new Greeting(++_greetings));
            Tell($"/user/parent/{child}/grandchild", new Greeting(++_greetings));
            Settle();
            Expect(
                _made.GetValueOrDefault(child) == record.Incarnation,
                $"{child} was made {_made[child]} times, not {record.Incarnation}");
            var ends = record.Incarnation - (record.Lives ? 1 : 0);
            Expect(_ended.GetValueOrDefault(child) == ends, $"{child} has ended {_ended.GetValueOrDefault(child)} times, not {ends}");
            Expect(
                _ended.GetValueOrDefault($"{child}/grandchild") == ends,
                $"{child}'s child has ended {_ended.GetValueOrDefault($"{child}/grandchild")} times, not {ends}");
            if (!record.Lives) Expect(!_heard.Exists(heard => heard.Number >= first), $"{child} hears something after its end");
            else ExpectHeard(child, first, first);
            if (record.Lives) ExpectHeard($"{child}/grandchild", first + 1, first + 1);
        }
    }

    private void ExpectHeard(string who, int from, int to)
    {
        var incarnation = _records[who.Split('/')[0]].Incarnation;
        var expected = Enumerable.Range(from, to - from + 1).Select(number => (who, incarnation, number));
        var heard = _heard.Where(heard => heard.Number >= from && heard.Number <= to).ToList();
        Expect(
            heard.SequenceEqual(expected),
            $"{who}, incarnation {incarnation}, should have heard {from} to {to}: {string.Join(' ', heard)}");
    }

    private void Tell(string path, object message) => System.ActorSelection(path).Tell(message, ActorRefs.NoSender);

    private int Begin(string who)
    {
        _made[who] = _made.GetValueOrDefault(who) + 1;
        return _made[who];
    }

    private sealed class Parent(FamilyScene scene) : UntypedActor
    {
        public void Make(string child) => Context.ActorOf(Props.Create<Child>(scene, child), child);

        protected override void PreStart()
        {
            foreach (var child in scene._records.Keys) Make(child);
        }

        protected override void OnReceive(object message) => (message as Order<Parent>)?.CarryOut(this);

        protected override SupervisorStrategy SupervisorStrategy()
        {
            var (isForAll, most, window) = scene._plan;
            return isForAll ? new AllForOneStrategy(most, window, Decide) : new OneForOneStrategy(most, window, Decide);

            static Directive Decide(Exception cause) => ((Failure)cause).Directive;
        }
    }

    private sealed class Child : UntypedActor
    {
        private readonly FamilyScene _scene;
        private readonly string _name;
        private readonly int _incarnation;

        public Child(FamilyScene scene, string name)
        {
            (_scene, _name) = (scene, name);
            _incarnation = scene.Begin(name);
        }

        protected override void PreStart()
        {
            var isGrandchild = _name.Contains('/', StringComparison.Ordinal);
            if (!isGrandchild) Context.ActorOf(Props.Create<Child>(_scene, $"{_name}/grandchild"), "grandchild");
        }

        protected override void PreRestart(Exception reason, object? message)
        {
            _scene._handled ??= message?.ToString();
            base.PreRestart(reason, message);
        }

        protected override void PostStop() => _scene._ended[_name] = _scene._ended.GetValueOrDefault(_name) + 1;

        protected override void OnReceive(object message)
        {
            if (message is Greeting greeting) _scene._heard.Add((_name, _incarnation, greeting.Number));
            else ((Order<Child>)message).CarryOut(this);
        }
    }
}
