namespace ChatServer.SimulationTests.Scenes;

/// <summary>Some subscribe to kinds of news, and hear each that is published once; a selection reaches those whom it names, and no
/// others.</summary>
internal sealed class NewsScene(Simulation simulation) : Scene(simulation)
{
    private static readonly Type[] Kinds = [typeof(News), typeof(Weather), typeof(Storm), typeof(IUrgent)];

    private readonly List<Reader> _readers = [];
    private readonly List<string> _dead = [];
    private int _lastNumber;

    private interface IUrgent;

    private record News(int Number);

    private record Weather(int Number) : News(Number);

    private sealed record Storm(int Number) : Weather(Number), IUrgent;

    private sealed class Reader(string path, IActorRef actor)
    {
        public string Path => path;

        public IActorRef Actor => actor;

        public HashSet<Type> Kinds { get; } = [];

        public List<int> Expected { get; } = [];

        public List<int> Heard { get; } = [];
    }

    protected override void Play()
    {
        System.EventStream.Subscribe(Make<DeadReader>("dead", this), typeof(DeadLetter));
        for (var department = 1 + Random.Next(2); department > 0; department--)
            Make<Department>($"d{department}", this, 1 + Random.Next(3));
        Settle();
        for (var i = 5 + Random.Next(20); i > 0; i--)
        {
            var reader = _readers[Random.Next(_readers.Count)];
            Give(reader, Kinds[Random.Next(Kinds.Length)]);
            if (Random.Chance(0.3)) Settle();
        }

        Settle();
        foreach (var reader in _readers)
            Expect(
                reader.Heard.SequenceEqual(reader.Expected),
                $"{reader.Path} hears {string.Join(' ', reader.Heard)}, not {string.Join(' ', reader.Expected)}");
        Expect(_dead.Count == 0, $"to nobody: {string.Join(' ', _dead)}");
    }

    private void Give(Reader reader, Type kind)
    {
        switch (Random.Next(7))
        {
            case 0 or 1:
                Expect(
                    System.EventStream.Subscribe(reader.Actor, kind) == reader.Kinds.Add(kind),
                    $"whether {reader.Path} was subscribed to {kind.Name}");
                break;
            case 2:
                Expect(
                    System.EventStream.Unsubscribe(reader.Actor, kind) == reader.Kinds.Remove(kind),
                    $"whether {reader.Path} was subscribed to {kind.Name}");
                break;
            case 3 or 4:
                Publish();
                break;
            case 5:
                Select();
                break;
            case 6 when Random.Chance(0.2) && _readers.Count > 1:
                // What it was told before it reads, and nothing is told to it after its end.
                Settle();
                _readers.Remove(reader);
                reader.Actor.Tell(PoisonPill.Instance);
                Settle();
                break;
        }
    }

    private void Publish()
    {
        var number = ++_lastNumber;
        News news = Random.Next(3) switch
        {
            0 => new News(number),
            1 => new Weather(number),
            _ => new Storm(number),
        };
        foreach (var reader in _readers.Where(reader => reader.Kinds.Any(kind => kind.IsInstanceOfType(news)))) reader.Expected.Add(number);
        System.EventStream.Publish(news);
    }

    private void Select()
    {
        var number = ++_lastNumber;
        var (department, reader) = ($"d{1 + Random.Next(2)}", $"r{1 + Random.Next(3)}");
        var (everyDepartment, everyReader) = (Random.Chance(0.3), Random.Chance(0.5));
        var chosen = _readers.FindAll(known =>
            (everyDepartment || known.Path.StartsWith(department + "/", StringComparison.Ordinal))
            && (everyReader || known.Path.EndsWith("/" + reader, StringComparison.Ordinal)));
        if (chosen.Count == 0 && !everyDepartment && !everyReader) return;
        foreach (var known in chosen) known.Expected.Add(number);
        var path = $"/user/{(everyDepartment ? "d?" : department)}/{(everyReader ? "*" : reader)}";
        System.ActorSelection(path).Tell(new News(number), ActorRefs.NoSender);
    }

    private sealed class Department : UntypedActor
    {
        public Department(NewsScene scene, int readers)
        {
            for (; readers > 0; readers--)
            {
                var actor = Context.ActorOf(Props.Create<ReaderActor>(), $"r{readers}");
                var reader = new Reader($"{Self.Path.Name}/r{readers}", actor);
                scene._readers.Add(reader);
                actor.Tell(reader);
            }
        }

        protected override void OnReceive(object message)
        {
        }
    }

    private sealed class ReaderActor : ReceiveActor
    {
        private Reader _reader = null!;

        public ReaderActor()
        {
            Receive<Reader>(reader => _reader = reader);
            Receive<News>(news => _reader.Heard.Add(news.Number));
        }
    }

    private sealed class DeadReader : ReceiveActor
    {
        public DeadReader(NewsScene scene) => Receive<DeadLetter>(dead =>
        {
            if (dead.Message is News news) scene._dead.Add($"{news.Number} for {dead.Recipient.Path.Name}");
        });
    }
}
