namespace ChatServer.SimulationTests.Scenes;

/// <summary>Children fail, one after the other, and their parent does about it what its strategy says. Who goes on as he is, who is made
/// anew,
/// who is gone, and what becomes of their own children and of what was told to them, follows from that.</summary>
internal sealed partial class FamilyScene(Simulation simulation) : Scene(simulation)
{
    private readonly Dictionary<string, int> _made = [];
    private readonly Dictionary<string, int> _ended = [];
    private readonly List<(string Who, int Incarnation, int Number)> _heard = [];
    private readonly Dictionary<string, Record> _records = [];
    private readonly HashSet<Failure> _undecided = [];
    private readonly Dictionary<string, string?> _handled = [];
    private Plan _plan = null!;
    private int _greetings;

    /// <summary>How the parent supervises.</summary>
    /// <param name="IsForAll">Whether the failure of one concerns all.</param>
    /// <param name="Most">Most restarts in a window; negative for no limit.</param>
    /// <param name="Window">Its length; null for the child's whole life.</param>
    /// <param name="KeepsChildren">Whether who is made anew keeps his own children, who are made anew with him.</param>
    private sealed record Plan(bool IsForAll, int Most, TimeSpan? Window, bool KeepsChildren);

    private sealed class Failure(Directive directive) : Exception($"A failure to be answered by {directive}.")
    {
        public Directive Directive => directive;
    }

    /// <summary>A greeting.</summary>
    /// <param name="Number">Which.</param>
    /// <param name="Behind">A failure that comes before it in the same mailbox; null for none.</param>
    private sealed record Greeting(int Number, Failure? Behind = null);

    /// <summary>Something that a handler waits for.</summary>
    private sealed record Wait(TaskCompletionSource Source);

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
        _plan = new Plan(Random.Chance(0.4), Random.Next(5) - 1, window, Random.Chance(0.3));
        for (var number = 1 + Random.Next(3); number > 0; number--) _records.Add($"c{number}", new Record());
        var parent = Make<Parent>("parent", this);
        Settle();
        for (var i = 2 + Random.Next(12); i > 0; i--)
        {
            GreetAll();
            if (_records.Where(record => record.Value.Lives).Select(record => record.Key).ToList() is not { Count: > 0 } living) break;
            var child = living[Random.Next(living.Count)];
            if (Random.Chance(0.1)) FailBeforeParent(child, parent);
            else if (Random.Chance(0.2)) FailWhileOneWaits(child, living[Random.Next(living.Count)]);
            else if (IsUnlimited && Random.Chance(0.3)) FailTogether(child, living[Random.Next(living.Count)]);
            else Fail(child);
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
        _handled.Clear();
        Tell(path, OrderToFail(new Failure(directive)));
        var before = _greetings;
        for (var count = Random.Next(3); count > 0; count--) Tell(path, new Greeting(++_greetings));
        Settle();
        Foresee(child, directive);
        var isRestarted = directive == Directive.Restart && _records[child].Lives;
        if (isRestarted) ExpectHandled(child, $"fail: {directive}");
        if (isRestarted || directive == Directive.Resume) ExpectHeard(child, before + 1, _greetings);
        else Expect(!_heard.Exists(heard => heard.Number > before), $"{child} hears what was told to it before it ended");
    }

    /// <summary>Two fail, neither waiting for the other. Who has failed does nothing more until it is decided what becomes of
    /// him.</summary>
    private void FailTogether(string one, string other)
    {
        if (one == other) return;
        var before = _greetings;
        foreach (var child in (string[])[one, other])
        {
            var failure = new Failure(Directive.Restart);
            Tell($"/user/parent/{child}", OrderToFail(failure));
            Tell($"/user/parent/{child}", new Greeting(++_greetings, failure));
        }

        Settle();
        Foresee(one, Directive.Restart);
        Foresee(other, Directive.Restart);
        var heard = _heard.Where(heard => heard.Number > before).Select(heard => (heard.Who, heard.Number)).Order();
        var told = new List<(string, int)> { (one, before + 1), (other, before + 2) };
        Expect(heard.SequenceEqual(told.Order()), $"{one} and {other} have failed and hear {string.Join(' ', heard)}");
    }

    /// <summary>A child fails while its parent's handler waits, and that fails too: the parent is made anew, with other children, and
    /// nobody decides any more about the one who failed.</summary>
    private void FailBeforeParent(string child, IActorRef parent)
    {
        var source = new TaskCompletionSource();
        parent.Tell(new Order<Parent>("wait", parent => parent.WaitFor(source.Task)));
        Settle();
        Tell($"/user/parent/{child}", OrderToFail(new Failure(Directive.Restart)));
        Settle();
        Simulation.Post(() => source.SetException(new InvalidOperationException("A parent's failure.")));
        Settle();
        foreach (var record in _records.Values) Renew(record);
    }

    /// <summary>Somebody's handler waits, and does so still when it has been decided what becomes of somebody else who has failed
    /// meanwhile: what
    /// is told to who waits, waits with him, be he made anew or not.</summary>
    private void FailWhileOneWaits(string failing, string other)
    {
        var isGrandchild = failing == other || Random.Chance(0.3);
        var waiting = isGrandchild ? $"{other}/grandchild" : other;
        var source = new TaskCompletionSource();
        Tell($"/user/parent/{waiting}", new Wait(source));
        Settle();
        var ends = Random.Chance(0.3);
        if (ends) Simulation.Post(source.SetResult);
        Settle();
        var before = _greetings;
        _handled.Clear();
        var directive = Random.Chance(0.5) ? Directive.Restart : Directive.Resume;
        Tell($"/user/parent/{failing}", OrderToFail(new Failure(directive)));
        Settle();
        var isMadeAnew = directive == Directive.Restart && (_plan.IsForAll || failing == other);
        Foresee(failing, directive);
        if (_records[other].Lives && isMadeAnew && !isGrandchild) ExpectHandled(waiting, ends ? null : nameof(Wait));
        Tell($"/user/parent/{waiting}", new Greeting(++_greetings));
        Settle();

        // In the place of a grandchild that was stopped there is another one, which waits for nothing.
        var waits = !ends && !(isGrandchild && isMadeAnew && !_plan.KeepsChildren);
        if (waits) Expect(!_heard.Exists(heard => heard.Number > before), $"{waiting} hears something while its handler waits");
        if (!ends) Simulation.Post(source.SetResult);
        Settle();
        if (_records[other].Lives) ExpectHeard(waiting, before + 1, before + 1);
    }

    private Order<Child> OrderToFail(Failure failure) => new($"fail: {failure.Directive}", _ =>
    {
        _undecided.Add(failure);
        throw failure;
    });

    private bool IsUnlimited => _plan is { Most: < 0, Window: null };

    private void ExpectHandled(string who, string? what)
    {
        var told = _handled.GetValueOrDefault(who);
        Expect(told == what, $"{who} is told before its restart that it was handling {told ?? "nothing"}");
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
}
