using ChatServer.Actors.TestKit;

namespace ChatServer.Actors.Tests;

public sealed class SimulationTests
{
    /// <summary>A room that numbers what it hears, and members who speak; enough of a chat to have an order.</summary>
    private sealed class Room : ReceiveActor
    {
        private readonly List<IActorRef> _members = [];
        private int _last;

        public Room()
        {
            Receive<Join>(_ =>
            {
                _members.Add(Sender);
                Context.WatchWith(Sender, new Left(Sender));
            });
            Receive<Left>(left => _members.Remove(left.Member));
            Receive<Say>(say =>
            {
                var said = new Said(++_last, say.Who, say.Line);
                foreach (var member in _members) member.Tell(said);
            });
        }

        public sealed record Join;

        public sealed record Left(IActorRef Member);

        public sealed record Say(string Who, int Line);

        public sealed record Said(int Number, string Who, int Line)
        {
            public override string ToString() => $"{Number}:{Who}{Line}";
        }
    }

    private sealed class Member : ReceiveActor, IWithTimers
    {
        private int _line;

        public Member(IActorRef room, int lines, List<Room.Said> heard)
        {
            room.Tell(new Room.Join());
            Timers.StartPeriodicTimer("talk", "talk", TimeSpan.FromMilliseconds(10));
            Receive<string>(_ =>
            {
                room.Tell(new Room.Say(Self.Path.Name, ++_line));
                if (_line == lines) Timers.Cancel("talk");
            });
            Receive<Room.Said>(heard.Add);
        }

        public ITimerScheduler Timers { get; set; } = null!;
    }

    private static List<Room.Said>[] Play(Simulation simulation)
    {
        var room = simulation.System.ActorOf(Props.Create(() => new Room()), "room");
        var heard = new List<Room.Said>[4];
        for (var i = 0; i < heard.Length; i++)
        {
            var mine = heard[i] = [];
            simulation.System.ActorOf(Props.Create(() => new Member(room, 5, mine)), $"member{i}");
        }

        simulation.RunFor(TimeSpan.FromSeconds(1));
        return heard;
    }

    private static string TraceOf(ulong seed, SimulationSetup? setup = null)
    {
        using var simulation = new Simulation(seed, setup);
        Play(simulation);
        return simulation.Trace.ToString();
    }

    [Fact]
    public void The_same_seed_gives_the_same_trace_and_another_seed_another()
    {
        Assert.Equal(TraceOf(1), TraceOf(1));
        Assert.NotEqual(TraceOf(1), TraceOf(2));
        var late = new SimulationSetup { MaxDelay = TimeSpan.FromMilliseconds(30), ReorderSenders = true };
        Assert.Equal(TraceOf(1, late), TraceOf(1, late));
        Assert.NotEqual(TraceOf(1, late), TraceOf(2, late));
    }

