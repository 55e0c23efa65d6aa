using System.Collections.Concurrent;

namespace ChatServer.Actors.Tests;

/// <summary>Invariants that only real parallelism can break. Each test does what would go wrong once in a million, some million
/// times.</summary>
public abstract class ParallelStressTests(BootstrapSetup? setup) : ActorTest(setup)
{
    private sealed record Numbered(int Sender, int Number);

    /// <summary>Notices a second thread, a message out of order and a message twice.</summary>
    private sealed class Careful(int senders, int perSender, TaskCompletionSource<string?> done) : UntypedActor
    {
        private readonly int[] _last = new int[senders];
        private int _inside;
        private int _left = senders * perSender;

        protected override void OnReceive(object message)
        {
            if (Interlocked.Exchange(ref _inside, 1) != 0) done.TrySetResult("two threads at once");
            var (sender, number) = (Numbered)message;
            if (number != _last[sender] + 1) done.TrySetResult($"{number} after {_last[sender]} from {sender}");
            _last[sender] = number;
            if (--_left == 0) done.TrySetResult(null);
            Volatile.Write(ref _inside, 0);
        }
    }

    private Task<string?>[] TellFromManyThreads(int threads, int actors, int perPair)
    {
        var done = Enumerable.Range(0, actors).Select(_ =>
            new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously)).ToArray();
        var targets = done.Select(end => System.ActorOf(Props.Create(() => new Careful(threads, perPair, end)))).ToArray();
        for (var t = 0; t < threads; t++)
        {
            var sender = t;
            new Thread(() =>
            {
                for (var n = 1; n <= perPair; n++)
                {
                    foreach (var target in targets) target.Tell(new Numbered(sender, n));
                }
            }).Start();
        }

