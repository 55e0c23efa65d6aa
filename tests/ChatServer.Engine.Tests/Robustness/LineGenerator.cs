using System.Text;
using ChatServer.Engine.Commands;

namespace ChatServer.Engine.Tests.Robustness;

/// <summary>Makes lines that a peer might type: well-formed ones, nearly well-formed ones, and bytes.</summary>
internal sealed class LineGenerator(Random random)
{
    private static readonly string[] Verbs =
        [.. CommandTable.All.Select(command => command.Verb).Where(verb => verb is not "QUIT"), "privmsg", "NoSuch", "001", "é", "BATCH"];

    private static readonly string[] Nicks = ["fuzz0", "fuzz1", "fuzz2", "FUZZ3", "nobody", "[]{}\\|", "9digit", "ÿ", "test.example"];
    private static readonly string[] Rooms =
        ["#a", "#b", "#A", "#c", "##", "#", "&local", "#with,comma", "#é", "@#a", "~&@%+#b", "#" + new string('x', 80)];
    private static readonly string[] Masks =
        ["*!*@*", "fuzz*", "*@127.0.0.1", "127.0.0.0/8", "::/0", "~a:x", "~", "a!b", "!@", "***************a", "?*?*?*"];
    private static readonly string[] Modes =
        ["+b", "-b", "+o", "-o", "+v", "+h", "+k", "-k", "+l", "-l", "+ntims", "-ntims", "+beI", "b", "+", "-", "+é", "+bbbbbbbb",
         "+ovhbkl", "-ovhbkl", "+EuTCN", "-EuTCN", "+E", "+fj", "-fj"];

    private static readonly string[] Words =
        ["", "0", "*", "1", "-1", "99999999999999999999", "LS", "302", "REQ", "END", "LIST", "message-tags", "-message-tags",
         "echo-message", "batch labeled-response", "+", "-", "C", "L", "S", "%tcuihsnfdlaor,123", "o", ">1", "<5", "!#a", "C>1", "T<9",
         "\u0001ACTION x\u0001", "\u0003", "a b c", ":colon", "::", "LATEST", "BEFORE", "timestamp=2026-01-01T00:00:00.000Z", "msgid=x",
         "msgid=0123456789abcde!", "日本語", "e\u0301", "draft/channel-rename draft/read-marker draft/relaymsg",
         "batch draft/extended-isupport draft/multiline",
         "draft/pre-away", "dave/net", "draft/chathistory draft/event-playback labeled-response", "TARGETS", "draft/multiline"];

    public byte[] Next()
    {
        var line = random.Next(20) switch
        {
            0 => RandomBytes(random.Next(600)),
            1 => Encoding.UTF8.GetBytes(new string((char)random.Next(33, 0x2000), random.Next(1, 900))),
            2 => [.. Encoding.UTF8.GetBytes(Command()), .. RandomBytes(random.Next(8))],
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
