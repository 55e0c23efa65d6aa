namespace ChatServer.SimulationTests.Scenes;

/// <summary>Clerks write to each other, put letters aside, change what they do with the next one, fail and leave. What one writes to
/// another arrives once and in order, or is a dead letter.</summary>
internal sealed class LetterScene(Simulation simulation) : Scene(simulation)
{
    private const int Outside = -1;

    private readonly List<IActorRef> _clerks = [];
    private readonly List<Letter> _sent = [];
    private readonly List<Letter> _read = [];
    private readonly List<Letter> _dead = [];
    private readonly HashSet<int> _leaving = [];

    /// <summary>A letter, numbered along its way.</summary>
    /// <param name="From">Who wrote it.</param>
    /// <param name="Via">Who passes it on; null for nobody.</param>
    /// <param name="To">Who is to read it.</param>
    /// <param name="Number">Counts the letters of this way.</param>
    private sealed record Letter(int From, int? Via, int To, int Number);

    protected override void Play()
    {
        var post = Make<PostOffice>("post", this);
        System.EventStream.Subscribe(post, typeof(DeadLetter));
        var clerks = 2 + Random.Next(3);
        for (var number = 0; number < clerks; number++) _clerks.Add(Make<Clerk>($"clerk{number}", this, number));
        Settle();
        for (var i = 10 + Random.Next(40); i > 0; i--)
        {
            Give(Random.Next(clerks));
            if (Random.Chance(0.2)) Settle();
        }

        foreach (var clerk in _clerks) clerk.Tell(new Order<Clerk>("open", static clerk => clerk.Begin(isOpen: true)));
        Settle();
        CheckLetters();
    }

    private void Give(int number)
    {
        var clerk = _clerks[number];
        switch (Random.Next(12))
        {
            case 0 or 1 or 2 or 3:
                var (to, count) = (Random.Next(_clerks.Count), 1 + Random.Next(3));
                int? via = Random.Chance(0.2) ? Random.Next(_clerks.Count) : null;
                clerk.Tell(new Order<Clerk>($"write {count}", _ => Write(number, via, to, count, clerk)));
                break;
            case 4 or 5:
                Write(Outside, null, number, 1 + Random.Next(3), ActorRefs.NoSender);
                break;
            case 6:
                clerk.Tell(new Order<Clerk>("open, one by one", static clerk => clerk.BeginOneByOne()));
                break;
            case 7:
                var opens = Random.Chance(0.5);
                clerk.Tell(new Order<Clerk>(opens ? "open" : "close", clerk => clerk.Begin(opens)));
                break;
            case 8:
                var opensAbove = Random.Chance(0.5);
                clerk.Tell(new Order<Clerk>("for a while", clerk => clerk.BeginForAWhile(opensAbove)));
                break;
            case 9:
                clerk.Tell(new Order<Clerk>("as before", static clerk => clerk.GoBack()));
                break;
            case 10:
                clerk.Tell(new Order<Clerk>("fail", static _ => throw new InvalidOperationException("A clerk's failure.")));
                break;
            case 11 when Random.Chance(0.3):
                SendAway(number);
                break;
        }
    }

    private void SendAway(int number)
    {
        _leaving.Add(number);
        var clerk = _clerks[number];
        switch (Random.Next(3))
        {
            case 0:
                clerk.Tell(PoisonPill.Instance);
                break;
            case 1:
                clerk.Tell(Kill.Instance);
                break;
            default:
                clerk.Tell(new Order<Clerk>("leave", static clerk => clerk.Leave()));
                break;
        }
    }

    private void Write(int from, int? via, int to, int count, IActorRef? sender)
    {
        for (; count > 0; count--)
        {
            var letter = new Letter(from, via, to, _sent.Count);
            _sent.Add(letter);
            _clerks[via ?? to].Tell(letter, sender);
        }
    }

    private void CheckLetters()
    {
        foreach (var letter in _sent)
        {
            var times = _read.Count(letter.Equals) + _dead.Count(letter.Equals);
            Expect(times == 1, $"{letter} was read {_read.Count(letter.Equals)} times and dead {_dead.Count(letter.Equals)} times");
        }

        foreach (var letter in _dead)
            Expect(
                _leaving.Contains(letter.To) || (letter.Via is { } via && _leaving.Contains(via)),
                $"{letter} is dead, and everybody is there");
        foreach (var way in _read.GroupBy(letter => (letter.From, letter.Via, letter.To)))
        {
            var numbers = way.Select(letter => letter.Number).ToList();
            Expect(numbers.Order().SequenceEqual(numbers), $"letters {way.Key} were read in the order {string.Join(' ', numbers)}");
            var dead = _dead.Where(letter => (letter.From, letter.Via, letter.To) == way.Key).Select(letter => letter.Number).ToList();
            Expect(dead.Count == 0 || dead.Min() > numbers[^1], $"of {way.Key} a letter was read after another was dead");
        }
    }

    private sealed class PostOffice : ReceiveActor
    {
        public PostOffice(LetterScene scene) => Receive<DeadLetter>(dead =>
        {
            if (dead.Message is Letter letter) scene._dead.Add(letter);
        });
    }

    private sealed class Clerk(LetterScene scene, int number) : UntypedActor, IWithUnboundedStash
    {
        // Which way of acting is on top, and whether letters are read in it.
        private readonly Stack<(int Id, bool IsOpen)> _ways = new([(0, true)]);
        private int _lastWay;
        private bool _takesOneByOne;

        public IStash Stash { get; set; } = null!;

        public void Begin(bool isOpen)
        {
            _ways.Pop();
            Become(NextWay(isOpen));
            if (isOpen) Stash.UnstashAll();
        }

        /// <summary>What was put aside comes back letter by letter, and nothing comes between.</summary>
        public void BeginOneByOne()
        {
            _ways.Pop();
            Become(NextWay(isOpen: true));
            _takesOneByOne = true;
            Stash.Unstash();
        }

        public void BeginForAWhile(bool isOpen)
        {
            BecomeStacked(NextWay(isOpen));
            if (isOpen) Stash.UnstashAll();
        }

        public void GoBack()
        {
            UnbecomeStacked();
            if (_ways.Count > 1) _ways.Pop();
            if (_ways.Peek().IsOpen) Stash.UnstashAll();
        }

        public void Leave() => Context.Stop(Self);

        protected override void OnReceive(object message) => Act(0, message);

        private UntypedReceive NextWay(bool isOpen)
        {
            var id = ++_lastWay;
            _ways.Push((id, isOpen));
            return message => Act(id, message);
        }

        private void Act(int way, object message)
        {
            scene.Expect(way == _ways.Peek().Id, $"clerk {number} acts as in {way} where {_ways.Peek().Id} is on top");
            switch (message)
            {
                case Order<Clerk> order:
                    order.CarryOut(this);
                    break;
                case Letter when !_ways.Peek().IsOpen:
                    Stash.Stash();
                    break;
                case Letter letter:
                    Read(letter);
                    break;
            }
        }

        private void Read(Letter letter)
        {
            if (letter.From != Outside)
                scene.Expect(Sender.Equals(scene._clerks[letter.From]), $"{letter} bears the address {Sender} for answers");
            var passesOn = letter.Via == number && letter.To != number;
            if (passesOn) scene._clerks[letter.To].Forward(letter);
            else scene._read.Add(letter);
            if (_takesOneByOne) Stash.Unstash();
        }
    }
}
