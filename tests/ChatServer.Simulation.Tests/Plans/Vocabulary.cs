using System.Text;

namespace ChatServer.SimulationTests.Plans;

/// <summary>What clients of one plan may say: few rooms and few nicks, so that they get into each other's way. What the phrases are stands
/// in the other file.</summary>
internal sealed partial class Vocabulary
{
    private static readonly string[] Garbage =
    [
        "", ":", ":only.a.source", "@", "@a=b", "FOO bar", "PRIVMSG", "JOIN", "MODE", "KICK #a", "\0", "NOTICE \0 x", "   ", "PART\r#a",
        "TOPIC :", "WHOIS ,",
    ];

    private readonly SeededRandom _random;
    private readonly string[] _rooms;
    private readonly string[] _nicks;
    private readonly bool _longTexts;
    private readonly List<Phrase> _phrases;
    private int _saidSoFar;
    private int _nicksSoFar;

    public Vocabulary(SeededRandom random, int rooms, int clients, bool rfc1459, bool longTexts)
    {
        _random = random;
        _longTexts = longTexts;
        _rooms = [.. Enumerable.Range(0, rooms).Select(index => $"#{(char)('a' + index)}")];
        _phrases = Phrases();

        // Some nicks differ in what a case mapping makes the same.
        _nicks = [.. Enumerable.Range(1, Math.Max(2, clients)).Select(index => $"n{index}")];
        for (var i = 0; i < _nicks.Length; i++)
        {
            if (_random.Chance(rfc1459 ? 0.5 : 0.2)) _nicks[i] = Confusable(rfc1459);
        }
    }

    public string MainRoom => _rooms[0];

    /// <summary>The topics of which this plan's clients talk, besides the most ordinary ones.</summary>
    public IReadOnlySet<Theme> Themes { get; set; } = new HashSet<Theme>();

    public string OwnNick(int number) => _random.Chance(0.1) ? Nick() : $"n{number}";

    public string FreshNick(int number) => $"f{number}x{++_nicksSoFar}";

    /// <summary>How often a client says what: some things never.</summary>
    public Dictionary<Phrase, int> DrawHabit()
    {
        var habit = new Dictionary<Phrase, int>();
        foreach (var phrase in _phrases)
        {
            if (phrase.Theme is not Theme.Ordinary && !Themes.Contains(phrase.Theme)) continue;
            if (_random.Chance(0.5)) habit[phrase] = (phrase.Theme is Theme.Ordinary ? 1 : 4) + _random.Next(8);
        }

        if (habit.Count == 0) habit[_phrases[0]] = 1;
        return habit;
    }

    /// <summary>Lets some phrases outweigh all others: those of a kind.</summary>
    public void Favour(Dictionary<Phrase, int> habit, Favourite kind)
    {
        foreach (var phrase in _phrases.Where(phrase => (phrase.Kind & kind) != 0))
            habit[phrase] = habit.GetValueOrDefault(phrase) + _phrases.Count;
    }

    /// <summary>What most do first.</summary>
    public IEnumerable<string> Arrival()
    {
        if (_random.Chance(0.1)) yield break;
        var room = Room();
        yield return $"JOIN {room}";
        if (_random.Chance(0.5)) yield return $"MODE {room}";
        if (_random.Chance(0.4)) yield return $"MODE {room} b";
        if (_random.Chance(0.2)) yield return $"MODE {room} e";
        if (_random.Chance(0.2)) yield return $"MODE {room} I";
    }

    /// <summary>A message whose text is like no other.</summary>
    public string Speech(int number, string target) => $"PRIVMSG {target} :{Text('m', number)}";

    /// <summary>What a client does next.</summary>
    public Step Next(int number, Dictionary<Phrase, int> habit)
    {
        var choice = _random.Next(habit.Values.Sum());
        foreach (var (phrase, weight) in habit)
        {
            if ((choice -= weight) < 0) return phrase.Make(number);
        }

        throw new InvalidOperationException("A choice is less than the sum of the weights.");
    }

