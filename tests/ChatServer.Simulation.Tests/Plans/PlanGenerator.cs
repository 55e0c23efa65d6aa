using ChatServer.SimulationTests.World;

namespace ChatServer.SimulationTests.Plans;

/// <summary>Draws a plan from a seed. Each plan is good at a few things and leaves others out altogether: what is everywhere, all the time,
/// hides what would show up without it (swarm testing, Groce et al. 2012).</summary>
public sealed class PlanGenerator
{
    private readonly SeededRandom _random;
    private readonly SeededRandom _moods;
    private readonly Vocabulary _words;
    private readonly RunSettings _settings;
    private readonly bool _hasFaults;
    private readonly bool _hasBabble;
    private readonly bool _hasStalls;
    private readonly bool _hasVanishing;
    private readonly bool _isCrowd;
    private readonly bool _isTight;
    private readonly bool _isNarrow;
    private readonly bool _isRestless;
    private readonly bool _isPolitical;
    private readonly Mood _mood;
    private readonly int _rooms;
    private readonly int _clients;
    private readonly int _steps;

    // Little enough that more than that goes through in all, and far more than is ever said at once.
    private const int NarrowQueue = 64 * 1024;

    private PlanGenerator(ulong seed, int? crowd)
    {
        // Another sequence than the run's own, which begins with the same seed.
        _random = new SeededRandom(seed ^ 0x5DEECE66D);

        // One of its own for moods: whoever thinks of another leaves the other plans as they are.
        _moods = new SeededRandom(seed ^ 0xB5AD4ECEDA1CE2A9);
        _isCrowd = _random.Chance(0.0002) || crowd is not null;
        _isRestless = _random.Chance(0.15);
        _isPolitical = !_isRestless && _random.Chance(0.15);
        _hasStalls = _random.Chance(0.3);
        _isTight = _hasStalls && !_isCrowd && _random.Chance(0.5);
        _isNarrow = !_hasStalls && !_isCrowd && _random.Chance(0.05);
        _rooms = _isRestless || _isPolitical || _isTight || _isNarrow ? 1 : 1 + _random.Next(4);
        _clients = _isCrowd ? crowd ?? 300 + _random.Next(2700) : 2 + _random.Next(_random.Chance(0.1) && !_isNarrow ? 40 : 7);
        _steps = _isCrowd ? 2 : 4 + _random.Next(_clients > 12 ? 15 : 40);
        _hasFaults = !_isCrowd && _random.Chance(0.25);
        _hasBabble = _random.Chance(0.25);
        _hasVanishing = _random.Chance(0.5);
        _settings = new RunSettings
        {
            Flood = DrawFlood(),
            Rfc1459 = _random.Chance(0.3),
            SendQueueBytes = _isTight ? 4096 : _isNarrow ? 128 * 1024 : 1_048_576,
            TransportBytes = _isTight || _isNarrow ? 4096 : 64 * 1024,
            Latency = _random.Chance(0.5) ? TimeSpan.Zero : TimeSpan.FromMilliseconds(1 + _random.Next(50)),
            CutsBytes = _random.Chance(0.4),
            Sluggish = _isTight || _random.Chance(0.5) ? 0 : 0.1 + (_random.Next(5) * 0.1),
            ClockJumps = _random.Chance(0.1),
            MonitorEntries = _random.Chance(0.5) ? 1 + _random.Next(4) : 100,
            HistoryEvents = _random.Chance(0.2) ? 3 + _random.Next(12) : 1000,
        };
        _mood = _isTight || _isCrowd || _isNarrow ? Mood.None : DrawMood();
        if (_mood is Mood.Guarded or Mood.Mindful or Mood.Regretful) _rooms = 1;
        if (_mood == Mood.Unsettled) _rooms = 2 + _moods.Next(2);
        if (_mood == Mood.Shifting) _rooms = _moods.Chance(0.7) ? 1 : 2;
        if (_mood == Mood.Uprooted) _rooms = 2 + _moods.Next(2);
        if (_mood == Mood.Shifting) _hasFaults |= _moods.Chance(0.5);
        _settings = _settings with
        {
            RoomsPerUser = _moods.Chance(0.1) ? 1 + _moods.Next(_rooms) : 100,
            SendQueueBytes = _isNarrow ? NarrowQueue : _settings.SendQueueBytes,
            Sluggish = _mood is Mood.Shifting or Mood.Uprooted ? 0.2 + (_moods.Next(4) * 0.1) : _settings.Sluggish,
            ListEntries = _moods.Chance(0.2) ? 1 + _moods.Next(3) : 100,
            HistoryAge = _moods.Chance(0.1) ? TimeSpan.FromSeconds(_moods.Chance(0.5) ? 5 : 60) : TimeSpan.Zero,
        };
        _words = new Vocabulary(_random, _rooms, _clients, _settings.Rfc1459, longTexts: _isTight || _isNarrow) { Themes = DrawThemes() };
    }

