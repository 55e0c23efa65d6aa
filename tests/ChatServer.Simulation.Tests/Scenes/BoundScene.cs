namespace ChatServer.SimulationTests.Scenes;

/// <summary>More is told to actors than they may have waiting: what is too much is dropped and published, the last first and never what the
/// runtime itself sends; and a stash that is full says so.</summary>
internal sealed class BoundScene(Simulation simulation) : Scene(simulation)
{
    private const string NameOfFriend = "friend";

    private readonly List<int> _read = [];
    private readonly List<int> _dropped = [];
    private int _stashed;
    private int _refused;
    private bool _hasEnded;

    protected override void Play()
    {
        System.EventStream.Subscribe(Make<Counter>("counter", this), typeof(Dropped));
        var small = System.ActorOf(Props.Create<Reader>(this).WithMailbox(SmallMailbox), "small");
        Settle();
        for (var round = Random.Next(4); round >= 0; round--) TellInOneTurn(small, Random.Next(3 * Capacity));
        LoseAFriend(small);
        TellInOneTurn(small, Capacity + 1, PoisonPill.Instance);
        Expect(_hasEnded, "a mailbox that was full has swallowed the order to stop");
        FillStash(room: Random.Next(4));
    }

    private void TellInOneTurn(IActorRef reader, int count, object? last = null)
    {
        _read.Clear();
        _dropped.Clear();
        for (var number = 1; number <= count; number++) reader.Tell(number);
        if (last is not null) reader.Tell(last);
        Settle();
        Expect(_read.SequenceEqual(Enumerable.Range(1, Math.Min(count, Capacity))), $"of {count} were read: {string.Join(' ', _read)}");
        Expect(_dropped.SequenceEqual(Enumerable.Range(1, count).Skip(Capacity)), $"of {count} were dropped: {string.Join(' ', _dropped)}");
    }

    /// <summary>Of an end everybody is told who wants to know, however full his mailbox is with the last words; and the name is free
    /// then.</summary>
    private void LoseAFriend(IActorRef reader)
    {
        _read.Clear();
        reader.Tell(Make<Friend>(NameOfFriend, reader));
        Settle();
        Expect(
            _read.SequenceEqual([.. Enumerable.Range(1, Capacity), Reader.EndOfFriend]),
            $"of a friend's end it was told: {string.Join(' ', _read)}");
    }

    private void FillStash(int room)
    {
        var keeper = System.ActorOf(Props.Create<Keeper>(this).WithStashCapacity(room), "keeper");
        for (var number = 0; number < room + 2; number++) keeper.Tell(number);
        Settle();
        Expect((_stashed, _refused) == (room, 2), $"a stash for {room} took {_stashed} and refused {_refused}");
    }

    private sealed class Reader : ReceiveActor
    {
        public const int EndOfFriend = -1;

        private readonly BoundScene _scene;

        public Reader(BoundScene scene)
        {
            _scene = scene;
            Receive<int>(scene._read.Add);
            Receive<IActorRef>(friend =>
            {
                Context.Watch(friend);
                friend.Tell(PoisonPill.Instance);
            });
            Receive<Terminated>(_ =>
            {
                scene.Make<Keeper>(NameOfFriend, scene);
                scene._read.Add(EndOfFriend);
            });
        }

        protected override void PostStop() => _scene._hasEnded = true;
    }

    private sealed class Friend(IActorRef reader) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
        }

        protected override void PostStop()
        {
            for (var number = 1; number <= Capacity; number++) reader.Tell(number);
        }
    }

    private sealed class Counter : ReceiveActor
    {
        public Counter(BoundScene scene) => Receive<Dropped>(dropped => scene._dropped.Add((int)dropped.Message));
    }

    private sealed class Keeper(BoundScene scene) : UntypedActor, IWithStash
    {
        public IStash Stash { get; set; } = null!;

        protected override void OnReceive(object message)
        {
            try
            {
                Stash.Stash();
                scene._stashed++;
            }
            catch (StashOverflowException)
            {
                scene._refused++;
            }
        }
    }
}
