using System.Globalization;

namespace ChatServer.SimulationTests.Plans;

/// <content>The phrases.</content>
internal sealed partial class Vocabulary
{
    /// <summary>The name and the password of an operator of the simulated server.</summary>
    public const string OperatorName = "root";
    public const string OperatorPassword = "secret";

    private const int LongestNick = 32;

    /// <summary>How a part of what was said is asked for.</summary>
    public static IReadOnlyList<string> Subcommands { get; } = ["LATEST", "LATEST", "BEFORE", "AFTER", "AROUND", "BETWEEN"];

    private List<Phrase> Phrases() =>
    [
        Line(
            Favourite.Moving | Favourite.Guarding | Favourite.Unsettling | Favourite.Watching | Favourite.Shifting | Favourite.Renaming
                | Favourite.Uprooting,
            _ => $"JOIN {Room()}"),
        Line(Favourite.None, _ => $"JOIN {Room()},{Room()}"),
        Line(Favourite.None, _ => $"JOIN {string.Join(',', _rooms)}"),
        Line(Favourite.None, _ => $"JOIN {Room()} {Key()}"),
        Line(Favourite.Moving | Favourite.Unsettling | Favourite.Renaming | Favourite.Uprooting, number =>
            $"PART {Room()} :{Text('p', number)}"),
        Line(Favourite.None, number => $"PART {string.Join(',', _rooms)} :{Text('p', number)}"),
        Line(Favourite.Talking | Favourite.Guarding | Favourite.Shifting, number => Speech(number, Room())),
        Line(Favourite.None, number => $"NOTICE {Room()} :{Text('m', number)}"),
        Line(Favourite.Unsettling | Favourite.Shifting | Favourite.Calling, number => Speech(number, Nick())),
        Line(Favourite.None, number => $"NOTICE {Either(Nick(), Room())} :{Text('m', number)}"),
        Line(Favourite.Unsettling | Favourite.Shifting, _ => $"NICK {Nick()}"),
        Line(Favourite.Shifting, number => $"NICK {FreshNick(number)}"),
        Line(Favourite.Ruling, number => $"TOPIC {Room()} :{Text('t', number)}"),
        Line(Favourite.Ruling, _ => $"MODE {Room()} {Sign()}{Rank()} {Either(Nick(), SomebodyNow)}"),
        Line(Favourite.Ruling, _ => $"MODE {Room()} {Sign()}{Rank()}{Sign()}{Rank()} {Nick()} {Nick()}"),
        Line(Favourite.Ruling, _ => $"MODE {Room()} -o{Sign()}{Rank()} {OwnNickNow} {Nick()}"),
        Line(Favourite.None, _ => $"MODE {Room()} {Sign()}{"mmnntisC"[_random.Next(8)]}"),
        Line(Favourite.None, _ => Lock()),
        Line(Favourite.None, _ => $"MODE {Room()} {Sign()}b {Mask()}"),
        Line(Favourite.Ruling | Favourite.Unsettling | Favourite.Uprooting, number =>
            $"KICK {Room()} {Either(Nick(), SomebodyNow)} :{Text('k', number)}"),
        Line(Favourite.None, _ => $"INVITE {Nick()} {Room()}"),
        Line(Favourite.None, _ => $"{Either("NAMES", "WHO")} {Room()}"),
        Line(Favourite.None, _ => $"MODE {Room()}"),
        Line(Favourite.None, _ => $"MODE {Room()} b"),
        Line(Favourite.None, _ => $"TOPIC {Room()}"),
        Line(Favourite.None, _ => $"{Either("WHOIS", "ISON")} {Nick()}"),
        Line(Favourite.None, number => Either("AWAY :" + Text('a', number), "AWAY")),
        Line(Favourite.None, _ => OneOf($"LIST{Bound()}", "LUSERS", "VERSION", $"USERHOST {Nick()}")),

        Step(Theme.Past, Favourite.Recalling, _ => Recall()),
        Step(Theme.Past, Favourite.Recalling, _ => Recall()),
        Step(Theme.Past, Favourite.Recalling, number => new Step.Say(Speech(number, Room()))),
        Line(Theme.Past, _ => $"CHATHISTORY LATEST {Either(Nick(), Room())} * {1 + _random.Next(30)}"),
        Line(Theme.Past, _ => "CHATHISTORY TARGETS timestamp=1970-01-01T00:00:00.000Z timestamp=2100-01-01T00:00:00.000Z 50"),

        Step(Theme.Regret, Favourite.Regretting, _ => new Step.TakeBack(Room(), _random.Next(4), IsPrivate: false)),
        Step(Theme.Regret, Favourite.Regretting, _ => new Step.TakeBack(Room(), _random.Next(4), IsPrivate: true)),
        Line(Theme.Regret, Favourite.Regretting, number => Speech(number, Nick())),
        Line(Theme.Regret, Favourite.Regretting, _ => $"MODE {Room()} +v {SomebodyNow}"),
        Step(Theme.Regret, Favourite.Regretting, _ => Recall()),
        Step(Theme.Regret, Favourite.Regretting, number => new Step.Say(Speech(number, Room()))),

        Line(Theme.Watching, Favourite.Watching, _ => $"MONITOR + {Nick()},{Nick()}"),
        Line(Theme.Watching, number => $"MONITOR + {FreshNick(number)},{Nick()},{Nick()}"),
        Line(Theme.Watching, number => $"MONITOR + {LongNicks(number)}"),
        Line(Theme.Watching, _ => $"MONITOR - {Nick()}"),
        Line(Theme.Watching, _ => OneOf("MONITOR L", "MONITOR S", "MONITOR C")),
        Line(Theme.Watching, Favourite.Watching, number => $"NICK {Either(Nick(), FreshNick(number))}"),
        Line(Theme.Watching, _ => $"WHOWAS {Nick()}"),

        Line(Theme.NewNames, Favourite.Renaming, number => $"RENAME {Room()} {OtherName()} :{Text('r', number)}"),
        Line(Theme.NewNames, Favourite.Renaming, _ => $"JOIN {OtherName()}"),
        Line(Theme.NewNames, number => Speech(number, OtherName())),
        Line(Theme.NewNames, Favourite.Renaming, number => $"PART {OtherName()} :{Text('p', number)}"),
        Line(Theme.NewNames, Favourite.Renaming, _ => $"MARKREAD {OtherName()} timestamp=1999-12-{10 + _random.Next(20)}T00:00:00.000Z"),

        Line(Theme.Power, _ => $"OPER {OperatorName} {Either(OperatorPassword, "guess")}"),
        Line(Theme.Power, Favourite.Uprooting, _ => $"OPER {OperatorName} {OperatorPassword}"),
        Line(Theme.Power, Favourite.Uprooting, _ => $"MODE {Room()} {Sign()}b *!*@10.*"),
        Line(Theme.Power, number => $"KILL {Nick()} :{Text('k', number)}"),
        Line(Theme.Power, Favourite.Uprooting, number => $"CHGHOST {Nick()} {Text('h', number)}.example"),
        Line(Theme.Power, number => $"WALLOPS :{Text('w', number)}"),
        Line(Theme.Power, number => $"PRIVMSG $* :{Text('m', number)}"),
        Line(Theme.Power, _ => $"MODE {OwnNickNow} {Sign()}w"),
        Line(Theme.Power, _ => $"MODE {OwnNickNow} -o"),
        Line(Theme.Power, _ => "REHASH"),
        Line(Theme.Power, _ => OneOf("RESTART", "DIE", "CONNECT nowhere", "SQUIT nowhere :why", "STATS o", "STATS p")),
        Line(Theme.Power, _ => OneOf("LINKS", "MAP", $"SAMODE {NoRoom} +m")),
        Line(Theme.Power, _ => $"SAMODE {Room()} {Sign()}{"imnstNQU"[_random.Next(8)]}"),
        Line(Theme.Power, _ => $"SAMODE {Room()} {Sign()}{"qaohv"[_random.Next(5)]} {Nick()}"),
        Line(Theme.Power, _ => OneOf($"SAMODE {Room()} +b {Mask()}", $"SAMODE {Room()} -k *", $"SAMODE {Room()} +ov {Nick()} {Nick()}",
            $"SAMODE {Room()} +l 2")),

        Line(Theme.RareModes, _ => $"MODE {Room()} {Sign()}{"cCTNQRMUSzsE"[_random.Next(12)]}"),
        Line(Theme.RareModes, _ => $"MODE {Room()} {Sign()}{Either("e", "I")} {Mask()}"),
        Line(Theme.RareModes, _ => $"MODE {Room()} {Either("e", "I")}"),
        Line(Theme.RareModes, _ => $"MODE {Room()} +{Either("be *!*@*", "iI")} {Mask()}"),
        Line(Theme.RareModes, _ => OneOf($"MODE {Room()} +j {1 + _random.Next(3)}:{Either("60", "5")}", $"MODE {Room()} -j",
            $"MODE {Room()} +f {Room()}", $"MODE {Room()} -f")),
        Line(Theme.RareModes, number => $"KNOCK {Room()} :{Text('o', number)}"),
        Line(Theme.RareModes, number => $"PRIVMSG {Room()} :\u0001{Either("ACTION", "VERSION")} {Text('m', number)}\u0001"),
        Line(Theme.RareModes, number => $"PRIVMSG {Room()} :\u0002{Text('m', number)}"),
        Line(Theme.RareModes, number => $"NOTICE {Room()} :{Text('m', number)}"),

        Line(Theme.Speaking, number => $"PRIVMSG {OneOf("@", "%", "+")}{_rooms[0]} :{Text('m', number)}"),
        Line(Theme.Speaking, number => $"@+note={number};+draft/other=1 PRIVMSG {Either(Room(), Nick())} :{Text('m', number)}"),
        Line(Theme.Speaking, number => $"@+said={Text('m', number)} TAGMSG {Either(Room(), Nick())}"),
        Step(Theme.Speaking, Several),
        Step(Theme.Speaking, Several),
        Line(Theme.Speaking, number => OneOf($"NPC {Room()} figure :{Text('n', number)}", $"NPCA {Room()} figure :{Text('n', number)}")),
        Line(Theme.Speaking, number => OneOf($"SCENE {Room()} :{Text('n', number)}", $"RELAYMSG {Room()} far/away :{Text('n', number)}")),

        Line(Theme.Presence, number => Either("AWAY :" + Text('a', number), "AWAY")),
        Line(Theme.Presence, number => $"MODE {OwnNickNow} {Sign()}{"iwBTggo"[_random.Next(7)]}"),
        Line(Theme.Presence, number => $"SETNAME :{Text('s', number)}"),
        Line(Theme.Presence, _ => Either("INVITE", $"WHO {Nick()}")),
        Line(Theme.Presence, _ => Either("ACCEPT", $"ACCEPT {Nick()},-{Nick()}")),
        Line(Theme.Presence, Favourite.Calling, _ => $"MODE {OwnNickNow} +g"),
        Line(Theme.Presence, number => $"PRIVMSG {Nick()} :{Text('m', number)}"),

        Line(Theme.Reading, _ => $"MARKREAD {Either(Room(), Nick())} timestamp=1999-12-{10 + _random.Next(20)}T00:00:00.000Z"),
        Line(Theme.Reading, _ => $"MARKREAD {Room()} timestamp=1999-12-{10 + _random.Next(20)}T00:00:00.000Z"),
        Line(Theme.Reading, _ =>
            OneOf($"MARKREAD {Room()}", $"MARKREAD {Room()} timestamp=2100-01-01T00:00:00.000Z", $"MARKREAD {Room()} soon")),
        Line(Theme.Reading, number => $"PART {Room()} :{Text('p', number)}"),
        Line(Theme.Reading, _ => $"JOIN {Room()}"),

        Line(Theme.Guarding, Favourite.Guarding, _ => $"MODE {Room()} {Sign()}{OneOf("b", "e", "I")} {Mask()}"),
        Line(Theme.Guarding, Favourite.Guarding, _ => $"MODE {Room()} +{Either("be", "eb")} {Mask()} {Mask()}"),
        Line(Theme.Guarding, Favourite.Guarding, _ => $"MODE {Room()} {OneOf("+i", "-i", "+I n*!*@*", "+b n*!*@*", "+m", "-m")}"),
        Line(Theme.Guarding, Favourite.Guarding, _ => $"MODE {Room()} {OneOf("+N", "-N", "+vN", "+v", "+v")} {SomebodyNow}"),
        Line(Theme.Guarding, Favourite.Guarding, number => $"NICK {Either(Nick(), FreshNick(number))}"),
        Line(Theme.Guarding, Favourite.Guarding, _ => $"MODE {Room()}{OneOf("", " b", " e", " I")}"),
        Line(Theme.Guarding, Favourite.Guarding, _ => $"MODE {Room()} {OneOf("+j 1:5", "+j 2:5", "+j 2:60", "-j", "+U", "-U")}"),
        Line(Theme.Guarding, Favourite.Guarding, _ => $"INVITE {Nick()} {Room()}"),
        Line(Theme.Guarding, Favourite.Guarding, number => $"PART {Room()} :{Text('p', number)}"),
        Line(Theme.Shifting, Favourite.Shifting, _ => $"MODE {Room()} {OneOf("+N", "-N", "+b n*!*@*", "-b n*!*@*")}"),
        Line(Theme.Shifting, Favourite.Shifting, _ => $"MODE {Room()} {Sign()}{Either("v", "o")} {SomebodyNow}"),
        Line(Theme.Shifting, Favourite.Shifting, _ => $"MODE {OwnNickNow} {Sign()}i"),
        Line(Theme.Shifting, Favourite.Shifting, _ => $"MONITOR {Sign()} {Nick()}"),
        Line(Theme.Shifting, Favourite.Shifting, number => OneOf("AWAY", "AWAY :" + Text('a', number), $"SETNAME :{Text('s', number)}")),
        Line(Theme.Guarding, Favourite.None, _ => OneOf("JOIN 0", $"JOIN {Room()},{Room()} {Key()},{Key()}", $"LIST{Bound()}")),

        Line(Theme.Questions, _ => OneOf("ADMIN", "INFO", "MOTD", "TIME", "USERS", "SUMMON", "ISUPPORT", "STATS u", "CHATHISTORY")),
        Line(Theme.Questions, _ => OneOf("HELP", "HELPOP JOIN", "LINKS", "MAP", "WHOWAS nobody", "MARKREAD #a", "PASS late")),
        Line(Theme.Questions, _ =>
            OneOf("USER late 0 * :late", "WEBIRC late late late 10.0.0.1", "PROXY", "ERROR :late", "CAP LIST", "BATCH -none")),
    ];