    /// <summary>The plan of a seed; always the same.</summary>
    /// <param name="seed">Which.</param>
    /// <param name="crowd">So many come all at once to one room; null to let the seed decide who comes.</param>
    public static Plan Create(ulong seed, int? crowd = null)
    {
        var generator = new PlanGenerator(seed, crowd);
        var clients = Enumerable.Range(1, generator._clients).Select(generator.Client);
        return new Plan(seed, generator._settings, [.. clients]) { HasScene = true };
    }

    // Through a narrow transport much is said in all, and never more at once than may wait: whoever reads stays.
    private (int PerSecond, int Burst)? DrawFlood()
    {
        if (_isNarrow) return (1 + _random.Next(2), 2 + _random.Next(3));
        return !_isCrowd && !_isTight && _random.Chance(0.3) ? (1 + _random.Next(5), 2 + _random.Next(10)) : null;
    }

    private ClientPlan Client(int number)
    {
        var speaks = Speech.Plain;
        if (_random.Chance(0.8)) speaks |= Speech.Tags;
        if (_random.Chance(0.6)) speaks |= Speech.Echo;
        if (_random.Chance(0.3)) speaks |= Speech.Labels;
        if (_random.Chance(0.8)) speaks |= Speech.FullNames;
        if (_random.Chance(0.6)) speaks |= Speech.Times;
        foreach (var rest in (ReadOnlySpan<Speech>)
            [Speech.Presence, Speech.RealNames, Speech.Invitations, Speech.NewNames, Speech.Multiline, Speech.Redactions, Speech.Hosts])
        {
            if (_random.Chance(0.4)) speaks |= rest;
        }

        if (_random.Chance(0.7)) speaks |= Speech.Past;
        foreach (var late in (ReadOnlySpan<Speech>)[Speech.ReadMarkers, Speech.Events, Speech.FromAfar])
        {
            if (_moods.Chance(0.4)) speaks |= late;
        }

        var steps = _isCrowd ? Visitor(number) : Steps(number);
        var connectsAt = TimeSpan.FromMilliseconds(_random.Chance(0.7) ? 0 : _random.Next(2000));
        return new ClientPlan(number, _words.OwnNick(number), speaks, connectsAt, AnswersPings: !_random.Chance(0.03), steps);
    }

    // Everybody comes at once, says his few words and is gone or stays.
    private List<Step> Visitor(int number)
    {
        var steps = new List<Step> { new Step.Say($"JOIN {_words.MainRoom}") };
        if (_random.Chance(0.02)) steps.Add(new Step.Say(_words.Speech(number, _words.MainRoom)));
        if (_random.Chance(0.3)) steps.Add(new Step.Say($"NICK {_words.FreshNick(number)}"));
        if (_random.Chance(0.3)) steps.Add(Ending());
        return steps;
    }