    [Fact]
    public void The_trace_of_a_seed_is_known_on_every_machine()
    {
        // If this changes, the meaning of every recorded seed has changed: say so where seeds are kept.
        using var simulation = new Simulation(7);
        var echo = simulation.System.ActorOf(Puppet.Props((self, message) => self.From.Tell($"re {message}")), "echo");
        var probe = new TestProbe(simulation.System, "probe");
        probe.Send(echo, "a");
        probe.Send(echo, "b");
        probe.ExpectMsg("re a");
        probe.ExpectMsg("re b");
        var heard = simulation.Trace.Entries.Where(entry => entry.To is "/user/echo" or "/user/probe").Select(entry =>
            $"{entry.Kind} {entry.To} {entry.What}");
        Assert.Equal(
            [
                "Tell /user/echo a",
                "Tell /user/echo b",
                "Started /user/probe ",
                "Started /user/echo ",
                "Handle /user/echo a",
                "Tell /user/probe re a",
                "Handle /user/probe re a",
                "Handle /user/echo b",
                "Tell /user/probe re b",
                "Handle /user/probe re b",
            ],
            heard);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 0)]
    [InlineData(true, 20)]
    public void A_thousand_seeds_break_no_invariant(bool reorder, int maxDelay)
    {
        Simulation.Explore(
            Enumerable.Range(0, 1000).Select(seed => (ulong)seed),
            simulation =>
            {
                var heard = Play(simulation);
                foreach (var mine in heard)
                {
                    Assert.Equal(mine.Select(said => said.Number), mine.Select(said => said.Number).Order());
                    foreach (var speaker in mine.GroupBy(said => said.Who))
                        Assert.Equal(speaker.Select(said => said.Line), speaker.Select(said => said.Line).Order());
                    Assert.Equal(20, mine[^1].Number);
                }
            },
            new SimulationSetup { ReorderSenders = reorder, MaxDelay = TimeSpan.FromMilliseconds(maxDelay) });
    }

    [Fact]
    public void Senders_are_reordered_only_when_asked_to()
    {
        static HashSet<string> Orders(SimulationSetup setup)
        {
            var orders = new HashSet<string>();
            for (ulong seed = 0; seed < 200; seed++)
            {
                using var simulation = new Simulation(seed, setup);
                var heard = new List<object>();
                var sink = simulation.System.ActorOf(Puppet.Props((_, message) => heard.Add(message)));
                // The test is one sender; each of these is another.
                var relays = Enumerable.Range(0, 2).Select(_ =>
                    simulation.System.ActorOf(Puppet.Props((_, message) => sink.Tell(message)))).ToArray();
                var chain = simulation.System.ActorOf(Puppet.Props((_, message) =>
                {
                    sink.Tell("first");
                    relays[0].Tell("second");
                }));
                chain.Tell("go");
                simulation.Run();
                orders.Add(string.Join(' ', heard));
            }

            return orders;
        }

        Assert.Equal(["first second"], Orders(new SimulationSetup()));
        Assert.Equal(2, Orders(new SimulationSetup { ReorderSenders = true }).Count);
    }

    [Fact]
    public void Messages_of_one_sender_never_overtake_one_another()
    {
        Simulation.Explore(
            Enumerable.Range(0, 300).Select(seed => (ulong)seed),
            simulation =>
            {
                var heard = new List<int>();
                var sink = simulation.System.ActorOf(Puppet.Props((_, message) => heard.Add((int)message)));
                var source = simulation.System.ActorOf(Puppet.Props((_, _) =>
                {
                    for (var i = 0; i < 20; i++) sink.Tell(i, i % 2 == 0 ? null : sink);
                }));
                source.Tell("go");
                simulation.RunFor(TimeSpan.FromSeconds(1));
                Assert.Equal(Enumerable.Range(0, 20), heard);
            },
            new SimulationSetup { ReorderSenders = true, MaxDelay = TimeSpan.FromMilliseconds(5) });
    }

    [Fact]
    public void The_end_of_an_actor_is_heard_of_after_its_last_words_and_once()
    {
        Simulation.Explore(
            Enumerable.Range(0, 500).Select(seed => (ulong)seed),
            simulation =>
            {
                var heard = new List<object>();
                var speaker = simulation.System.ActorOf(Puppet.Props((self, message) =>
                {
                    for (var i = 0; i < 3; i++) self.From.Tell(i);
                    Puppet.Context.Stop(self.Me);
                }));
                var watcher = simulation.System.ActorOf(Puppet.Props((_, message) =>
                {
                    if (message is "go")
                    {
                        Puppet.Context.Watch(speaker);
                        speaker.Tell("go");
                    }
                    else
                    {
                        heard.Add(message is Terminated ? "end" : message);
                    }
                }));
                watcher.Tell("go");
                simulation.RunFor(TimeSpan.FromSeconds(1));
                Assert.Equal([0, 1, 2, "end"], heard);
            },
            new SimulationSetup { ReorderSenders = true, MaxDelay = TimeSpan.FromMilliseconds(5) });
    }

    [Fact]
    public void A_failing_run_names_its_seed_and_draws_what_led_there()
    {
        var failure = Assert.Throws<SimulationFailedException>(() => Simulation.Explore(
            [3, 4],
            simulation =>
            {
                var actor = simulation.System.ActorOf(Puppet.Props((self, message) => self.From.Tell("pong")), "ponger");
                var probe = new TestProbe(simulation.System, "pinger");
                probe.Send(actor, "ping");
                probe.ExpectMsg(simulation.Seed == 3 ? "pong" : "ping");
            }));
        Assert.Equal(4UL, failure.Seed);
        Assert.Contains("Seed 4", failure.Message, StringComparison.Ordinal);
        Assert.Contains("ponger", failure.Message, StringComparison.Ordinal);
        Assert.Matches("<-+.*|-- ping -+>", failure.Message);
    }

    [Fact]
    public void A_chosen_actor_throws_and_is_restarted()
    {
        using var simulation = new Simulation(5);
        var talk = new List<string>();
        var actor = simulation.System.ActorOf(Puppet.Props((_, message) => talk.Add($"{message}"), (_, what, _) => talk.Add(what)),
            "victim");
        simulation.ThrowIn("/user/victim", message => message is "b");
        foreach (var message in new[] { "a", "b", "c" }) actor.Tell(message);
        simulation.Run();
        Assert.Equal(["new", "PreStart", "a", "PreRestart(b)", "PostStop", "new", "PostRestart", "PreStart", "c"], talk);
    }

    [Fact]
    public void A_run_that_never_rests_fails()
    {
        using var simulation = new Simulation(1, new SimulationSetup { MaxSteps = 1000 });
        var stop = false;
        var actor = simulation.System.ActorOf(Puppet.Props((self, message) =>
        {
            if (!stop) self.Me.Tell(message);
        }));
        actor.Tell("again");
        Assert.Throws<SimulationFailedException>(() => simulation.Run());
        stop = true;
        simulation.Run();
        Assert.True(simulation.IsQuiescent);
    }

    [Fact]
    public void Asks_pipes_and_asynchronous_handlers_stay_in_the_simulation()
    {
        static string Play(ulong seed)
        {
            using var simulation = new Simulation(seed);
            var echo = simulation.System.ActorOf(Props.Create(() => new Slow()), "echo");
            var probe = new TestProbe(simulation.System, "probe");
            foreach (var n in new[] { 1, 2, 3 }) probe.Send(echo, n);
            probe.ExpectMsg("1 after asking");
            probe.ExpectMsg("2 after asking");
            probe.ExpectMsg("3 after asking");
            return simulation.Trace.ToString();
        }

        Assert.Equal(Play(11), Play(11));
    }

    private sealed class Slow : ReceiveActor
    {
        public Slow()
        {
            var helper = Context.ActorOf(Puppet.Props((self, message) => self.From.Tell($"{message} after asking")), "helper");
            ReceiveAsync<int>(async n =>
            {
                var sender = Sender;
                var answer = await helper.Ask<string>(n);
                await Task.Yield();
                Assert.Same(sender, Sender);
                Task.FromResult(answer).PipeTo(sender).Wait(Wait.Deadline);
            });
        }
    }
}
