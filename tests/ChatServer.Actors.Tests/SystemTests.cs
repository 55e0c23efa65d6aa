using ChatServer.Actors.Hosting;
using ChatServer.Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ChatServer.Actors.Tests;

/// <summary>What belongs to the system as a whole: selection, event stream, dispatchers, piping, hosting, its end.</summary>
public sealed class SystemTests : TestKit.TestKit
{
    private static Props Echo => Puppet.Props((self, message) => self.From.Tell((message, self.Me.Path.Name)));

    private static Props Family => Puppet.Props(
        (self, message) => self.From.Tell((message, self.Me.Path.Name)),
        (_, what, _) =>
        {
            if (what != "PreStart") return;
            foreach (var name in new[] { "ann", "art", "bob" }) Puppet.Context.ActorOf(Echo, name);
        });

    [Fact]
    public void A_selection_finds_by_name_by_wildcard_and_by_the_way_up()
    {
        var family = Sys.ActorOf(Family, "family");
        family.Tell("ready?", TestActor);
        ExpectMsg<(object, string)>();
        Sys.ActorSelection("/user/family/bob").Tell(1, TestActor);
        ExpectMsg<(object, string)>(((object)1, "bob"));
        Sys.ActorSelection("akka://test/user/family/bob").Tell(2, TestActor);
        ExpectMsg<(object, string)>(((object)2, "bob"));
        Sys.ActorSelection("family/a*").Tell(3, TestActor);
        ExpectMsgAllOf<(object, string)>(((object)3, "ann"), ((object)3, "art"));
        Sys.ActorSelection("/user/family/bob/../a?t").Tell(4, TestActor);
        ExpectMsg<(object, string)>(((object)4, "art"));
        Sys.ActorSelection("/user/family/z*").Tell(5, TestActor);
        ExpectNoMsg(1);
        EventFilter.DeadLetter<int>(number => number == 6, source: "/user/family/zoe").ExpectOne(() =>
            Sys.ActorSelection("/user/family/zoe").Tell(6, TestActor));
        Assert.Throws<ArgumentException>(() => Sys.ActorSelection("akka://other/user"));
    }

    [Fact]
    public async Task ResolveOne_gives_the_reference_or_fails()
    {
        var echo = Sys.ActorOf(Echo, "echo");
        Assert.Same(echo, await Sys.ActorSelection("/user/echo").ResolveOne(Wait.Deadline).OrFail());
        await Assert.ThrowsAsync<ActorNotFoundException>(() => Sys.ActorSelection("/user/none").ResolveOne(Wait.Deadline).OrFail());
    }

    [Fact]
    public void Names_are_checked()
    {
        Sys.ActorOf(Echo, "taken");
        Assert.Throws<InvalidActorNameException>(() => Sys.ActorOf(Echo, "taken"));
        foreach (var bad in new[] { "", "$a", "a b", "a/b", "ä", "a%2" })
            Assert.Throws<InvalidActorNameException>(() => Sys.ActorOf(Echo, bad));
        foreach (var good in new[] { "a", "#general"[1..], "a%20b", "x-_.*+:@&=,!~';()" })
            Assert.Equal(good, Sys.ActorOf(Echo, good).Path.Name);
        Assert.Equal("akka://test/user/taken", (Sys.ActorOf(Echo, "other").Path.Parent / "taken").ToString());
        Assert.Throws<ActorInitializationException>(() => new Plain());
        Assert.Throws<InvalidMessageException>(() => TestActor.Tell(null!));
    }

    private sealed class Plain : ReceiveActor;

    [Fact]
    public void The_event_stream_delivers_by_class_base_and_interface()
    {
        var (text, any, comparable) = (CreateTestProbe(), CreateTestProbe(), CreateTestProbe());
        Assert.True(Sys.EventStream.Subscribe(text, typeof(string)));
        Assert.False(Sys.EventStream.Subscribe(text, typeof(string)));
        Sys.EventStream.Subscribe<IComparable>(comparable);
        Sys.EventStream.Subscribe<object>(any);
        Sys.EventStream.Publish("a");
        Sys.EventStream.Publish(1);
        text.ExpectMsg("a");
        comparable.ExpectMsg("a");
        comparable.ExpectMsg(1);
        any.ExpectMsg("a");
        any.ExpectMsg(1);
        Assert.True(Sys.EventStream.Unsubscribe(comparable));
        Assert.False(Sys.EventStream.Unsubscribe<IComparable>(comparable));
        Sys.EventStream.Publish("b");
        text.ExpectMsg("b");
        comparable.ExpectNoMsg(1);
        Watch(text);
        Sys.Stop(text);
        ExpectTerminated(text.Ref);
        // It has been unsubscribed by its end: nothing of this is a dead letter.
        EventFilter.DeadLetter().Expect(0, () => Sys.EventStream.Publish("c"));
    }

    [Fact]
    public async Task Dispatchers_run_actors_where_they_say()
    {
        static Props Where() => Puppet.Props((self, _) => self.From.Tell(Environment.CurrentManagedThreadId));
        var pinned = Sys.ActorOf(Where().WithDispatcher(Dispatchers.PinnedDispatcherId));
        var other = Sys.ActorOf(Where().WithDispatcher(Dispatchers.PinnedDispatcherId));
        var first = await pinned.Ask<int>("where?").OrFail();
        for (var i = 0; i < 20; i++) Assert.Equal(first, await pinned.Ask<int>("where?").OrFail());
        Assert.NotEqual(first, await other.Ask<int>("where?").OrFail());
        Assert.True(await pinned.GracefulStop(Wait.Deadline).OrFail());

        var calling = Sys.ActorOf(Where().WithDispatcher(Dispatchers.CallingThreadDispatcherId));
        calling.Tell("where?", TestActor);
        Assert.True(HasMessages);
        ExpectMsg(Environment.CurrentManagedThreadId);

        Sys.Dispatchers.RegisterThreadPool("slow", throughput: 1);
        Assert.NotEqual(first, await Sys.ActorOf(Where().WithDispatcher("slow")).Ask<int>("where?").OrFail());
    }