    /// <summary>Stands for the nick that the client has when it says this.</summary>
    public const string OwnNickNow = "<me>";

    /// <summary>A room that nobody ever opens.</summary>
    public const string NoRoom = "#nowhere";

    /// <summary>Stands for the nick of somebody who is in the room that the line names, as far as the client knows when it says
    /// this.</summary>
    public const string SomebodyNow = "<somebody>";

    private static Phrase Line(Favourite kind, Func<int, string> make) => new(Theme.Ordinary, kind, number => new Step.Say(make(number)));

    private static Phrase Line(Theme theme, Func<int, string> make) => new(theme, Favourite.None, number => new Step.Say(make(number)));

    private static Phrase Line(Theme theme, Favourite kind, Func<int, string> make) =>
        new(theme, kind, number => new Step.Say(make(number)));

    private static Phrase Step(Theme theme, Func<int, Step> make) => new(theme, Favourite.None, make);

    private static Phrase Step(Theme theme, Favourite kind, Func<int, Step> make) => new(theme, kind, make);

    private Step.Recall Recall() => new(
        Subcommands[_random.Next(Subcommands.Count)], Room(), _random.Next(12), _random.Next(12), 1 + _random.Next(8),
            ByTime: _random.Chance(0.3));

    private Step.SayLines Several(int number)
    {
        var first = Text('m', number);
        return new Step.SayLines(Either(Room(), Nick()),
            [first, .. Enumerable.Range(2, 1 + _random.Next(3)).Select(line => $"{first}/{line}")]);
    }

