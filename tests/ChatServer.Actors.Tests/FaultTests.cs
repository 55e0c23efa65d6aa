using ChatServer.Actors.TestKit;

namespace ChatServer.Actors.Tests;

/// <summary>What is documented to happen when something throws, under every order that a hundred seeds find.</summary>
public sealed class FaultTests
{
    private static readonly SimulationSetup Late = new() { ReorderSenders = true, MaxDelay = TimeSpan.FromMilliseconds(3) };

    private static void InManyOrders(Action<Simulation, List<string>> play)
    {
        foreach (var setup in new[] { new SimulationSetup(), Late })
            Simulation.Explore(Enumerable.Range(0, 100).Select(seed => (ulong)seed), simulation => play(simulation, []), setup);
    }

    private static void Settle(Simulation simulation) => simulation.RunFor(TimeSpan.FromMilliseconds(100));

    private static Action<Puppet, string, Exception?> Record(List<string> life, string name) => (_, what, _) => life.Add($"{name} {what}");

    /// <summary>A parent that makes the given children when it starts.</summary>
    private static Props Parent(List<string> life, SupervisorStrategy? strategy, params (string Name, Props Props)[] children) =>
        Puppet.Props(
        (self, message) =>
        {
            if (message is "throw") throw new InvalidOperationException("parent");
            life.Add($"parent got {message}");
        },
        (_, what, _) =>
        {
            life.Add($"parent {what}");
            if (what != "PreStart") return;
            foreach (var (name, props) in children) Puppet.Context.ActorOf(props, name);
        },
        strategy);

    private static Props Child(List<string> life, string name) => Puppet.Props(
        (_, message) =>
        {
            if (message is Exception fault) throw fault;
            life.Add($"{name} got {message}");
        },
        Record(life, name));

    private static void Tell(Simulation simulation, string path, object message) => simulation.System.ActorSelection(path).Tell(message);

    [Fact]
    public void A_restart_waits_until_the_children_have_stopped() => InManyOrders((simulation, life) =>
    {
        simulation.System.ActorOf(Parent(life, null, ("a", Child(life, "a")), ("b", Child(life, "b"))), "parent");
        Settle(simulation);
        life.Clear();
        Tell(simulation, "/user/parent", "throw");
        Tell(simulation, "/user/parent", "kept");
        Settle(simulation);
        var fresh = life.IndexOf("parent new");
        Assert.Equal(["parent PreRestart(throw)", "parent PostStop"], life[..2]);
        Assert.Equal(["a PostStop", "b PostStop"], life[2..fresh].Order());
        Assert.Equal(["parent new", "parent PostRestart", "parent PreStart"], life[fresh..(fresh + 3)]);
        // The names were free again, and nothing was lost.
        Assert.Contains("parent got kept", life);
        Assert.Equal(1, life.Count(what => what == "a new"));
    });

    [Fact]
    public void A_stop_waits_until_the_children_have_stopped() => InManyOrders((simulation, life) =>
    {
        var parent = simulation.System.ActorOf(Parent(life, null, ("a", Child(life, "a")), ("b", Child(life, "b"))), "parent");
        Settle(simulation);
        simulation.System.Stop(parent);
        Settle(simulation);
        Assert.Equal("parent PostStop", life[^1]);
        Assert.Contains("a PostStop", life);
        Assert.Contains("b PostStop", life);
    });

    [Fact]
    public void One_for_one_restarts_one_and_all_for_one_restarts_all() => InManyOrders((simulation, life) =>
    {
        simulation.System.ActorOf(Parent(life, new OneForOneStrategy(_ => Directive.Restart), ("a", Child(life, "a")),
            ("b", Child(life, "b"))), "one");
        simulation.System.ActorOf(Parent(life, new AllForOneStrategy(_ => Directive.Restart), ("c", Child(life, "c")),
            ("d", Child(life, "d"))), "all");
        Settle(simulation);
        life.Clear();
        Tell(simulation, "/user/one/a", new InvalidOperationException());
        Tell(simulation, "/user/all/c", new InvalidOperationException());
        Settle(simulation);
        Tell(simulation, "/user/*/*", "alive");
        Settle(simulation);
        Assert.Equal(["a PostRestart", "c PostRestart", "d PostRestart"],
            life.Where(what => what.EndsWith("PostRestart", StringComparison.Ordinal)).Order());
        Assert.Equal(["a got alive", "b got alive", "c got alive", "d got alive"],
            life.Where(what => what.EndsWith("alive", StringComparison.Ordinal)).Order());
    });

