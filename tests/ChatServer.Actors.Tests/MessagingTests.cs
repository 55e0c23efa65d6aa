namespace ChatServer.Actors.Tests;

public sealed class MessagingTests : ActorTest
{
    private sealed class Echo : ReceiveActor
    {
        public Echo()
        {
            Receive<string>(text => text.StartsWith('!'), text => Sender.Tell("loud " + text));
            Receive<string>(text => Sender.Tell("echo " + text));
            Receive<IFormattable>(value => Sender.Tell(value));
            ReceiveAsync<TimeSpan[]>(async spans =>
            {
                var sender = Sender;
                await Task.Yield();
                Assert.Same(sender, Sender);
                Assert.Same(Self, Context.Self);
                Sender.Tell("awaited");
            });
        }
    }

    [Fact]
    public async Task Ask_returns_the_answer()
    {
        var echo = System.ActorOf(Props.Create(() => new Echo()), "echo");
        Assert.Equal("echo a", await echo.Ask<string>("a").OrFail());
        Assert.Equal("loud !a", await echo.Ask<string>("!a").OrFail());
        Assert.Equal(17, await echo.Ask<object>(17).OrFail());
        Assert.Equal("awaited", await echo.Ask<string>(Array.Empty<TimeSpan>()).OrFail());
    }

    [Fact]
    public async Task Ask_times_out_and_is_cancelled()
    {
        var mute = System.ActorOf(Puppet.Props((_, _) => { }));
        await Assert.ThrowsAsync<AskTimeoutException>(() => mute.Ask<string>("a", TimeSpan.FromMilliseconds(20)).OrFail());
        using var source = new CancellationTokenSource();
        var asked = mute.Ask<string>("a", source.Token);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked.OrFail());
    }

    [Fact]
    public async Task A_dead_letter_names_its_sender()
    {
        var echo = System.ActorOf(Props.Create(() => new Echo()), "echo");
        var listener = System.ActorOf(Puppet.Props((_, message) => Talk.Say(message)));
        System.EventStream.Subscribe(listener, typeof(DeadLetter));
        Assert.True(await echo.GracefulStop(Wait.Deadline).OrFail());
        echo.Tell("lost", listener);
        var letter = Assert.IsType<DeadLetter>(await Talk.Next());
        Assert.Equal("lost", letter.Message);
        Assert.Same(listener, letter.Sender);
        Assert.Same(echo, letter.Recipient);
    }

    [Fact]
    public async Task A_name_is_free_again_when_its_bearer_has_gone()
    {
        for (var i = 0; i < 100; i++)
        {
            var actor = System.ActorOf(Props.Create(() => new Echo()), "echo");
            var watcher = System.ActorOf(Puppet.Props((self, message) =>
            {
                if (message is IActorRef other) Puppet.Context.Watch(other);
                else Talk.Say(((Terminated)message).ActorRef);
            }));
            watcher.Tell(actor);
            System.Stop(actor);
            Assert.Same(actor, await Talk.Next());
        }
    }

    [Fact]
    public async Task Watching_a_dead_actor_answers_at_once()
    {
        var echo = System.ActorOf(Props.Create(() => new Echo()), "echo");
        Assert.True(await echo.GracefulStop(Wait.Deadline).OrFail());
        var watcher = System.ActorOf(Puppet.Props((self, message) =>
        {
            if (message is "watch") Puppet.Context.WatchWith(echo, "gone");
            else Talk.Say(message);
        }));
        watcher.Tell("watch");
        await Talk.Expect("gone");
    }

    [Fact]
    public async Task An_order_to_stop_overtakes_the_messages_that_wait()
    {
        using var gate = new ManualResetEventSlim();
        var actor = System.ActorOf(Puppet.Props((self, message) =>
        {
            gate.Wait(Wait.Deadline);
            Talk.Say(message);
            Puppet.Context.Stop(self.Me);
        }));
        for (var i = 0; i < 10; i++) actor.Tell(i);
        gate.Set();
        Assert.True(await actor.GracefulStop(Wait.Deadline).OrFail());
        await Talk.Expect(0);
        Assert.True(Talk.IsSilent);
    }
}
