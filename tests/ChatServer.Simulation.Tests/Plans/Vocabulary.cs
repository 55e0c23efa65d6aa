using System.Globalization;
using System.Text;

namespace ChatServer.SimulationTests.Plans;

/// <summary>What clients of one plan may say: few rooms and few nicks, so that they get into each other's way.</summary>
internal sealed class Vocabulary
{
    private const int VerbCount = 24;
    private static readonly string[] Garbage =
        ["", ":", ":only.a.source", "@", "@a=b", "FOO bar", "PRIVMSG", "JOIN", "MODE", "KICK #a", "\0", "NOTICE \0 x", "   ", "PART\r#a", "TOPIC :", "WHOIS ,"];

    private readonly SeededRandom _random;
    private readonly string[] _rooms;
    private readonly string[] _nicks;
    private readonly bool _longTexts;
    private int _saidSoFar;
    private int _nicksSoFar;

    public Vocabulary(SeededRandom random, int rooms, int clients, bool rfc1459, bool longTexts)
    {
        _random = random;
        _longTexts = longTexts;
        _rooms = [.. Enumerable.Range(0, rooms).Select(index => $"#{(char)('a' + index)}")];

        // Some nicks differ in what a case mapping makes the same.
        _nicks = [.. Enumerable.Range(1, Math.Max(2, clients)).Select(index => $"n{index}")];
        for (var i = 0; i < _nicks.Length; i++)
        {
            if (_random.Chance(rfc1459 ? 0.5 : 0.2)) _nicks[i] = _random.Chance(rfc1459 ? 0.2 : 0.5) ? $"N{1 + _random.Next(_nicks.Length)}" : rfc1459 ? Either("a[b]", "a{b}") : Either("AB", "ab");
        }
    }

    public string MainRoom => _rooms[0];

    public string OwnNick(int number) => _random.Chance(0.1) ? Nick() : $"n{number}";

    public string FreshNick(int number) => $"f{number}x{++_nicksSoFar}";

    /// <summary>How often a client says what: some things never.</summary>
    public int[] DrawHabit()
    {
        var weights = new int[VerbCount];
        for (var i = 0; i < VerbCount; i++) weights[i] = _random.Chance(0.5) ? 0 : 1 + _random.Next(8);
        if (weights.Sum() == 0) weights[_random.Next(VerbCount)] = 1;
        return weights;
    }

    /// <summary>Lets speaking in rooms outweigh all else.</summary>
    public static void MakeTalkative(int[] habit) => habit[4] += 3 * habit.Length;

    /// <summary>Lets coming and going outweigh all else, so that rooms open and close all the time.</summary>
    public static void MakeRestless(int[] habit)
    {
        habit[0] += habit.Length;
        habit[3] += habit.Length;
    }

    /// <summary>What most do first.</summary>
    public IEnumerable<string> Arrival()
    {
        if (_random.Chance(0.1)) yield break;
        var room = Room();
        yield return $"JOIN {room}";
        if (_random.Chance(0.5)) yield return $"MODE {room}";
        if (_random.Chance(0.4)) yield return $"MODE {room} b";
    }

    /// <summary>A message whose text is like no other.</summary>
    public string Speech(int number, string target) => $"PRIVMSG {target} :{Text('m', number)}";

    public string Command(int number, int[] habit) => Verb(habit) switch
    {
        0 => $"JOIN {Room()}",
        1 => $"JOIN {Room()},{Room()}",
        2 => $"JOIN {Room()} {Key()}",
        3 => $"PART {Room()} :{Text('p', number)}",
        4 or 5 => Speech(number, Room()),
        6 => $"NOTICE {Room()} :{Text('m', number)}",
        7 => Speech(number, Nick()),
        8 => $"NICK {Nick()}",
        9 => $"NICK {FreshNick(number)}",
        10 => $"TOPIC {Room()} :{Text('t', number)}",
        11 => $"MODE {Room()} {Either("+", "-")}{"ohvvoo"[_random.Next(6)]} {Nick()}",
        12 => $"MODE {Room()} {Either("+", "-")}{"mmnntisC"[_random.Next(8)]}",
        13 => Lock(),
        14 => $"MODE {Room()} {Either("+", "-")}b {Mask()}",
        15 => $"KICK {Room()} {Nick()} :{Text('k', number)}",
        16 => $"INVITE {Nick()} {Room()}",
        17 => $"{Either("NAMES", "WHO")} {Room()}",
        18 => $"MODE {Room()}",
        19 => $"MODE {Room()} b",
        20 => $"TOPIC {Room()}",
        21 => $"{Either("WHOIS", "ISON")} {Nick()}",
        22 => Either("AWAY :" + Text('a', number), "AWAY"),
        _ => Either(Either("LIST", "LUSERS"), Either("VERSION", $"USERHOST {Nick()}")),
    };

    /// <summary>Bytes that are no command, whole lines of them.</summary>
    public byte[] Babble()
    {
        if (_random.Chance(0.5)) return Encoding.UTF8.GetBytes(Garbage[_random.Next(Garbage.Length)] + "\r\n");
        var bytes = new byte[1 + _random.Next(_random.Chance(0.2) ? 1500 : 40)];
        for (var i = 0; i < bytes.Length; i++) bytes[i] = (byte)(128 + _random.Next(128));
        return [.. bytes, .. "\r\n"u8];
    }

    private int Verb(int[] habit)
    {
        var choice = _random.Next(habit.Sum());
        var verb = 0;
        while ((choice -= habit[verb]) >= 0) verb++;
        return verb;
    }

    private string Lock() => _random.Next(4) switch
    {
        0 => $"MODE {Room()} +k {Key()}",
        1 => $"MODE {Room()} -k *",
        2 => string.Create(CultureInfo.InvariantCulture, $"MODE {Room()} +l {1 + _random.Next(5)}"),
        _ => $"MODE {Room()} -l",
    };

    private string Room()
    {
        var room = _rooms[_random.Next(_rooms.Length)];
        return _random.Chance(0.1) ? room.ToUpperInvariant() : room;
    }

    private string Nick() => _nicks[_random.Next(_nicks.Length)];

    private string Key() => Either("key", "other");

    private string Mask() => _random.Next(3) switch
    {
        0 => $"{Nick()}!*@*",
        1 => $"*!~u{1 + _random.Next(_nicks.Length)}@*",
        _ => "n?!*@10.*",
    };

    private string Text(char kind, int number)
    {
        var text = $"{kind}{number}.{++_saidSoFar}";
        return _longTexts && _random.Chance(0.7) ? text + new string('x', 200 + _random.Next(150)) : text;
    }

    private string Either(string one, string other) => _random.Chance(0.5) ? one : other;
}