    [Fact]
    public void All_for_one_stops_all() => InManyOrders((simulation, life) =>
    {
        simulation.System.ActorOf(Parent(life, new AllForOneStrategy(_ => Directive.Stop), ("c", Child(life, "c")),
            ("d", Child(life, "d"))), "all");
        Settle(simulation);
        Tell(simulation, "/user/all/c", new InvalidOperationException());
        Settle(simulation);
        Assert.Contains("c PostStop", life);
        Assert.Contains("d PostStop", life);
        Assert.DoesNotContain("parent PostStop", life);
    });

    [Fact]
    public void Escalation_fails_the_parent_whose_supervisor_decides_for_both() => InManyOrders((simulation, life) =>
    {
        simulation.System.ActorOf(Parent(life, new OneForOneStrategy(_ => Directive.Escalate), ("a", Child(life, "a"))), "parent");
        Settle(simulation);
        life.Clear();
        Tell(simulation, "/user/parent/a", new InvalidOperationException());
        Settle(simulation);
        Assert.StartsWith("parent PreRestart", life[0], StringComparison.Ordinal);
        Assert.True(life.IndexOf("a PostStop") < life.IndexOf("parent new"));
        Assert.Contains("a PreStart", life);
    });

    [Fact]
    public void A_decider_that_throws_has_failed_and_its_own_supervisor_decides() => InManyOrders((simulation, life) =>
    {
        var strategy = new OneForOneStrategy(_ => throw new InvalidOperationException("undecided"));
        simulation.System.ActorOf(Parent(life, strategy, ("a", Child(life, "a"))), "parent");
        Settle(simulation);
        life.Clear();
        Tell(simulation, "/user/parent/a", new InvalidOperationException());
        Settle(simulation);
        Tell(simulation, "/user/parent", "alive");
        Tell(simulation, "/user/parent/a", "alive");
        Settle(simulation);
        Assert.Contains("parent PostRestart", life);
        Assert.Contains("parent got alive", life);
        Assert.Contains("a got alive", life);
    });

    [Fact]
    public void A_PostStop_that_throws_stops_nothing_but_itself() => InManyOrders((simulation, life) =>
    {
        var actor = simulation.System.ActorOf(Puppet.Props((_, _) => { }, (_, what, _) =>
        {
            life.Add(what);
            if (what == "PostStop") throw new InvalidOperationException("in PostStop");
        }), "bad");
        var probe = new TestProbe(simulation.System);
        probe.Watch(actor);
        simulation.System.Stop(actor);
        probe.ExpectTerminated(actor);
        simulation.System.ActorOf(Child(life, "next"), "bad");
        Settle(simulation);
        Assert.Contains("next PreStart", life);
    });

    [Fact]
    public void A_PreRestart_that_throws_does_not_stop_the_restart() => InManyOrders((simulation, life) =>
    {
        var actor = simulation.System.ActorOf(Puppet.Props(
            (_, message) =>
            {
                if (message is "throw") throw new InvalidOperationException();
                life.Add($"{message}");
            },
            (_, what, _) =>
            {
                life.Add(what);
                if (what.StartsWith("PreRestart", StringComparison.Ordinal)) throw new InvalidOperationException("in PreRestart");
            }));
        actor.Tell("throw");
        actor.Tell("kept");
        Settle(simulation);
        Assert.Equal(["new", "PreStart", "PreRestart(throw)", "new", "PostRestart", "PreStart", "kept"], life);
    });

    [Fact]
    public void A_constructor_that_throws_at_a_restart_stops_the_actor_by_default() => InManyOrders((simulation, life) =>
    {
        var born = 0;
        var actor = simulation.System.ActorOf(Puppet.Props(
            (_, _) => throw new InvalidOperationException(),
            (_, what, _) =>
            {
                life.Add(what);
                if (what == "new" && ++born > 1) throw new InvalidOperationException("not again");
            }));
        var probe = new TestProbe(simulation.System);
        probe.Watch(actor);
        actor.Tell("go");
        probe.ExpectTerminated(actor);
    });

    [Fact]
    public void A_failed_creation_can_be_tried_again() => InManyOrders((simulation, life) =>
    {
        var born = 0;
        var child = Puppet.Props((_, message) => life.Add($"{message}"), (_, what, _) =>
        {
            if (what == "PreStart" && ++born < 3) throw new InvalidOperationException("not yet");
            life.Add(what);
        });
        simulation.System.ActorOf(Parent(life, new OneForOneStrategy(_ => Directive.Restart), ("a", child)), "parent");
        simulation.RunUntil(() => simulation.System.Inspect().Any(actor => actor.Path.Name == "a"), TimeSpan.FromSeconds(1));
        Tell(simulation, "/user/parent/a", "kept");
        Settle(simulation);
        Assert.Equal(3, born);
        Assert.Equal("kept", life[^1]);
    });

