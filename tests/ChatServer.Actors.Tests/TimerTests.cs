using ChatServer.Actors.TestKit;

namespace ChatServer.Actors.Tests;

public sealed class TimerTests : IDisposable
{
    private readonly Simulation _simulation = new(seed: 1);
    private readonly List<object> _heard = [];

    public void Dispose() => _simulation.Dispose();

    private sealed class Clockwork : UntypedActor, IWithTimers
    {
        private readonly Action<Clockwork, object> _onMessage;

        public Clockwork(Action<Clockwork, object> onMessage) => _onMessage = onMessage;

        public ITimerScheduler Timers { get; set; } = null!;

        public static new IUntypedActorContext Context => UntypedActor.Context;

        public IActorRef From => Sender;

        protected override void OnReceive(object message) => _onMessage(this, message);
    }

    private IActorRef Start(Action<Clockwork, object> onMessage) => _simulation.System.ActorOf(Props.Create(() =>
        new Clockwork(onMessage)), "clockwork");

    private static TimeSpan Ms(double ms) => TimeSpan.FromMilliseconds(ms);

    [Fact]
    public void A_single_timer_fires_once_and_a_periodic_one_until_cancelled()
    {
        var active = new List<bool>();
        var actor = Start((self, message) =>
        {
            switch (message)
            {
                case "go":
                    self.Timers.StartSingleTimer("single", "once", Ms(15));
                    self.Timers.StartPeriodicTimer("periodic", "tick", Ms(5), Ms(10));
                    break;
                case "once":
                    active.Add(self.Timers.IsTimerActive("single"));
                    active.Add(self.Timers.IsTimerActive("periodic"));
                    goto default;
                case "stop":
                    self.Timers.Cancel("periodic");
                    Assert.Empty(self.Timers.ActiveTimers);
                    break;
                default:
                    _heard.Add(message);
                    break;
            }
        });
        actor.Tell("go");
        _simulation.RunFor(Ms(4));
        Assert.Empty(_heard);
        _simulation.RunFor(Ms(30));
        Assert.Equal(["once", "tick", "tick", "tick"], _heard.Order());
        Assert.Equal([false, true], active);
        actor.Tell("stop");
        _simulation.RunFor(Ms(100));
        Assert.Equal(4, _heard.Count);
    }

    [Fact]
    public void A_cancelled_or_replaced_timer_s_message_is_not_delivered_though_it_is_in_the_mailbox()
    {
        var actor = Start((self, message) =>
        {
            switch (message)
            {
                case "go":
                    self.Timers.StartSingleTimer("a", "old a", Ms(10));
                    self.Timers.StartSingleTimer("b", "old b", Ms(10));
                    break;
                case "change":
                    self.Timers.Cancel("a");
                    self.Timers.StartSingleTimer("b", "new b", Ms(10));
                    break;
                default:
                    _heard.Add(message);
                    break;
            }
        });
        actor.Tell("go");
        _simulation.Run();
        // Before both timer messages in the mailbox; nothing runs in between.
        actor.Tell("change");
        _simulation.Clock.Advance(Ms(10));
        _simulation.RunFor(Ms(50));
        Assert.Equal(["new b"], _heard);
    }

    [Fact]
    public void A_restarted_actor_gets_no_timer_of_its_former_self()
    {
        var incarnation = 0;
        var actor = Start((self, message) =>
        {
            switch (message)
            {
                case "go":
                    incarnation++;
                    self.Timers.StartSingleTimer("a", $"single {incarnation}", Ms(10));
                    self.Timers.StartPeriodicTimer("b", $"periodic {incarnation}", Ms(10));
                    break;
                case "throw":
                    throw new InvalidOperationException();
                default:
                    _heard.Add(message);
                    break;
            }
        });
        actor.Tell("go");
        _simulation.Run();
        actor.Tell("throw");
        _simulation.Clock.Advance(Ms(10));
        actor.Tell("go");
        _simulation.RunFor(Ms(15));
        Assert.Equal(["periodic 2", "single 2"], _heard.Order());
    }