    private string Lock() => _random.Next(4) switch
    {
        0 => $"MODE {Room()} +k {Key()}",
        1 => $"MODE {Room()} -k *",
        2 => string.Create(CultureInfo.InvariantCulture, $"MODE {Room()} +l {1 + _random.Next(5)}"),
        _ => $"MODE {Room()} -l",
    };

    /// <summary>Now and then a bound for LIST; not drawn, for what is said has drawn enough.</summary>
    private string Bound() => (_saidSoFar % 3) switch
    {
        0 => "",
        1 => string.Create(CultureInfo.InvariantCulture, $" >{_saidSoFar % 4}"),
        _ => string.Create(CultureInfo.InvariantCulture, $" <{1 + (_saidSoFar % 5)}"),
    };

    /// <summary>So many nicks of nobody that a line of the server does not hold them all.</summary>
    private static string LongNicks(int number) =>
        string.Join(',', Enumerable.Range(0, 15).Select(letter => $"{(char)('a' + letter)}{number}".PadRight(LongestNick, 'x')));

    private string Sign() => Either("+", "-");

    private char Rank() => "ohvvohv"[_random.Next(7)];

    private string Key() => Either("key", "other");

    private string OtherName() => Either($"#z{_random.Next(2)}", Room());

    private string Mask()
    {
        var mask = NamesMask();
        return _random.Next(16) switch
        {
            0 => mask.ToUpperInvariant(),
            1 => $"m:{mask}",
            2 => $"r:client?{1 + _random.Next(_nicks.Length)}",
            _ => mask,
        };
    }

    private string NamesMask() => _random.Next(3) switch
    {
        0 => $"{Nick()}!*@*",
        1 => $"*!~u{1 + _random.Next(_nicks.Length)}@*",
        _ => "n?!*@10.*",
    };
}
