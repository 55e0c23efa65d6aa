namespace ChatServer.Actors.Tests;

public sealed class BehaviorTests : TestKit.TestKit
{
    private interface IThing;

    private record Base : IThing;

    private sealed record Derived : Base;

    private sealed class Switch : ReceiveActor, IWithUnboundedStash
    {
        public Switch() => Become(Closed);

        public IStash Stash { get; set; } = null!;

        private void Closed()
        {
            Receive<string>(text => text == "open", _ =>
            {
                Become(Open);
                Stash.UnstashAll();
            });
            Receive<string>(text => text == "fail", _ => throw new InvalidOperationException());
            Receive<string>(text => text == "peek", _ => BecomeStacked(Peeking));
            ReceiveAny(_ => Stash.Stash());
        }

        private void Open()
        {
            Receive<string>(text => text == "close", _ => Become(Closed));
            Receive<string>(text => text == "throw", _ => throw new InvalidOperationException());
            ReceiveAny(message => Sender.Tell($"open {message}"));
        }

        private void Peeking()
        {
            Receive<string>(text => text == "back", _ => UnbecomeStacked());
            Receive<int>(number => Sender.Tell($"peek {number}"));
        }
    }

    [Fact]
    public void A_behaviour_replaces_another_and_stashed_messages_come_before_those_that_wait()
    {
        var actor = Sys.ActorOf<Switch>();
        foreach (var message in new object[] { 1, 2, "open", 3, "close", 4, "open", 5 }) actor.Tell(message, TestActor);
        foreach (var number in Enumerable.Range(1, 5)) ExpectMsg($"open {number}");
    }

    [Fact]
    public void A_stacked_behaviour_goes_back_to_the_one_below()
    {
        var actor = Sys.ActorOf<Switch>();
        foreach (var message in new object[] { "peek", 1, "back", 2, "open" }) actor.Tell(message, TestActor);
        ExpectMsg("peek 1");
        ExpectMsg("open 2");
    }

    [Fact]
    public void A_restart_brings_the_first_behaviour_back_and_the_stash_to_the_mailbox()
    {
        var actor = Sys.ActorOf<Switch>();
        foreach (var message in new object[] { "open", "throw", 1, "fail", 2, "open" }) actor.Tell(message, TestActor);
        ExpectMsg("open 1");
        ExpectMsg("open 2");
    }

    [Fact]
    public void The_stash_of_a_stopped_actor_becomes_dead_letters()
    {
        var actor = Sys.ActorOf<Switch>();
        actor.Tell(1, TestActor);
        EventFilter.DeadLetter<int>().ExpectOne(() => actor.Tell(PoisonPill.Instance));
    }

