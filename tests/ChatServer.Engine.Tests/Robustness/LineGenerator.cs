using System.Text;
using ChatServer.Engine.Commands;

namespace ChatServer.Engine.Tests.Robustness;

/// <summary>Makes lines that a peer might type: well-formed ones, nearly well-formed ones, and bytes.</summary>
/// <remarks>Words in any order rarely get past the first check of a command. So there are also sentences: commands with parameters of the
/// right kind in the right place, whose values are ordinary or extreme.</remarks>
internal sealed class LineGenerator(Random random)
{
    private static readonly string[] Verbs =
        [.. CommandTable.All.Select(command => command.Verb).Where(verb => verb is not "QUIT"), "privmsg", "NoSuch", "001", "é", "BATCH"];

    private static readonly string[] Nicks = ["fuzz0", "fuzz1", "fuzz2", "FUZZ3", "nobody", "[]{}\\|", "9digit", "ÿ", "test.example"];
    private static readonly string[] Rooms =
        ["#a", "#b", "#A", "#c", "##", "#", "&local", "#with,comma", "#é", "@#a", "~&@%+#b", "#" + new string('x', 80)];
    private static readonly string[] Masks =
        ["*!*@*", "fuzz*", "*@127.0.0.1", "127.0.0.0/8", "::/0", "~a:x", "~", "a!b", "!@", "***************a", "?*?*?*",
         "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301!*@*", "*!\u0958\u0958@\u212B\u0301", "m:m:a!*", "~m:r:*f*", "j:#a", "r:?",
         "account:*", "*!*@::ffff:0:0/96", "*!*@1.2.3.4/33", "\u0130\u0307*", "\U0001D15E!*@*"];
    private static readonly string[] Modes =
        ["+b", "-b", "+o", "-o", "+v", "+h", "+k", "-k", "+l", "-l", "+ntims", "-ntims", "+beI", "b", "+", "-", "+é", "+bbbbbbbb",
         "+ovhbkl", "-ovhbkl", "+EuTCN", "-EuTCN", "+E", "+fj", "-fj", "+\U0001F600", "-\u00e9\u0301", "+s-s+s-s+s-s+s-s"];

    private static readonly string[] Words =
        ["", "0", "*", "1", "-1", "99999999999999999999", "LS", "302", "REQ", "END", "LIST", "message-tags", "-message-tags",
         "echo-message", "batch labeled-response", "+", "-", "C", "L", "S", "%tcuihsnfdlaor,123", "o", ">1", "<5", "!#a", "C>1", "T<9",
         "\u0001ACTION x\u0001", "\u0003", "a b c", ":colon", "::", "LATEST", "BEFORE", "timestamp=2026-01-01T00:00:00.000Z", "msgid=x",
         "msgid=0123456789abcde!", "日本語", "e\u0301", "draft/channel-rename draft/read-marker draft/relaymsg",
         "batch draft/extended-isupport draft/multiline", "draft/pre-away", "dave/net",
         "draft/chathistory draft/event-playback labeled-response", "TARGETS", "draft/multiline"];

    private static readonly string[] Numbers =
        ["0", "1", "5", "100", "-1", "+1", "1e3", "\u0661", "2147483647", "2147483648", "4294967296", "99999999999999999999", "9999:9999",
         "1:1", "0:1", "1:99999999999", ":", "1:2:3"];

    private static readonly string[] Points =
        ["*", "timestamp=0001-01-01T00:00:00.000Z", "timestamp=9999-12-31T23:59:59.999Z", "timestamp=2026-02-30T00:00:00.000Z",
         "timestamp=2026-01-01T23:59:60.000Z", "timestamp=", "msgid=", "msgid=0123456789abcdef", "msgid=0123456789abcde!",
         "msgid=0123456789abcde=", "msgid=01234567 9abcdef", "msgid=\u00e9123456789abcdef"];

    private static readonly string[] Conditions =
        ["T<99999999999", "C>2147483648", "C<1", "t>0", ">", "<", "!", "C", "T<", ">2147483647", "<1", "!*a*", "*", "\u00e9", "e\u0301*"];

    private static readonly string[] Names =
        ["bob", "n/etwork", "/", "e\u0301", "e\u0301/x", "\u202E", "\u0085x", "\u001b[2J", "=Scene=", "nick!user@host", "a,b", "*"];

