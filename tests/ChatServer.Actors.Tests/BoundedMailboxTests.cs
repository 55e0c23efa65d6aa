namespace ChatServer.Actors.Tests;

public sealed class BoundedMailboxTests : TestKit.TestKit
{
    [Fact]
    public void One_message_too_many_is_dropped_and_said_so()
    {
        Sys.Mailboxes.RegisterBounded("two", capacity: 2);
        var dropped = CreateTestProbe();
        Sys.EventStream.Subscribe(dropped, typeof(Dropped));
        using var entered = new ManualResetEventSlim();
        using var gate = new ManualResetEventSlim();
        var actor = Sys.ActorOf(Puppet.Props((_, message) =>
        {
            if (message is "block")
            {
                entered.Set();
                gate.Wait(Wait.Deadline);
            }

            TestActor.Tell(message);
        }).WithMailbox("two"));
        Watch(actor);

        actor.Tell("block");
        Assert.True(entered.Wait(Wait.Deadline));
        for (var i = 1; i <= 4; i++) actor.Tell(i, TestActor);
        // The order to stop is never refused.
        actor.Tell(PoisonPill.Instance);
        gate.Set();

        ExpectMsg("block");
        ExpectMsg(1);
        ExpectMsg(2);
        ExpectTerminated(actor);
        Assert.Equal(3, dropped.ExpectMsg<Dropped>(drop => drop.Sender.Equals(TestActor) && drop.Recipient.Equals(actor)).Message);
        Assert.Equal(4, dropped.ExpectMsg<Dropped>().Message);
    }

    [Fact]
    public async Task Places_are_given_back_and_never_given_twice()
    {
        Sys.Mailboxes.RegisterBounded("ten", capacity: 10);
        var dropped = 0;
        var handled = 0;
        var counter = Sys.ActorOf(Puppet.Props((_, _) => dropped++).WithDispatcher(Dispatchers.DefaultDispatcherId));
        Sys.EventStream.Subscribe(counter, typeof(Dropped));
        var actor = Sys.ActorOf(Puppet.Props((_, _) => handled++).WithMailbox("ten"));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 50_000; i++) actor.Tell(i);
        })));
        AwaitAssert(() => Assert.Equal(200_000, Volatile.Read(ref handled) + Volatile.Read(ref dropped)));
        var before = handled;
        actor.Tell("still taken");
        AwaitAssert(() => Assert.Equal(before + 1, Volatile.Read(ref handled)));
    }

    [Fact]
    public void An_unknown_mailbox_or_dispatcher_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Sys.ActorOf(Puppet.Props((_, _) => { }).WithMailbox("none")));
        Assert.Throws<ArgumentException>(() => Sys.ActorOf(Puppet.Props((_, _) => { }).WithDispatcher("none")));
    }
}