    [Fact]
    public void Retries_run_out_within_their_window_and_come_back_after_it()
    {
        using var simulation = new Simulation(1);
        var life = new List<string>();
        var strategy = new OneForOneStrategy(2, TimeSpan.FromSeconds(10), _ => Directive.Restart);
        simulation.System.ActorOf(Parent(life, strategy, ("a", Child(life, "a"))), "parent");
        Settle(simulation);
        for (var i = 0; i < 4; i++)
        {
            Tell(simulation, "/user/parent/a", new InvalidOperationException());
            Settle(simulation);
            if (i == 1) simulation.RunFor(TimeSpan.FromSeconds(11));
        }

        Assert.Equal(4, life.Count(what => what == "a PostRestart"));
        Tell(simulation, "/user/parent/a", new InvalidOperationException());
        Settle(simulation);
        Assert.Equal(4, life.Count(what => what == "a PostRestart"));
        Assert.Equal("a PostStop", life[^1]);
    }

    [Fact]
    public void Kill_stops_by_default_and_an_unhandled_Terminated_is_a_death_pact() => InManyOrders((simulation, life) =>
    {
        var killed = simulation.System.ActorOf(Child(life, "killed"));
        var partner = simulation.System.ActorOf(Props.Create(() => new Partner(killed)));
        var probe = new TestProbe(simulation.System);
        probe.Watch(partner);
        killed.Tell(Kill.Instance);
        probe.ExpectTerminated(partner);
        Assert.Contains("killed PostStop", life);
    });

    private sealed class Partner : ReceiveActor
    {
        public Partner(IActorRef other) => Context.Watch(other);
    }

    [Fact]
    public void A_child_that_fails_while_its_parent_waits_for_a_verdict_is_not_judged_before() => InManyOrders((simulation, life) =>
    {
        Directive Says(string who, Directive directive)
        {
            life.Add($"{who} decides");
            return directive;
        }

        var child = Child(life, "a");
        var parent = Puppet.Props(
            (_, message) =>
            {
                if (message is not "throw") return;
                life.Add("parent throws");
                throw new InvalidOperationException("parent");
            },
            (_, what, _) =>
            {
                if (what == "PreStart") Puppet.Context.ActorOf(child, "a");
            },
            new OneForOneStrategy(_ => Says("parent", Directive.Restart)));
        simulation.System.ActorOf(
            Puppet.Props((_, _) => { }, (_, what, _) =>
            {
                if (what == "PreStart") Puppet.Context.ActorOf(parent, "parent");
            }, new OneForOneStrategy(_ => Says("top", Directive.Resume))),
            "top");
        Settle(simulation);
        Tell(simulation, "/user/top/parent/a", new InvalidOperationException());
        Tell(simulation, "/user/top/parent", "throw");
        Settle(simulation);
        Tell(simulation, "/user/top/parent/a", "alive");
        Settle(simulation);
        Assert.Equal(1, life.Count(what => what == "a PostRestart"));
        Assert.Equal("a got alive", life[^1]);
        // Whichever failed first: between the parent's failure and the verdict on it, the parent judges nobody.
        var waiting = life[life.IndexOf("parent throws")..life.IndexOf("top decides")];
        Assert.DoesNotContain("parent decides", waiting);
    });

    [Fact]
    public void A_failure_that_reaches_the_top_ends_the_system()
    {
        using var simulation = new Simulation(1);
        var life = new List<string>();
        var system = simulation.System;
        system.ActorOf(Child(life, "a").WithSupervisorStrategy(SupervisorStrategy.StoppingStrategy), "a");
        system.ActorSelection("/user").Tell(Kill.Instance);
        Settle(simulation);
        Assert.True(system.WhenTerminated.IsCompleted);
        Assert.Equal("a PostStop", life[^1]);
    }

    [Fact]
    public void An_actor_that_is_told_to_stop_while_it_restarts_stops() => InManyOrders((simulation, life) =>
    {
        var parent = simulation.System.ActorOf(Parent(life, null, ("a", Child(life, "a"))), "parent");
        var probe = new TestProbe(simulation.System);
        probe.Watch(parent);
        Tell(simulation, "/user/parent", "throw");
        simulation.System.Stop(parent);
        probe.ExpectTerminated(parent);
        Assert.Equal(life.Count(what => what == "a new"), life.Count(what => what == "a PostStop"));
    });
}