        return [.. done.Select(end => end.Task)];
    }

    [Theory]
    [InlineData(4, 1, 500_000)]
    [InlineData(4, 16, 40_000)]
    [InlineData(2, 200, 5_000)]
    public async Task Millions_of_messages_arrive_once_in_order_on_one_thread_at_a_time(int threads, int actors, int perPair)
    {
        foreach (var wrong in await Task.WhenAll(TellFromManyThreads(threads, actors, perPair)).OrFail()) Assert.Null(wrong);
    }

    /// <summary>The litmus test of the lost wake-up: a message that comes just as the actor goes idle must be handled without the help of
    /// a later one.</summary>
    [Fact]
    public async Task A_message_that_meets_the_actor_going_idle_wakes_it()
    {
        var handled = 0;
        var actor = System.ActorOf(Puppet.Props((_, _) => Volatile.Write(ref handled, handled + 1)));
        await Task.Run(() =>
        {
            var random = new Random(1);
            // As many as a busy machine does in a few seconds: ten thousand are enough to meet the moment often.
            var enough = Environment.TickCount64 + 5_000;
            for (var n = 1; n <= 400_000 && (n < 10_000 || Environment.TickCount64 < enough); n++)
            {
                actor.Tell("wake");
                // As soon as it has handled this one it is about to look for more and find none: the next comes then, or shortly after.
                var wait = default(SpinWait);
                var patience = Environment.TickCount64 + (long)Wait.Deadline.TotalMilliseconds;
                while (Volatile.Read(ref handled) < n)
                {
                    wait.SpinOnce(sleep1Threshold: -1);
                    if (wait.NextSpinWillYield && Environment.TickCount64 > patience) Assert.Fail($"Message {n} was never handled.");
                }

                Thread.SpinWait(random.Next(40));
            }
        }).OrFail();
    }

    /// <summary>The same for the way back from waiting: a message that comes as an asynchronous handler ends.</summary>
    [Fact]
    public async Task A_message_that_meets_an_asynchronous_handler_ending_is_handled()
    {
        var handled = 0;
        var gates = new ConcurrentQueue<TaskCompletionSource>();
        var actor = System.ActorOf(Props.Create(() => new Waiter(gates, () => Volatile.Write(ref handled, handled + 1))));
        await Task.Run(() =>
        {
            for (var n = 0; n < 40_000; n++)
            {
                var gate = new TaskCompletionSource();
                gates.Enqueue(gate);
                actor.Tell("await");
                if (n % 2 == 0) gate.SetResult();
                actor.Tell("count");
                if (n % 2 != 0) gate.SetResult();
                Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref handled) == n + 1, Wait.Deadline),
                    $"Message {n} was never handled.");
            }
        }).OrFail();
    }

    private sealed class Waiter : ReceiveActor
    {
        public Waiter(ConcurrentQueue<TaskCompletionSource> gates, Action count)
        {
            Receive<string>(text => text == "count", _ => count());
            ReceiveAsync<string>(async _ =>
            {
                Assert.True(gates.TryDequeue(out var gate));
                await gate!.Task;
            });
        }
    }

    [Fact]
    public async Task What_foreign_threads_tell_while_the_actor_stops_is_handled_or_a_dead_letter_and_never_both_or_neither()
    {
        const int PerThread = 2_000;
        const int Threads = 3;
        var letters = 0;
        var listener = System.ActorOf(Puppet.Props((_, message) =>
        {
            if (message is DeadLetter { Message: Numbered }) Interlocked.Increment(ref letters);
        }));
        System.EventStream.Subscribe(listener, typeof(DeadLetter));
        for (var round = 0; round < 100; round++)
        {
            var handled = 0;
            Volatile.Write(ref letters, 0);
            var actor = System.ActorOf(Puppet.Props((_, _) => Interlocked.Increment(ref handled)));
            await Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Task.Run(() =>
            {
                for (var n = 0; n < PerThread; n++)
                {
                    actor.Tell(new Numbered(thread, n));
                    if (thread == 0 && n == round * PerThread / 100) System.Stop(actor);
                }
            }))).OrFail();
            Assert.True(
                SpinWait.SpinUntil(() => Volatile.Read(ref handled) + Volatile.Read(ref letters) == Threads * PerThread, Wait.Deadline),
                $"Round {round}: {handled} handled and {letters} dead letters of {Threads * PerThread}.");
        }
    }

    [Fact]
    public async Task A_watch_that_crosses_the_end_is_answered_once()
    {
        var heard = new int[2_000];
        var answered = 0;
        var victims = new IActorRef[heard.Length];
        var watchers = new IActorRef[heard.Length];
        for (var i = 0; i < heard.Length; i++)
        {
            var index = i;
            victims[i] = System.ActorOf(Puppet.Props((_, _) => { }));
            watchers[i] = System.ActorOf(Puppet.Props((_, message) =>
            {
                if (message is "watch")
                {
                    Puppet.Context.Watch(victims[index]);
                }
                else
                {
                    Interlocked.Increment(ref heard[index]);
                    Interlocked.Increment(ref answered);
                }
            }));
        }

        var stopping = Task.Run(() =>
        {
            foreach (var victim in victims) System.Stop(victim);
        });
        var watching = Task.Run(() =>
        {
            foreach (var watcher in watchers) watcher.Tell("watch");
        });
        await Task.WhenAll(stopping, watching).OrFail();
        Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref answered) >= heard.Length, Wait.Deadline),
            $"{answered} of {heard.Length} heard.");
        await System.Terminate().OrFail();
        Assert.All(heard, times => Assert.Equal(1, times));
    }

    [Fact]
    public async Task Failing_again_and_again_loses_no_message_but_the_failing_ones()
    {
        const int Count = 50_000;
        var handled = 0;
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var quiet = new OneForOneStrategy(-1, -1, static _ => Directive.Restart, loggingEnabled: false);
        var parent = System.ActorOf(Puppet.Props((self, message) => self.From.Tell(Puppet.Context.ActorOf((Props)message)),
            strategy: quiet));
        var actor = await parent.Ask<IActorRef>(Puppet.Props((_, message) =>
        {
            if (message is int n && n % 10 == 0) throw new InvalidOperationException();
            handled++;
            if (message is "end") done.SetResult();
        })).OrFail();
        for (var n = 0; n < Count; n++) actor.Tell(n);
        actor.Tell("end");
        await done.Task.OrFail();
        Assert.Equal(Count - (Count / 10) + 1, handled);
    }

    [Fact]
    public async Task An_actor_with_much_to_do_does_not_keep_others_from_their_turns()
    {
        // As many busy actors as there are threads to run them, each with work for the whole test.
        var stop = false;
        for (var i = 0; i < Environment.ProcessorCount * 4; i++)
        {
            var busy = System.ActorOf(Puppet.Props((self, message) =>
            {
                if (!Volatile.Read(ref stop)) self.Me.Tell(message);
            }));
            busy.Tell("again");
        }

        var other = System.ActorOf(Puppet.Props((self, message) => self.From.Tell(message)));
        for (var i = 0; i < 200; i++) Assert.Equal(i, await other.Ask<int>(i).OrFail());
        Volatile.Write(ref stop, true);
    }

    [Fact]
    public async Task Thousands_of_actors_are_made_and_stopped_by_many_threads_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(async () =>
        {
            for (var i = 0; i < 1_000; i++)
            {
                var actor = System.ActorOf(Puppet.Props((self, message) => self.From.Tell(message)), $"t{thread}-{i}");
                Assert.Equal(i, await actor.Ask<int>(i).OrFail());
                Assert.True(await actor.GracefulStop(Wait.Deadline).OrFail());
            }
        }))).OrFail();
    }
}

/// <summary>The invariants on the thread pool.</summary>
public sealed class ThreadPoolStressTests() : ParallelStressTests(null);
