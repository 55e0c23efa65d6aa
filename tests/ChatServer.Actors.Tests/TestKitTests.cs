using ChatServer.Actors.TestKit;

namespace ChatServer.Actors.Tests;

public sealed class TestKitTests : TestKit.TestKit
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(1);

    private static void Fails(Action action) => Assert.ThrowsAny<Xunit.Sdk.XunitException>(action);

    [Fact]
    public void Expectations_pass_on_what_they_expect_and_fail_on_everything_else()
    {
        TestActor.Tell("a");
        ExpectMsg("a");
        TestActor.Tell("b");
        Fails(() => ExpectMsg("a"));
        TestActor.Tell(1);
        Fails(() => ExpectMsg<string>());
        Fails(() => ExpectMsg<string>(Short));
        TestActor.Tell(2);
        Fails(() => ExpectNoMsg());
        TestActor.Tell(3);
        Assert.Equal(3, ExpectMsg<int>(value => value > 2));
        TestActor.Tell(3);
        Fails(() => ExpectMsg<int>(value => value > 3));
        ExpectNoMsg(Short);
    }

    [Fact]
    public void ExpectMsgFrom_looks_at_the_sender()
    {
        var (one, two) = (CreateTestProbe(), CreateTestProbe());
        one.Send(TestActor, "a");
        ExpectMsgFrom(one, "a");
        two.Send(TestActor, "a");
        Fails(() => ExpectMsgFrom(one, "a"));
        TestActor.Tell("a", one);
        LastSenderReplies();
        void LastSenderReplies()
        {
            ExpectMsg("a");
            LastSender.Tell("b");
            one.ExpectMsg("b");
        }
    }

    [Fact]
    public void Fishing_lets_others_pass()
    {
        foreach (var n in new[] { 1, 2, 3 }) TestActor.Tell(n);
        Assert.Equal(3, FishForMessage<int>(n => n == 3));
        ExpectNoMsg(Short);
        TestActor.Tell(1);
        Fails(() => FishForMessage<int>(n => n == 3, TimeSpan.FromMilliseconds(30)));
    }

    [Fact]
    public void Several_messages_come_in_any_order()
    {
        foreach (var n in new[] { 3, 1, 2 }) TestActor.Tell(n);
        ExpectMsgAllOf(1, 2, 3);
        foreach (var n in new[] { 3, 1, 1 }) TestActor.Tell(n);
        Fails(() => ExpectMsgAllOf(1, 2, 3));
        foreach (var n in new[] { 1, 2, 3 }) TestActor.Tell(n);
        Assert.Equal([1, 2], ReceiveWhile(message => message is int and < 3 ? message : null));
        Assert.Equal(3, PeekOne());
        Assert.Equal([3], ReceiveN(1));
    }

    [Fact]
    public void Within_limits_what_is_in_it()
    {
        Within(TimeSpan.FromSeconds(10), () => Assert.True(Remaining <= TimeSpan.FromSeconds(10)));
        Fails(() => Within(TimeSpan.FromMilliseconds(5), () => ExpectMsg<string>()));
        Fails(() => Within(TimeSpan.FromSeconds(50), TimeSpan.FromSeconds(60), () => { }));
        Assert.Throws<InvalidOperationException>(() => Remaining);
    }

    [Fact]
    public async Task AwaitAssert_tries_again()
    {
        var tries = 0;
        AwaitAssert(() => Assert.Equal(3, ++tries));
        Assert.Equal(3, tries);
        await AwaitConditionAsync(() => Task.FromResult(++tries > 5));
        Fails(() => AwaitCondition(() => false, TimeSpan.FromMilliseconds(20)));
    }

    [Fact]
    public void A_probe_stands_in_for_an_actor()
    {
        var probe = CreateTestProbe("probe");
        Watch(probe);
        Assert.Equal(probe.Ref, probe);
        Sys.Stop(probe);
        ExpectTerminated(probe.Ref);
    }

    [Fact]
    public void An_autopilot_answers_and_ignored_messages_are_not_seen()
    {
        var probe = CreateTestProbe();
        probe.SetAutoPilot(new DelegateAutoPilot((sender, message) =>
        {
            sender.Tell($"auto {message}");
            return message is "last" ? AutoPilot.NoAutoPilot : AutoPilot.KeepRunning;
        }));
        probe.IgnoreMessages<int>();
        probe.Tell("one", TestActor);
        ExpectMsg("auto one");
        probe.Tell("last", TestActor);
        ExpectMsg("auto last");
        probe.Tell("none", TestActor);
        probe.Tell(1, TestActor);
        ExpectNoMsg(Short);
        probe.ExpectMsg("one");
        probe.ExpectMsg("last");
        probe.ExpectMsg("none");
        probe.ExpectNoMsg(Short);
    }

    [Fact]
    public void A_child_is_supervised_as_the_test_says()
    {
        var child = ChildActorOf(Puppet.Props((_, _) => throw new InvalidOperationException("on purpose")),
            supervisorStrategy: SupervisorStrategy.StoppingStrategy);
        Watch(child);
        EventFilter.Exception<InvalidOperationException>("on purpose").ExpectOne(() => child.Tell("go"));
        ExpectTerminated(child);
    }

    [Fact]
    public void Event_filters_count_errors_and_dead_letters()
    {
        var actor = ActorOf(Puppet.Props((_, message) => throw new InvalidOperationException($"bad {message}")), "bad");
        EventFilter.Error(contains: "bad 1", source: "/user/bad").ExpectOne(() => actor.Tell(1));
        EventFilter.Error(start: "bad").Expect(2, () =>
        {
            actor.Tell(2);
            actor.Tell(3);
        });
        EventFilter.Warning().Expect(0, () => actor.Tell(4));
        Fails(() => EventFilter.Error(start: "good").ExpectOne(TimeSpan.FromMilliseconds(20), () => actor.Tell(5)));

        Watch(actor);
        Sys.Stop(actor);
        ExpectTerminated(actor);
        EventFilter.DeadLetter<string>(text => text == "lost").ExpectOne(() =>
        {
            actor.Tell("lost");
            actor.Tell("other");
        });
        EventFilter.DeadLetter<int>().And.DeadLetter<string>().Expect(2, () =>
        {
            actor.Tell(1);
            actor.Tell("a");
        });
    }

    [Fact]
    public void A_test_actor_ref_shows_its_object_and_handles_at_once()
    {
        var handled = 0;
        var actor = ActorOfAsTestActorRef<Puppet>(Puppet.Props((_, _) => handled++));
        actor.Tell("x");
        Assert.Equal(1, handled);
        Assert.Equal(actor.Ref, actor.UnderlyingActor.Me);
    }
}
