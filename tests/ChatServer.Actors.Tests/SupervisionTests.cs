namespace ChatServer.Actors.Tests;

public sealed class SupervisionTests : ActorTest
{
    [Fact]
    public async Task A_failed_actor_is_restarted_and_keeps_reference_and_mailbox()
    {
        using var gate = new ManualResetEventSlim();
        var actor = System.ActorOf(Puppet.Props(
            (self, message) =>
            {
                if (message is "wait") gate.Wait(Wait.Deadline);
                else if (message is "throw") throw new InvalidOperationException("on purpose");
                else Talk.Say(message);
            },
            (_, what, _) => Talk.Say(what)));

        actor.Tell("wait");
        actor.Tell("throw");
        actor.Tell("after");
        gate.Set();

        await Talk.Expect("new", "PreStart", "PreRestart(throw)", "PostStop", "new", "PostRestart", "PreStart", "after");
    }

    [Fact]
    public async Task Resume_keeps_the_state()
    {
        var parent = System.ActorOf(Puppet.Props(
            (self, message) =>
            {
                if (message is Props props) self.From.Tell(Puppet.Context.ActorOf(props));
            },
            strategy: new OneForOneStrategy(_ => Directive.Resume)));
        var count = 0;
        var child = await parent.Ask<IActorRef>(Puppet.Props(
            (self, message) =>
            {
                if (message is "throw") throw new InvalidOperationException();
                Talk.Say(++count);
            },
            (_, what, _) => Talk.Say(what))).OrFail();

        child.Tell("one");
        child.Tell("throw");
        child.Tell("two");

        await Talk.Expect("new", "PreStart", 1, 2);
    }

    [Fact]
    public async Task Children_stop_before_their_parent_s_PostStop()
    {
        var parent = System.ActorOf(Puppet.Props(
            (_, _) => { },
            (self, what, _) =>
            {
                if (what == "PreStart")
                {
                    for (var i = 0; i < 3; i++) Puppet.Context.ActorOf(Puppet.Props((_, _) => { }, (_, life, _) =>
                        Talk.Say($"child {life}")));
                }
                else if (what == "PostStop")
                {
                    Talk.Say("parent PostStop");
                }
            }));

        Assert.True(await parent.GracefulStop(Wait.Deadline).OrFail());
        var heard = new List<object>();
        for (var i = 0; i < 10; i++) heard.Add(await Talk.Next());
        Assert.Equal("parent PostStop", heard[^1]);
        Assert.Equal(3, heard.Count(what => what is "child PostStop"));
    }

    [Fact]
    public async Task An_actor_that_cannot_be_created_is_stopped()
    {
        var actor = System.ActorOf(Puppet.Props((_, _) => { }, (_, what, _) => throw new InvalidOperationException(what)));
        Assert.True(await actor.GracefulStop(Wait.Deadline).OrFail());
    }

    [Fact]
    public async Task Stop_directive_stops_and_dead_letters_the_rest()
    {
        var parent = System.ActorOf(Puppet.Props(
            (self, message) =>
            {
                if (message is Props props) self.From.Tell(Puppet.Context.ActorOf(props));
            },
            strategy: SupervisorStrategy.StoppingStrategy));
        var child = await parent.Ask<IActorRef>(Puppet.Props((_, _) => throw new InvalidOperationException(), (_, what, _) =>
            Talk.Say(what))).OrFail();
        child.Tell("boom");
        await Talk.Expect("new", "PreStart", "PostStop");
        Assert.True(await child.GracefulStop(Wait.Deadline).OrFail());
    }
}