    /// <summary>One step for each phrase there is, whatever the plan's themes.</summary>
    public IEnumerable<Step> EveryPhrase() => _phrases.Select(phrase => phrase.Make(1));

    /// <summary>Bytes that are no command, whole lines of them.</summary>
    public byte[] Babble()
    {
        if (_random.Chance(0.5)) return Encoding.UTF8.GetBytes(Garbage[_random.Next(Garbage.Length)] + "\r\n");
        var bytes = new byte[1 + _random.Next(_random.Chance(0.2) ? 1500 : 40)];
        for (var i = 0; i < bytes.Length; i++) bytes[i] = (byte)(128 + _random.Next(128));
        return [.. bytes, .. "\r\n"u8];
    }

    private string Confusable(bool rfc1459)
    {
        if (_random.Chance(rfc1459 ? 0.2 : 0.5)) return $"N{1 + _random.Next(_nicks.Length)}";
        return rfc1459 ? Either("a[b]", "a{b}") : Either("AB", "ab");
    }

    private string Room()
    {
        var room = _rooms[_random.Next(_rooms.Length)];
        return _random.Chance(0.1) ? room.ToUpperInvariant() : room;
    }

    private string Nick() => _nicks[_random.Next(_nicks.Length)];

    private string Text(char kind, int number)
    {
        var text = $"{kind}{number}.{++_saidSoFar}";

        // Now and then more than the server keeps, and not of letters of one byte.
        if (kind is 't' or 'a' or 'p' or 'k' && !_longTexts && _saidSoFar % 17 == 0)
            return text + string.Concat(Enumerable.Repeat("xé", 140));
        return _longTexts && _random.Chance(0.7) ? text + new string('x', 200 + _random.Next(150)) : text;
    }

    private string Either(string one, string other) => _random.Chance(0.5) ? one : other;

    private string OneOf(params string[] words) => words[_random.Next(words.Length)];
}

/// <summary>Something that clients say, with other words each time.</summary>
/// <param name="Theme">When it is said at all.</param>
/// <param name="Kind">What it is a favourite of.</param>
/// <param name="Make">Makes it, for the client of this number.</param>
internal sealed record Phrase(Theme Theme, Favourite Kind, Func<int, Step> Make);

/// <summary>What the clients of a plan may be after. A plan has few themes: what is everywhere hides what would show up without
/// it.</summary>
internal enum Theme
{
    /// <summary>Coming, talking, going, modes.</summary>
    Ordinary,

    /// <summary>What was said before.</summary>
    Past,

    /// <summary>What was said is taken back.</summary>
    Regret,

    /// <summary>Who comes and goes elsewhere.</summary>
    Watching,

    /// <summary>Rooms take other names.</summary>
    NewNames,

    /// <summary>Operators of the server.</summary>
    Power,

    /// <summary>Modes that few rooms have.</summary>
    RareModes,

    /// <summary>Other ways to speak than in one line of plain text.</summary>
    Speaking,

    /// <summary>Being away, invisible, called otherwise.</summary>
    Presence,

    /// <summary>What servers tell of themselves.</summary>
    Questions,

    /// <summary>Up to when one has read what.</summary>
    Reading,

    /// <summary>Bans and invitations, and exceptions from them. No plan draws this theme or a later one by chance: each makes a mood of its
    /// own.</summary>
    Guarding,

    /// <summary>Becoming another, while rooms come to forbid it.</summary>
    Shifting,
}

/// <summary>What a client may do more than anything else.</summary>
[Flags]
internal enum Favourite
{
    None = 0,
    Talking = 1,
    Moving = 2,
    Ruling = 4,
    Guarding = 8,
    Unsettling = 16,
    Watching = 32,
    Shifting = 64,
    Renaming = 128,
    Calling = 256,
    Uprooting = 512,
    Recalling = 1024,
    Regretting = 2048,
}
