namespace ChatServer.Actors.Tests;

public sealed class AsyncHandlerTests : TestKit.TestKit
{
    private sealed class Patient : ReceiveActor
    {
        public Patient(Task gate, IActorRef log)
        {
            ReceiveAsync<string>(async text =>
            {
                log.Tell($"begin {text}");
                var (self, sender) = (Self, Sender);
                await gate;
                Assert.Same(self, Context.Self);
                Assert.Same(sender, Sender);
                if (text == "throw") throw new InvalidOperationException("after await");
                await Task.Yield();
                log.Tell($"end {text}");
            });
            Receive<int>(number => log.Tell(number));
        }

        protected override void PreRestart(Exception reason, object? message)
        {
            Context.System.EventStream.Publish($"restarting because of {message}");
            base.PreRestart(reason, message);
        }
    }

    [Fact]
    public void The_mailbox_waits_for_the_handler_and_other_actors_do_not()
    {
        var gate = new TaskCompletionSource();
        var patient = Sys.ActorOf(Props.Create(() => new Patient(gate.Task, TestActor)));
        patient.Tell("a");
        patient.Tell(1);
        patient.Tell("b");
        ExpectMsg("begin a");
        var other = Sys.ActorOf(Puppet.Props((self, message) => self.From.Tell(message)));
        other.Tell("runs on", TestActor);
        ExpectMsg("runs on");
        gate.SetResult();
        ExpectMsg("end a");
        ExpectMsg(1);
        ExpectMsg("begin b");
        ExpectMsg("end b");
    }

    [Fact]
    public void What_it_throws_after_an_await_goes_to_the_supervisor_with_its_message()
    {
        var gate = new TaskCompletionSource();
        var restarts = CreateTestProbe();
        Sys.EventStream.Subscribe(restarts, typeof(string));
        var patient = Sys.ActorOf(Props.Create(() => new Patient(gate.Task, TestActor)));
        EventFilter.Exception<InvalidOperationException>("after await").ExpectOne(() =>
        {
            patient.Tell("throw");
            patient.Tell(1);
            ExpectMsg("begin throw");
            gate.SetResult();
            ExpectMsg(1);
        });
        restarts.ExpectMsg("restarting because of throw");
    }

    [Fact]
    public void A_waiting_actor_can_be_stopped_and_its_child_fails_only_after_it()
    {
        var gate = new TaskCompletionSource();
        var patient = Sys.ActorOf(Props.Create(() => new Patient(gate.Task, TestActor)));
        Watch(patient);
        patient.Tell("a");
        ExpectMsg("begin a");
        Sys.Stop(patient);
        ExpectTerminated(patient);
        gate.SetResult();
        ExpectNoMsg(20);
    }

    [Fact]
    public async Task A_suspension_that_ends_meanwhile_does_not_end_the_waiting()
    {
        var gate = new TaskCompletionSource();
        var parent = Puppet.Props(
            (_, message) =>
            {
                if (message is "throw") throw new InvalidOperationException("parent");
                TestActor.Tell(message);
            },
            (_, what, _) =>
            {
                if (what == "PreStart") Puppet.Context.ActorOf(Props.Create(() => new Patient(gate.Task, TestActor)), "patient");
            });
        var top = ChildActorOf(parent, "parent", new OneForOneStrategy(_ => Directive.Resume));
        top.Tell("there?");
        ExpectMsg("there?");
        var patient = await Sys.ActorSelection(top.Path / "patient").ResolveOne(Wait.Deadline);
        patient.Tell("a");
        ExpectMsg("begin a");
        patient.Tell(1);
        // The parent's failure suspends the patient too, and its resumption resumes it; its handler still waits.
        top.Tell("throw");
        top.Tell("resumed");
        ExpectMsg("resumed");
        ExpectNoMsg(50);
        gate.SetResult();
        ExpectMsg("end a");
        ExpectMsg(1);
    }

    [Fact]
    public void Outside_of_turns_there_is_no_context()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Leaver(TestActor)));
        actor.Tell("go");
        ExpectMsg<string>(text => text.Contains("not running an actor", StringComparison.Ordinal));
    }

    private sealed class Leaver : ReceiveActor
    {
        public Leaver(IActorRef log) => ReceiveAsync<string>(async _ =>
        {
            await Task.Delay(1).ConfigureAwait(false);
            try
            {
                log.Tell(Context.Self);
            }
            catch (NotSupportedException outside)
            {
                log.Tell(outside.Message);
            }
        });
    }
}