    [Fact]
    public void No_timer_fires_after_the_stop()
    {
        var letters = new List<object>();
        var listener = _simulation.System.ActorOf(Puppet.Props((_, message) => letters.Add(message)));
        _simulation.System.EventStream.Subscribe(listener, typeof(AllDeadLetters));
        var actor = Start((self, message) =>
        {
            if (message is "go") self.Timers.StartPeriodicTimer("a", "tick", Ms(10));
            else _heard.Add(message);
        });
        actor.Tell("go");
        _simulation.RunFor(Ms(15));
        _simulation.System.Stop(actor);
        _simulation.RunFor(Ms(100));
        Assert.Equal(["tick"], _heard);
        Assert.Empty(letters);
        Assert.Null(_simulation.Clock.UntilNext);
    }

    [Fact]
    public void ReceiveTimeout_comes_once_for_each_silence()
    {
        var actor = Start((self, message) =>
        {
            if (message is "go") Clockwork.Context.SetReceiveTimeout(Ms(10));
            else if (message is "end") Clockwork.Context.SetReceiveTimeout(null);
            else if (message is ReceiveTimeout) _heard.Add(_simulation.Clock.MillisecondsSinceStart());
        });
        actor.Tell("go");
        _simulation.RunFor(Ms(6));
        actor.Tell("noise");
        _simulation.RunFor(Ms(6));
        Assert.Empty(_heard);
        actor.Tell(new Quiet());
        _simulation.RunFor(Ms(6));
        Assert.Equal([16L], _heard);
        _simulation.RunFor(Ms(9));
        Assert.Equal([16L, 26L], _heard);
        actor.Tell("end");
        _simulation.RunFor(Ms(100));
        Assert.Equal(2, _heard.Count);
    }

    private sealed record Quiet : INotInfluenceReceiveTimeout;

    [Theory]
    [InlineData("noise", 18)]
    [InlineData(null, 10)]
    public void A_handler_that_awaits_ends_the_silence_when_it_has_completed_unless_its_message_does_not_count(string? message, long after)
    {
        var gate = new TaskCompletionSource();
        var actor = _simulation.System.ActorOf(Props.Create(() => new Waiter(gate.Task, _heard)));
        _simulation.RunFor(Ms(6));
        actor.Tell(message ?? (object)new Quiet());
        _simulation.RunFor(Ms(2));
        gate.SetResult();
        _simulation.RunFor(Ms(11));
        Assert.Equal([after], _heard);
    }

    private sealed class Waiter : ReceiveActor
    {
        public Waiter(Task gate, List<object> heard)
        {
            Context.SetReceiveTimeout(Ms(10));
            var clock = (TestScheduler)Context.System.TimeProvider;
            Receive<ReceiveTimeout>(_ => heard.Add(clock.MillisecondsSinceStart()));
            ReceiveAnyAsync(_ => gate);
        }
    }

    [Fact]
    public void The_scheduler_tells_later_and_can_be_called_off()
    {
        var actor = Start((_, message) => _heard.Add(message));
        var scheduler = _simulation.System.Scheduler;
        scheduler.ScheduleTellOnce(Ms(10), actor, "once", ActorRefs.NoSender);
        var never = scheduler.ScheduleTellOnceCancelable(Ms(10), actor, "never", ActorRefs.NoSender);
        var often = scheduler.ScheduleTellRepeatedlyCancelable(Ms(10), Ms(10), actor, "often", ActorRefs.NoSender);
        scheduler.Advanced.ScheduleOnce(Ms(5), () => _heard.Add("action"));
        scheduler.Advanced.ScheduleOnce(Ms(5), () => throw new InvalidOperationException("logged, not fatal"));
        never.Cancel();
        _simulation.RunFor(Ms(25));
        often.Cancel();
        _simulation.RunFor(Ms(25));
        Assert.Equal(["action", "once", "often", "often"], _heard);
        Assert.True(often.IsCancellationRequested);
    }

    [Fact]
    public void An_ask_times_out_in_virtual_time()
    {
        var actor = Start((_, _) => { });
        var asked = actor.Ask<string>("a", TimeSpan.FromHours(1));
        _simulation.RunFor(TimeSpan.FromMinutes(59));
        Assert.False(asked.IsCompleted);
        _simulation.RunFor(TimeSpan.FromMinutes(1));
        Assert.IsType<AskTimeoutException>(asked.Exception!.InnerException);
    }
}

internal static class TestSchedulerExtensions
{
    public static long MillisecondsSinceStart(this TestScheduler clock) => (long)clock.GetElapsedTime(0).TotalMilliseconds;
}