    [Fact]
    public void A_task_s_outcome_is_piped()
    {
        Task.FromResult(1).PipeTo(TestActor);
        ExpectMsg(1);
        Task.FromResult(1).PipeTo(TestActor, success: number => $"got {number}");
        ExpectMsg("got 1");
        Task.FromException<int>(new InvalidOperationException("no")).PipeTo(TestActor);
        Assert.Equal("no", ExpectMsg<Status.Failure>().Cause.Message);
        Task.FromException(new InvalidOperationException("no")).PipeTo(TestActor, failure: cause => cause.Message);
        ExpectMsg("no");
        Task.CompletedTask.PipeTo(TestActor);
        Task.CompletedTask.PipeTo(TestActor, TestActor, () => "done");
        ExpectMsgFrom(TestActor, "done");
    }

    [Fact]
    public async Task An_ask_fails_with_the_cause_and_with_an_answer_of_another_type()
    {
        var actor = Sys.ActorOf(Puppet.Props((self, message) =>
            self.From.Tell(message is "fail" ? new Status.Failure(new InvalidOperationException("no")) : message)));
        Assert.Equal("no", (await Assert.ThrowsAsync<InvalidOperationException>(() => actor.Ask<string>("fail").OrFail())).Message);
        await Assert.ThrowsAsync<ArgumentException>(() => actor.Ask<string>(1).OrFail());
        Assert.Equal("by factory", await actor.Ask<string>(_ => "by factory", null, CancellationToken.None).OrFail());
        Assert.Throws<ArgumentException>(() => { _ = ActorRefs.Nobody.Ask("a"); });
    }

    [Fact]
    public void An_answer_that_comes_too_late_is_a_dead_letter()
    {
        var asked = CreateTestProbe();
        using var source = new CancellationTokenSource();
        var answer = asked.Ref.Ask<string>("question", source.Token);
        asked.ExpectMsg("question");
        source.Cancel();
        EventFilter.DeadLetter<string>(text => text == "late").ExpectOne(() => asked.Reply("late"));
        Assert.True(answer.IsCanceled);
    }

    [Fact]
    public async Task The_system_ends_with_all_its_actors_and_takes_no_new_ones()
    {
        var system = ActorSystem.Create("ends");
        var stopped = 0;
        var last = system.ActorOf(Puppet.Props((_, _) => { }, (_, what, _) => stopped += what == "PostStop" ? 1 : 0), "a");
        await system.Terminate().OrFail();
        Assert.Equal(1, stopped);
        Assert.True(system.WhenTerminated.IsCompletedSuccessfully);
        Assert.Throws<InvalidOperationException>(() => system.ActorOf(Echo));
        last.Tell("nobody is there, and nothing breaks");
        await system.Terminate().OrFail();
        Assert.Throws<ArgumentException>(() => ActorSystem.Create("-bad"));
    }

    [Fact]
    public async Task A_hosted_system_starts_and_ends_with_its_host()
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton<TimeProvider>(new TestScheduler());
        builder.Services.AddSingleton("from the container");
        builder.Services.AddAkka("hosted", (akka, _) => akka.WithActors((system, registry, resolver) =>
            registry.Register<Injected>(system.ActorOf(resolver.Props<Injected>(7), "injected"))));
        using var host = builder.Build();
        await host.StartAsync().WaitAsync(Wait.Deadline);
        var required = host.Services.GetRequiredService<IRequiredActor<Injected>>();
        Assert.Equal("from the container 7", await required.ActorRef.Ask<string>("who?").OrFail());
        Assert.Same(required.ActorRef, await required.GetAsync().OrFail());
        var hosted = host.Services.GetRequiredService<ActorSystem>();
        Assert.IsType<TestScheduler>(hosted.TimeProvider);
        var registry = host.Services.GetRequiredService<IActorRegistry>();
        Assert.Throws<MissingActorRegistryEntryException>(() => registry.Get<string>());
        Assert.Throws<DuplicateActorRegistryException>(() => registry.Register<Injected>(TestActor));
        registry.Register<Injected>(TestActor, overwrite: true);
        Assert.Same(TestActor, registry.Get<Injected>());
        await host.StopAsync().WaitAsync(Wait.Deadline);
        Assert.True(hosted.WhenTerminated.IsCompleted);
    }

    private sealed class Injected : ReceiveActor
    {
        public Injected(string text, int number) => ReceiveAny(_ => Sender.Tell($"{text} {number}"));
    }

    [Fact]
    public void Dead_letters_are_logged_up_to_a_number_and_again_after_a_while()
    {
        var setup = BootstrapSetup.Create().WithLogDeadLetters(2, TimeSpan.FromMinutes(1));
        using var simulation = new Simulation(1, system: setup);
        var logged = new TestProbe(simulation.System);
        simulation.System.EventStream.Subscribe(logged, typeof(Info));
        void Lose(int count)
        {
            for (var i = 0; i < count; i++) simulation.System.DeadLetters.Tell(i);
            simulation.Run();
        }

        simulation.Run();
        Lose(5);
        logged.ExpectMsg<Info>();
        logged.ExpectMsg<Info>();
        logged.ExpectNoMsg();
        simulation.RunFor(TimeSpan.FromMinutes(1));
        Lose(1);
        logged.ExpectMsg<Info>(info => info.Message.ToString()!.Contains("3 more were not logged", StringComparison.Ordinal));
    }
}
