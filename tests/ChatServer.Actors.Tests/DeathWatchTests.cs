using ChatServer.Actors.TestKit;

namespace ChatServer.Actors.Tests;

public sealed class DeathWatchTests
{
    private static void InManyOrders(Action<Simulation> play)
    {
        foreach (var setup in new[] { new SimulationSetup(),
            new SimulationSetup { ReorderSenders = true, MaxDelay = TimeSpan.FromMilliseconds(3) } })
            Simulation.Explore(Enumerable.Range(0, 100).Select(seed => (ulong)seed), play, setup);
    }

    private static void Settle(Simulation simulation) => simulation.RunFor(TimeSpan.FromMilliseconds(100));

    private static Props Silent => Puppet.Props((_, _) => { });

    [Fact]
    public void A_parent_that_also_watches_hears_once_and_can_use_the_name_at_once() => InManyOrders(simulation =>
    {
        var heard = new List<object>();
        var parent = simulation.System.ActorOf(Puppet.Props((self, message) =>
        {
            switch (message)
            {
                case "start":
                    Puppet.Context.Watch(Puppet.Context.ActorOf(Silent, "child"));
                    break;
                case "stop":
                    Puppet.Context.Stop(Puppet.Context.Child("child"));
                    break;
                case Terminated:
                    heard.Add("end");
                    Assert.True(Puppet.Context.Child("child").IsNobody());
                    Puppet.Context.ActorOf(Silent, "child");
                    break;
            }
        }));
        parent.Tell("start");
        parent.Tell("stop");
        Settle(simulation);
        Assert.Equal(["end"], heard);
        Assert.NotNull(simulation.System.Inspect().Single(actor => actor.Path.Name == "child"));
    });

    [Fact]
    public void Watching_twice_is_heard_once_and_unwatching_takes_back_even_what_is_in_the_mailbox() => InManyOrders(simulation =>
    {
        var heard = new List<object>();
        var victim = simulation.System.ActorOf(Silent);
        var other = simulation.System.ActorOf(Silent);
        var watcher = simulation.System.ActorOf(Puppet.Props((self, message) =>
        {
            switch (message)
            {
                case "watch":
                    Puppet.Context.Watch(victim);
                    Puppet.Context.Watch(victim);
                    Puppet.Context.Watch(other);
                    break;
                case "unwatch":
                    Puppet.Context.Unwatch(other);
                    break;
                default:
                    heard.Add(message);
                    break;
            }
        }));
        watcher.Tell("watch");
        Settle(simulation);
        simulation.System.Stop(other);
        watcher.Tell("unwatch");
        simulation.System.Stop(victim);
        Settle(simulation);
        // Whether the end of the other came before or after the unwatching: it was taken back, or it was handled before.
        Assert.Equal(1, heard.Count(message => message is Terminated end && end.ActorRef.Equals(victim)));
        Assert.True(heard.Count(message => message is Terminated end && end.ActorRef.Equals(other)) <= 1);
        heard.Clear();
        watcher.Tell("watch");
        Settle(simulation);
        Assert.Equal(2, heard.Count);
    });

    [Fact]
    public void An_unwatched_end_in_the_mailbox_is_not_delivered()
    {
        using var simulation = new Simulation(1);
        var heard = new List<object>();
        var victim = simulation.System.ActorOf(Silent, "victim");
        var watcher = simulation.System.ActorOf(
            Puppet.Props((self, message) =>
            {
                if (message is "watch")
                {
                    Puppet.Context.Watch(victim);
                }
                else if (message is "unwatch")
                {
                    // The victim ends, and our own system message of it is handled, while this handler runs: its Terminated is in the
                    // mailbox.
                    Puppet.Context.Unwatch(victim);
                }
                else
                {
                    heard.Add(message);
                }
            }),
            "watcher");
        watcher.Tell("watch");
        simulation.Run();
        watcher.Tell("unwatch");
        simulation.System.Stop(victim);
        // The notification is a system message and overtakes "unwatch"; the Terminated it turns into does not.
        simulation.RunUntil(() =>
            simulation.Trace.Entries.Any(entry => entry is { Kind: TraceKind.Tell, To: "/user/watcher", What: "Terminated" }),
            TimeSpan.Zero);
        simulation.Run();
        Assert.DoesNotContain(heard, message => message is Terminated
            && simulation.Trace.Entries.TakeWhile(entry => entry.What != "Terminated").All(entry => entry.What != "unwatch"
            || entry.Kind != TraceKind.Handle));
    }

    [Fact]
    public void WatchWith_brings_the_message_of_one_s_own_from_the_one_that_ended() => InManyOrders(simulation =>
    {
        var heard = new List<(object, IActorRef)>();
        var victim = simulation.System.ActorOf(Silent);
        var watcher = simulation.System.ActorOf(Puppet.Props((self, message) =>
        {
            if (message is "watch") Puppet.Context.WatchWith(victim, 42);
            else heard.Add((message, self.From));
        }));
        watcher.Tell("watch");
        victim.Tell(PoisonPill.Instance);
        Settle(simulation);
        Assert.Equal([(42, victim)], heard);
    });

    [Fact]
    public void A_restart_is_no_end() => InManyOrders(simulation =>
    {
        var heard = 0;
        var victim = simulation.System.ActorOf(Puppet.Props((_, message) => throw new InvalidOperationException()));
        var watcher = simulation.System.ActorOf(Puppet.Props((_, message) =>
        {
            if (message is "watch") Puppet.Context.Watch(victim);
            else heard++;
        }));
        watcher.Tell("watch");
        victim.Tell("fail");
        Settle(simulation);
        Assert.Equal(0, heard);
        simulation.System.Stop(victim);
        Settle(simulation);
        Assert.Equal(1, heard);
    });

    [Fact]
    public void Many_watchers_each_hear_and_one_that_has_stopped_hears_nothing() => InManyOrders(simulation =>
    {
        var heard = new List<int>();
        var victim = simulation.System.ActorOf(Silent);
        var watchers = Enumerable.Range(0, 5).Select(i => simulation.System.ActorOf(Puppet.Props((_, message) =>
        {
            if (message is "watch") Puppet.Context.Watch(victim);
            else heard.Add(i);
        }))).ToArray();
        foreach (var watcher in watchers) watcher.Tell("watch");
        Settle(simulation);
        simulation.System.Stop(watchers[2]);
        Settle(simulation);
        simulation.System.Stop(victim);
        Settle(simulation);
        Assert.Equal([0, 1, 3, 4], heard.Order());
    });

    [Fact]
    public void PoisonPill_lets_what_came_before_it_be_handled_and_Stop_does_not()
    {
        using var simulation = new Simulation(1);
        var heard = new List<object>();
        var letters = new List<object>();
        var listener = simulation.System.ActorOf(Puppet.Props((_, message) => letters.Add(((DeadLetter)message).Message)));
        simulation.System.EventStream.Subscribe<DeadLetter>(listener);
        var gentle = simulation.System.ActorOf(Puppet.Props((_, message) => heard.Add(message)));
        var abrupt = simulation.System.ActorOf(Puppet.Props((_, message) => heard.Add(message)));
        simulation.Run();
        foreach (var actor in new[] { gentle, abrupt })
        {
            actor.Tell(1);
            actor.Tell(2);
        }

        gentle.Tell(PoisonPill.Instance);
        gentle.Tell(3);
        simulation.System.Stop(abrupt);
        simulation.Run();
        Assert.Equal([1, 2], heard);
        Assert.Equal([1, 2, 3], letters.Cast<int>().Order());
    }
}
