namespace ChatServer.SimulationTests.Scenes;

/// <summary>Some watch others, watch no longer, watch anew; some end, some fail and are made again. Of each end everybody hears once who
/// watches at that time or later, after the last words of the dead.</summary>
internal sealed class WatchScene(Simulation simulation) : Scene(simulation)
{
    private readonly List<IActorRef> _actors = [];
    private readonly HashSet<int> _ended = [];

    // Whom one watches, and what he wants to be told instead of Terminated.
    private readonly Dictionary<(int Watcher, int Subject), Epitaph?> _watches = [];
    private readonly HashSet<(int Watcher, int Subject)> _told = [];

    private sealed record Epitaph(int Subject, int Number);

    private sealed record Word(int From);

    protected override void Play()
    {
        var count = 2 + Random.Next(4);
        for (var number = 0; number < count; number++) _actors.Add(Make<Mortal>($"m{number}", this, number));
        for (var i = 8 + Random.Next(30); i > 0; i--)
        {
            Give(Random.Next(count), Random.Next(count));
            if (Random.Chance(0.2)) Settle();
        }

        Settle();
        foreach (var (watcher, subject) in _watches.Keys)
            Expect(
                _ended.Contains(watcher) || !_ended.Contains(subject),
                $"m{watcher} watches m{subject}, who has ended, and was not told");
    }

    private void Give(int number, int other)
    {
        if (number == other) return;
        var (actor, subject) = (_actors[number], _actors[other]);
        var epitaph = Random.Chance(0.4) ? new Epitaph(other, Random.Next(1000)) : null;
        switch (Random.Next(8))
        {
            case 0 or 1 or 2:
                actor.Tell(new Order<Mortal>($"watch m{other}", mortal => mortal.Watch(other, subject, epitaph)));
                break;
            case 3:
                actor.Tell(new Order<Mortal>($"unwatch m{other}", mortal => mortal.Unwatch(other, subject)));
                break;
            case 4 or 5:
                actor.Tell(new Order<Mortal>($"speak to m{other}", _ => subject.Tell(new Word(number))));
                break;
            case 6:
                actor.Tell(new Order<Mortal>("fail", static _ => throw new InvalidOperationException("A mortal's failure.")));
                break;
            default:
                if (Random.Chance(0.5)) actor.Tell(PoisonPill.Instance);
                else actor.Tell(new Order<Mortal>("end", mortal => mortal.End(subject)));
                break;
        }
    }

    private sealed class Mortal(WatchScene scene, int number) : UntypedActor
    {
        public void Watch(int other, IActorRef subject, Epitaph? epitaph)
        {
            if (!scene._watches.TryAdd((number, other), epitaph)) return;
            scene._told.Remove((number, other));
            if (epitaph is null) Context.Watch(subject);
            else Context.WatchWith(subject, epitaph);
        }

        public void Unwatch(int other, IActorRef subject)
        {
            scene._watches.Remove((number, other));
            Context.Unwatch(subject);
        }

        public void End(IActorRef last)
        {
            last.Tell(new Word(number));
            Context.Stop(Self);
        }

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case Order<Mortal> order:
                    order.CarryOut(this);
                    break;
                case Word word:
                    scene.Expect(!scene._told.Contains((number, word.From)), $"m{number} hears m{word.From} after his end");
                    break;
                case Terminated terminated:
                    Hear(scene._actors.IndexOf(terminated.ActorRef), null);
                    break;
                case Epitaph epitaph:
                    Hear(epitaph.Subject, epitaph);
                    break;
            }
        }

        // A failed one is not at his end: another takes over, who watches whom he watched.
        protected override void PreRestart(Exception reason, object? message)
        {
        }

        protected override void PostStop() => scene._ended.Add(number);

        private void Hear(int subject, Epitaph? epitaph)
        {
            scene.Expect(scene._ended.Contains(subject), $"m{number} hears that m{subject} has ended, who has not");
            var watches = scene._watches.Remove((number, subject), out var wanted);
            scene.Expect(watches, $"m{number} hears of the end of m{subject}, whom he does not watch");
            scene.Expect(wanted == epitaph, $"m{number} wanted to hear {wanted} and hears {epitaph}");
            scene._told.Add((number, subject));
        }
    }
}