    // A capital letter names a kind of parameter; what is in small letters is typed as it is.
    private static readonly string[] Sentences =
        ["MODE R M K N", "MODE R M N", "MODE R M K K K K", "MODE R M U", "MODE R +l N", "MODE R +j N", "MODE R +b K", "MODE R b",
         "MODE R +f R", "MODE R +k W", "MODE U M N", "samode R M K", "samode R +o U", "CHATHISTORY latest T P N",
         "CHATHISTORY before T P N", "CHATHISTORY after T P N", "CHATHISTORY around T P N", "CHATHISTORY between T P P N",
         "CHATHISTORY targets P P N", "MARKREAD T P", "REDACT T I :W", "LIST C,C", "LIST R,C C", "NPC R F :W", "NPCA R F :W",
         "SCENE R :W", "RELAYMSG R F :W", "RENAME R R :W", "INVITE U R", "KNOCK R :W", "KICK R,R U,U :W", "JOIN R,R W,W", "JOIN R",
         "JOIN R", "PART R :W", "TOPIC R :W", "TOPIC R", "NAMES R,R", "NICK F", "NICK U", "WHOWAS U N", "WHOIS U", "WHO K %W,N",
         "WHO R o", "MONITOR + U,U,F", "MONITOR - U,F", "MONITOR s", "ACCEPT U,-U,F,-F", "ACCEPT *", "AWAY :W", "SETNAME :W", "CAP ls N",
         "CAP req :W", "PRIVMSG T :W", "NOTICE T,T :W", "PRIVMSG $W :W", "@+a=W;label=N TAGMSG T", "USERHOST U U F", "STATS W",
         "CHGHOST U W", "WALLOPS :W", "KILL F :W", "OPER F W", "webirc W g W 1.2.3.4 :W", "LINKS W K", "HELP W", "ISON L", "MONITOR + L",
         "JOIN L", "ACCEPT L", "PRIVMSG L :W", "KICK R L :W", "MODE R MMMMMMMMMMMMMMMM K N K", "LIST L", "BATCH +r draft/multiline T",
         "BATCH +r draft/multiline R", "@label=N BATCH +r draft/multiline $*", "@batch=r PRIVMSG T :W",
         "@batch=r;draft/multiline-concat PRIVMSG R :W", "@batch=r PRIVMSG R :W", "@batch=r PRIVMSG $* :W", "BATCH -r"];

    public byte[] Next()
    {
        var line = random.Next(20) switch
        {
            0 => RandomBytes(random.Next(600)),
            1 => Encoding.UTF8.GetBytes(new string((char)random.Next(33, 0x2000), random.Next(1, 900))),
            2 => [.. Encoding.UTF8.GetBytes(Command()), .. RandomBytes(random.Next(8))],
            < 13 => Encoding.UTF8.GetBytes(Sentence()),
            _ => Encoding.UTF8.GetBytes(Command()),
        };

        // A line end in the middle makes two lines of one, which is fine; a line that never ends is another test's matter.
        return [.. line, .. "\r\n"u8];
    }

    private string Command()
    {
        var line = new StringBuilder();
        if (random.Next(4) == 0) line.Append('@').Append(Tags()).Append(' ');
        if (random.Next(12) == 0) line.Append(":someone!u@h ");
        line.Append(Pick(Verbs));
        var parameters = random.Next(5);
        for (var i = 0; i < parameters; i++) line.Append(' ').Append(Parameter());
        if (random.Next(2) == 0)
            line.Append(" :").Append(Pick(Words)).Append(random.Next(30) == 0 ? new string('é', random.Next(300)) : "");
        return line.ToString();
    }

    private string Sentence()
    {
        var line = new StringBuilder();
        foreach (var part in Pick(Sentences).Split(' '))
        {
            if (line.Length > 0) line.Append(' ');
            // A word of capitals is a verb, unless it is one kind of parameter several times.
            var isWord = part.Length > 1 && part.All(char.IsAsciiLetterUpper) && part[0] != part[1];
            line.Append(isWord ? part : string.Concat(part.Select(Filled)));
        }

        return line.ToString();
    }

    private string Filled(char kind) => kind switch
    {
        'R' => SomeRoom(),
        'U' => SomeNick(),
        'T' => random.Next(2) == 0 ? SomeRoom() : SomeNick(),
        'K' => Pick(Masks),
        'M' => Pick(Modes),
        'N' => Pick(Numbers),
        'P' => Pick(Points),
        'I' => Pick(Points).Replace("msgid=", "", StringComparison.Ordinal),
        'C' => Pick(Conditions),
        'F' => Pick(Names),
        'L' => string.Join(',', random.GetItems(random.Next(2) == 0 ? Nicks : Rooms, random.Next(30) == 0 ? 900 : 20)),
        'W' => random.Next(2) == 0 ? Pick(Words) : Pick(Names),
        _ => kind.ToString(),
    };

    // Mostly the first few, so that peers meet, and that what one has done is there when another comes.
    private string SomeRoom() => random.Next(3) == 0 ? Pick(Rooms) : Rooms[random.Next(2)];

    private string SomeNick() => random.Next(3) == 0 ? Pick(Nicks) : Nicks[random.Next(4)];

    private string Tags() => random.Next(5) switch
    {
        0 => "label=" + random.Next(1000),
        1 => "+draft/react=x;label=" + random.Next(1000),
        2 => "+a=" + new string('b', random.Next(5000)),
        3 => ";;=;+=;label;label=\\",
        _ => "time=x;msgid=y;account=z;+ok=\\s\\:\\",
    };

    private string Parameter() => random.Next(8) switch
    {
        0 or 1 => Pick(Rooms),
        2 or 3 => Pick(Nicks),
        4 => Pick(Masks),
        5 => Pick(Modes),
        6 => Pick(Rooms) + "," + Pick(Nicks) + "," + Pick(Rooms),
        _ => Pick(Words),
    };

    private byte[] RandomBytes(int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    private string Pick(string[] choices) => choices[random.Next(choices.Length)];
}