    private List<Step> Steps(int number)
    {
        // In a tight world the first one joins and then reads no more, and the others have much to say, before he is given up as dead.
        var steps = new List<Step>();
        var patience = _random.Chance(0.5) ? 0.1 : _random.Chance(0.5) ? 0.5 : 0.02;
        if (_mood == Mood.Shifting) patience = 0.05;
        var habit = _words.DrawHabit();
        if (_isTight && number == 1) return [new Step.Say($"JOIN {_words.MainRoom}"), new Step.Sync(), new Step.StopReading(null)];
        if (_isTight || _isNarrow) _words.Favour(habit, Favourite.Talking);
        if (_isRestless) _words.Favour(habit, Favourite.Moving);
        if (_isPolitical) _words.Favour(habit, Favourite.Ruling);
        _words.Favour(habit, FavouriteOf(_mood));
        foreach (var line in _words.Arrival()) steps.Add(new Step.Say(line));
        var count = _isTight || _isNarrow ? 60 + _random.Next(60) : 1 + _random.Next(_steps);
        for (var i = 0; i < count; i++)
        {
            if (_hasBabble && _random.Chance(0.1)) steps.Add(new Step.Babble(_words.Babble()));
            if (_hasFaults && _random.Chance(0.05)) steps.Add(new Step.Break((Victim)_random.Next((int)Victim.UserAtNews)));
            if (_hasStalls && _random.Chance(0.03)) steps.Add(new Step.StopReading(_random.NextTime(TimeSpan.FromSeconds(30))));
            if (_settings.ClockJumps && _random.Chance(0.05))
                steps.Add(new Step.SetCalendar(TimeSpan.FromSeconds(_random.Next(100_000) - 50_000)));
            if (StopsUsers && _moods.Chance(_mood == Mood.Shifting ? 0.1 : 0.03))
                steps.Add(new Step.Break(_moods.Chance(0.5) ? Victim.UserAtNews : Victim.UserAtGossip));
            if (_isNarrow && number == 1 && _moods.Chance(0.05)) steps.Add(new Step.StopReading(_moods.NextTime(TimeSpan.FromSeconds(4))));
            steps.Add(_words.Next(number, habit));
            if (_random.Chance(patience)) steps.Add(new Step.Sync());
            if (_random.Chance(patience / 3))
                steps.Add(new Step.Rest(_random.NextTime(TimeSpan.FromSeconds(!_isTight && _random.Chance(0.1) ? 200 : 1))));
        }

        if (_hasStalls && _random.Chance(0.2)) steps.Add(new Step.StopReading(null));
        else if ((_hasVanishing || _mood is Mood.Watchful or Mood.Shifting or Mood.Uprooted) && _random.Chance(0.5)) steps.Add(Ending());
        return steps;
    }

    private HashSet<Theme> DrawThemes()
    {
        // One theme in most plans, so that those who share it meet.
        var themes = new HashSet<Theme>();
        if (_isTight || _isCrowd) return themes;
        if (_mood == Mood.Guarded) return [Theme.Guarding];
        if (_mood == Mood.Watchful) return [Theme.Watching];
        if (_mood == Mood.Mindful) return [Theme.Past];
        if (_mood == Mood.Regretful) return [Theme.Regret];
        if (_mood == Mood.Shifting) return [Theme.Shifting];
        if (_mood == Mood.Renaming) return [Theme.NewNames];
        if (_mood == Mood.Calling) return [Theme.Presence];
        if (_mood == Mood.Uprooted) return [Theme.Power];
        for (var i = _random.Chance(0.25) ? 0 : 1 + _random.Next(2); i > 0; i--)
            themes.Add(Theme.Ordinary + 1 + _random.Next(Theme.Guarding - Theme.Ordinary - 1));
        return themes;
    }

    /// <summary>Of a user who is stopped his rooms notice one by one, so it is done where there is one.</summary>
    private bool StopsUsers => _hasFaults && _rooms == 1 && !_words.Themes.Contains(Theme.NewNames);

    private Mood DrawMood()
    {
        const double share = 0.06;
        foreach (var mood in Enum.GetValues<Mood>())
        {
            if (mood != Mood.None && _moods.Chance(share)) return mood;
        }

        return Mood.None;
    }

    private static Favourite FavouriteOf(Mood mood) => mood switch
    {
        Mood.Guarded => Favourite.Guarding,
        Mood.Unsettled => Favourite.Unsettling,
        Mood.Watchful => Favourite.Watching,
        Mood.Shifting => Favourite.Shifting,
        Mood.Renaming => Favourite.Renaming,
        Mood.Calling => Favourite.Calling,
        Mood.Uprooted => Favourite.Uprooting,
        Mood.Mindful => Favourite.Recalling,
        Mood.Regretful => Favourite.Recalling | Favourite.Regretting,
        _ => Favourite.None,
    };

    private Step Ending() => _random.Next(4) switch
    {
        0 => new Step.Vanish(InOrder: true),
        1 => new Step.Vanish(InOrder: false),
        _ => new Step.Say("QUIT :bye"),
    };
}
