using System.Diagnostics.Metrics;
using ChatServer.Actors.TestKit;

namespace ChatServer.Actors.Tests;

public sealed class ObservationTests : IAsyncLifetime
{
    private readonly TestScheduler _clock = new();
    private readonly ActorSystem _system;
    private readonly TestProbe _probe;

    public ObservationTests()
    {
        _system = ActorSystem.Create("observed", BootstrapSetup.Create().WithTimeProvider(_clock).WithObservation());
        _probe = new TestProbe(_system);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _system.Terminate().OrFail();

    private ActorSnapshot Look(IActorRef actor) => _system.Inspect(actor)!;

    [Fact]
    public void An_actor_s_record_counts_messages_time_depth_failures_and_restarts()
    {
        using var entered = new ManualResetEventSlim();
        using var gate = new ManualResetEventSlim();
        var actor = _system.ActorOf(Puppet.Props((self, message) =>
        {
            switch (message)
            {
                case "block":
                    entered.Set();
                    gate.Wait(Wait.Deadline);
                    break;
                case "slow":
                    _clock.Advance(TimeSpan.FromMilliseconds(30));
                    break;
                case "throw":
                    throw new InvalidOperationException("on purpose");
                default:
                    self.From.Tell(message);
                    break;
            }
        }), "watched");

        actor.Tell("block");
        Assert.True(entered.Wait(Wait.Deadline));
        foreach (var message in new[] { "slow", "throw", "slow" }) actor.Tell(message);
        _probe.Send(actor, 1);
        var busy = Look(actor);
        Assert.Equal(ActorState.Scheduled, busy.State);
        Assert.Equal(4, busy.MailboxDepth);
        Assert.Equal(typeof(string), busy.Statistics!.Running);
        gate.Set();
        _probe.ExpectMsg(1);

        _probe.AwaitAssert(() =>
        {
            var idle = Look(actor);
            Assert.Equal(ActorState.Idle, idle.State);
            Assert.Equal(0, idle.MailboxDepth);
            Assert.Equal(5, idle.Statistics!.Handled);
            Assert.Equal(4, idle.Statistics.MailboxHighWater);
            Assert.Equal(TimeSpan.FromMilliseconds(60), idle.Statistics.TimeInHandlers);
            Assert.Equal(1, idle.Statistics.Failures);
            Assert.Equal(1, idle.Statistics.Restarts);
            Assert.Equal("on purpose", idle.Statistics.LastFailure!.Message);
            Assert.Null(idle.Statistics.Running);
        });
        Assert.Contains(_system.Inspect(), snapshot => snapshot.Path.ToStringWithoutAddress() == "/user/watched"
            && snapshot.ActorType == typeof(Puppet));
        _probe.Watch(actor);
        _system.Stop(actor);
        _probe.ExpectTerminated(actor);
        Assert.Equal(ActorState.Stopped, Look(actor).State);
        Assert.DoesNotContain(_system.Inspect(), snapshot => snapshot.Path.Name == "watched");
    }

    [Fact]
    public void A_handler_that_keeps_its_turn_too_long_is_named_in_a_warning()
    {
        var actor = _system.ActorOf(Puppet.Props((_, message) => _clock.Advance((TimeSpan)message)), "sluggish");
        _probe.EventFilter.Warning(contains: "TimeSpan", source: "/user/sluggish").ExpectOne(() =>
        {
            actor.Tell(TimeSpan.FromMilliseconds(99));
            actor.Tell(TimeSpan.FromMilliseconds(100));
        });
    }

    [Fact]
    public void A_suspended_actor_is_seen_as_such()
    {
        var gate = new TaskCompletionSource();
        var actor = _system.ActorOf(Props.Create(() => new Waiting(gate.Task)));
        _probe.Send(actor, "go");
        _probe.AwaitAssert(() => Assert.Equal(ActorState.Suspended, Look(actor).State));
        gate.SetResult();
        _probe.ExpectMsg("done");
    }

    [Fact]
    public void An_unobserved_system_knows_path_class_state_and_depth_only()
    {
        using var simulation = new Simulation(1);
        var actor = simulation.System.ActorOf(Puppet.Props((_, _) => { }), "a");
        actor.Tell(1);
        var snapshot = simulation.System.Inspect(actor)!;
        Assert.Equal((ActorState.Scheduled, 1), (snapshot.State, snapshot.MailboxDepth));
        Assert.Null(snapshot.Statistics);
    }

    [Fact]
    public async Task Totals_are_metrics()
    {
        var totals = new Dictionary<string, long>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, all) =>
        {
            if (instrument.Meter.Name == "ChatServer.Actors") all.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            if (tags is not [{ Key: "actor.system", Value: "metered" }]) return;
            lock (totals) totals[instrument.Name] = instrument.IsObservable ? value : totals.GetValueOrDefault(instrument.Name) + value;
        });
        listener.Start();
        var system = ActorSystem.Create("metered", BootstrapSetup.Create().WithObservation());
        var probe = new TestProbe(system);
        var actor = system.ActorOf(Puppet.Props((self, message) =>
        {
            if (message is "throw") throw new InvalidOperationException();
            self.From.Tell(message);
        }));
        actor.Tell("throw");
        probe.Send(actor, "echo");
        probe.ExpectMsg("echo");
        probe.Watch(actor);
        system.Stop(actor);
        probe.ExpectTerminated(actor);
        actor.Tell("lost");
        listener.RecordObservableInstruments();

        Assert.Equal(1, totals["actors.failures"]);
        Assert.Equal(1, totals["actors.restarts"]);
        Assert.Equal(1, totals["actors.dead_letters"]);
        // Two guardians, the dead-letter listener and the probe.
        Assert.Equal(4, totals["actors.alive"]);
        Assert.True(totals["actors.handled"] >= 2);
        await system.Terminate().OrFail();
    }

    [Fact]
    public void A_message_s_journey_is_a_tree()
    {
        var leaf = _system.ActorOf(Puppet.Props((_, message) => _probe.Tell(message)), "leaf");
        var branch = _system.ActorOf(Puppet.Props((_, message) =>
        {
            leaf.Tell("left");
            leaf.Tell("right");
        }), "branch");
        branch.Tell("not followed");
        _probe.ExpectMsg("left");
        _probe.ExpectMsg("right");

        using var journey = MessageJourney.Begin("a line is said");
        branch.Tell(1);
        journey.EndOfSending();
        _probe.ExpectMsg("left");
        _probe.ExpectMsg("right");
        branch.Tell(2);
        _probe.ExpectMsg("left");
        _probe.ExpectMsg("right");

        Assert.Equal(
            $"""
            a line is said
              branch handles Int32
                leaf handles String
                  {_probe.Path.Name} handles String
                leaf handles String
                  {_probe.Path.Name} handles String

            """,
            journey.ToString());
    }

    private sealed class Waiting : ReceiveActor
    {
        public Waiting(Task gate) => ReceiveAsync<string>(async _ =>
        {
            await gate;
            Sender.Tell("done");
        });
    }
}