    [Fact]
    public void The_first_handler_that_fits_gets_the_message()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Sorter()));
        void Says(object message, string answer)
        {
            actor.Tell(message, TestActor);
            ExpectMsg(answer);
        }

        Says(new Derived(), "derived");
        Says(new Base(), "base");
        Says(7, "small");
        Says(70, "number");
        Says(true, "function");
        Says(new Other(), "thing");
        Says(TimeSpan.Zero, "by type");
    }

    private sealed record Other : IThing;

    private sealed class Sorter : ReceiveActor
    {
        public Sorter()
        {
            Receive<Derived>(_ => Sender.Tell("derived"));
            Receive<Base>(_ => Sender.Tell("base"));
            Receive<IThing>(_ => Sender.Tell("thing"));
            Receive<int>(n => n < 10, _ => Sender.Tell("small"));
            Receive<int>(_ => Sender.Tell("number"));
            Receive<bool>(_ => false);
            Receive<bool>(_ =>
            {
                Sender.Tell("function");
                return true;
            });
            Receive(typeof(TimeSpan), _ => Sender.Tell("by type"));
            Receive<Action<Sorter>>(act => act(this));
        }

        public void ConfigureLate() => Receive<double>(_ => { });
    }

    [Fact]
    public void What_nobody_handles_is_published_as_unhandled()
    {
        var probe = CreateTestProbe();
        Sys.EventStream.Subscribe(probe, typeof(UnhandledMessage));
        var actor = Sys.ActorOf(Props.Create(() => new Sorter()));
        actor.Tell(1.5, TestActor);
        var unhandled = probe.ExpectMsg<UnhandledMessage>();
        Assert.Equal((1.5, TestActor, actor), (unhandled.Message, unhandled.Sender, unhandled.Recipient));
    }

    [Fact]
    public void Handlers_are_configured_at_their_time_only()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Sorter()));
        EventFilter.Exception<InvalidOperationException>(start: "Receive is called").ExpectOne(() =>
            actor.Tell(new Action<Sorter>(sorter => sorter.ConfigureLate())));
    }

    [Fact]
    public void Nothing_may_follow_a_handler_for_everything()
    {
        EventFilter.Exception<ActorInitializationException>().ExpectOne(() => Sys.ActorOf(Props.Create(() => new AfterAny())));
    }

    private sealed class AfterAny : ReceiveActor
    {
        public AfterAny()
        {
            ReceiveAny(_ => { });
            Receive<int>(_ => { });
        }
    }

    [Fact]
    public void An_end_that_was_stashed_is_heard_later()
    {
        var watched = Sys.ActorOf<Switch>();
        var watcher = Sys.ActorOf(Props.Create(() => new StashesEnds(watched, TestActor)));
        Sys.Stop(watched);
        ExpectMsg("put aside");

        watcher.Tell("now");

        ExpectMsg(watched);
        ExpectNoMsg();
    }

    private sealed class StashesEnds : ReceiveActor, IWithUnboundedStash
    {
        private readonly IActorRef _listener;

        public StashesEnds(IActorRef watched, IActorRef listener)
        {
            _listener = listener;
            Context.Watch(watched);
            Receive<Terminated>(_ =>
            {
                Stash.Stash();
                listener.Tell("put aside");
            });
            Receive<string>(_ =>
            {
                Become(Telling);
                Stash.UnstashAll();
            });
        }

        public IStash Stash { get; set; } = null!;

        private void Telling() => Receive<Terminated>(end => _listener.Tell(end.ActorRef));
    }

    [Fact]
    public void A_stash_has_a_limit_and_takes_a_message_once()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Switch()).WithStashCapacity(1));
        EventFilter.Exception<StashOverflowException>().ExpectOne(() =>
        {
            actor.Tell(1);
            actor.Tell(2);
        });
        var twice = Sys.ActorOf(Props.Create(() => new StashesTwice()));
        EventFilter.Exception<IllegalActorStateException>().ExpectOne(() => twice.Tell("a"));
    }

    private sealed class StashesTwice : ReceiveActor, IWithUnboundedStash
    {
        public StashesTwice() => ReceiveAny(_ =>
        {
            Stash.Stash();
            Stash.Stash();
        });

        public IStash Stash { get; set; } = null!;
    }

    [Fact]
    public void AroundReceive_sees_every_message_and_every_throw()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Answering()));
        actor.Tell("fine", TestActor);
        ExpectMsg("fine");
        actor.Tell("throw", TestActor);
        ExpectMsg("failed: on purpose");
        actor.Tell("throw async", TestActor);
        ExpectMsg("failed: at once");
        actor.Tell("fine", TestActor);
        ExpectMsg("fine");
    }

    private sealed class Answering : ReceiveActor
    {
        public Answering()
        {
            Receive<string>(text => text == "throw", _ => throw new InvalidOperationException("on purpose"));
            ReceiveAsync<string>(text => text == "throw async", _ => throw new InvalidOperationException("at once"));
            ReceiveAny(message => Sender.Tell(message));
        }

        protected override bool AroundReceive(Receive receive, object message)
        {
            try
            {
                return base.AroundReceive(receive, message);
            }
            catch (InvalidOperationException failure)
            {
                Sender.Tell($"failed: {failure.Message}");
                throw;
            }
        }
    }
}
