namespace ChatServer.Actors.Tests;

/// <summary>The same invariants on threads that look after events between turns.</summary>
public sealed class WorkerStressTests : ParallelStressTests, IDisposable
{
    private readonly Bell[] _bells;

    public WorkerStressTests()
        : this([new Bell(), new Bell(), new Bell()])
    {
    }

    private WorkerStressTests(Bell[] bells)
        : base(BootstrapSetup.Create().WithEventSources(bells)) => _bells = bells;

    public void Dispose()
    {
        foreach (var bell in _bells) bell.Close();
    }
}

/// <summary>Threads that look after events between turns of actors.</summary>
public sealed class WorkerTests
{
    [Fact]
    public async Task What_actors_tell_each_other_stays_on_the_thread_where_the_event_came_in()
    {
        using var bells = new Bells(count: 1);
        using var system = ActorSystem.Create("test", BootstrapSetup.Create().WithEventSources(bells.All));
        var talk = new Talk();
        var second = system.ActorOf(Puppet.Props((_, _) => talk.Say(Environment.CurrentManagedThreadId)));
        var first = system.ActorOf(Puppet.Props((_, message) =>
        {
            talk.Say(Environment.CurrentManagedThreadId);
            second.Tell(message);
        }));

        bells.All[0].Ring(() =>
        {
            talk.Say(Environment.CurrentManagedThreadId);
            first.Tell("go");
        });

        var thread = await talk.Next();
        await talk.Expect(thread, thread);
        Assert.NotEqual(Environment.CurrentManagedThreadId, thread);
    }

    [Fact]
    public async Task A_worker_with_much_to_do_gives_turns_to_one_that_sleeps()
    {
        using var bells = new Bells(count: 2);
        using var system = ActorSystem.Create("test", BootstrapSetup.Create().WithEventSources(bells.All));
        var talk = new Talk();
        var actors = Enumerable.Range(0, 200)
            .Select(_ => system.ActorOf(Puppet.Props((_, _) => talk.Say(Environment.CurrentManagedThreadId))))
            .ToList();

        // Whether the other sleeps yet when the event comes in is for chance to say; it does some time.
        var threads = new HashSet<object>();
        while (threads.Count < 2)
        {
            bells.All[0].Ring(() => actors.ForEach(actor => actor.Tell("turn")));
            for (var i = 0; i < actors.Count; i++) threads.Add(await talk.Next());
        }
    }

    [Fact]
    public async Task With_few_events_all_that_the_first_causes_is_done_before_the_second()
    {
        using var bells = new Bells(count: 1);
        using var system = ActorSystem.Create("test", BootstrapSetup.Create().WithEventSources(bells.All));
        var talk = new Talk();
        var last = system.ActorOf(Puppet.Props((_, message) => talk.Say($"last: {message}")));
        var middle = system.ActorOf(Puppet.Props((_, message) => last.Tell(message)));
        var first = system.ActorOf(Puppet.Props((_, message) => middle.Tell(message)));

        // Both wait when the worker looks.
        bells.All[0].Ring(() =>
        {
            bells.All[0].Ring(() => last.Tell("came second"));
            first.Tell("came first");
        });

        await talk.Expect("last: came first", "last: came second");
    }

    [Fact]
    public async Task Events_are_looked_at_though_actors_never_run_out_of_turns()
    {
        using var bells = new Bells(count: 1);
        using var system = ActorSystem.Create("test", BootstrapSetup.Create().WithEventSources(bells.All));
        var talk = new Talk();
        var restless = system.ActorOf(Puppet.Props((puppet, message) => puppet.Me.Tell(message)));
        restless.Tell("again");

        bells.All[0].Ring(() => talk.Say("event"));

        await talk.Expect("event");
    }

    [Fact]
    public async Task Who_is_woken_by_a_patient_message_gets_his_turn_after_all_others()
    {
        using var bells = new Bells(count: 1);
        using var system = ActorSystem.Create("test", BootstrapSetup.Create().WithEventSources(bells.All, patient: [typeof(News)]));
        var talk = new Talk();
        var reader = system.ActorOf(Puppet.Props((_, message) => talk.Say($"reader: {message}")));
        var last = system.ActorOf(Puppet.Props((_, message) => reader.Tell(new News($"from {message}"))));
        var middle = system.ActorOf(Puppet.Props((_, message) =>
        {
            talk.Say($"middle: {message}");
            last.Tell(message);
        }));

        // An actor's first turn is that of its creation: all three have had it when the round has been made once.
        middle.Tell("start");
        await talk.Expect("middle: start", "reader: from start");

        bells.All[0].Ring(() =>
        {
            reader.Tell(new News("early"));
            middle.Tell("go");
        });

        await talk.Expect("middle: go", "reader: early", "reader: from go");
    }

    [Fact]
    public async Task Who_is_woken_by_a_patient_message_gets_his_turn_though_others_never_rest()
    {
        using var bells = new Bells(count: 1);
        using var system = ActorSystem.Create("test", BootstrapSetup.Create().WithEventSources(bells.All, patient: [typeof(News)]));
        var talk = new Talk();
        var restless = system.ActorOf(Puppet.Props((puppet, message) => puppet.Me.Tell(message)));
        var reader = system.ActorOf(Puppet.Props((_, message) => talk.Say($"reader: {message}")));
        restless.Tell("again");

        bells.All[0].Ring(() => reader.Tell(new News("early")));

        await talk.Expect("reader: early");
    }

    private sealed record News(string Text)
    {
        public override string ToString() => Text;
    }

    private sealed class Bells(int count) : IDisposable
    {
        public Bell[] All { get; } = [.. Enumerable.Range(0, count).Select(_ => new Bell())];

        public void Dispose()
        {
            foreach (var bell in All) bell.Close();
        }
    }
}

/// <summary>A source of events that a test rings.</summary>
public sealed class Bell : IEventSource, IDisposable
{
    private readonly SemaphoreSlim _rung = new(0);
    private readonly global::System.Collections.Concurrent.ConcurrentQueue<Action> _events = new();
    private volatile bool _isClosed;

    public bool Poll(bool mayWait, Action settle)
    {
        if (mayWait) _rung.Wait();
        while (_events.TryDequeue(out var action))
        {
            action();
            settle();
        }

        return !_isClosed;
    }

    public void Interrupt() => _rung.Release();

    public void Ring(Action action)
    {
        _events.Enqueue(action);
        Interrupt();
    }

    /// <summary>Ends the worker that looks here.</summary>
    public void Close()
    {
        _isClosed = true;
        Interrupt();
    }

    public void Dispose() => _rung.Dispose();
}
