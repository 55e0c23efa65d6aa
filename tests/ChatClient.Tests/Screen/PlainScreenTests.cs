using ChatClient.Screen;
using ChatClient.Session;
using ChatServer.Protocol;

namespace ChatClient.Tests.Screen;

public sealed class PlainScreenTests
{
    private static readonly DateTimeOffset Time = new(2026, 11, 21, 9, 5, 0, TimeSpan.Zero);
    private static readonly UserSource Alice = new("alice", "al", "example.org");

    public static TheoryData<object, string> Lines => new()
    {
        { new Registered(Time, "pip", "TestNet"), "-- Connected to TestNet as pip. /help lists the commands." },
        { new Said(Time, "#lobby", Alice, MessageKind.Message, "hi", false), "#lobby <alice> hi" },
        { new Said(Time, "#lobby", Alice, MessageKind.Action, "waves", false), "#lobby * alice waves" },
        { new Said(Time, "#lobby", Alice, MessageKind.Notice, "psst", false), "#lobby -alice- psst" },
        { new Said(Time, "irc.test", new UserSource("irc.test", "", ""), MessageKind.Notice, "psst", false), "-- irc.test: psst" },
        { new Joined(Time, "#lobby", Alice, false), "#lobby --> alice (al@example.org) joined" },
        { new Parted(Time, "#lobby", Alice, "bye", false), "#lobby <-- alice left (bye)" },
        { new Kicked(Time, "#lobby", Alice, "pip", "", true), "#lobby <-- you were kicked by alice" },
        { new Departed(Time, Alice, "Quit: ", ["#a", "#b"]), "#a #b <-- alice left the server" },
        { new TopicChanged(Time, "#lobby", Alice, "tea"), "#lobby -- alice set the topic: tea" },
        { new ModesChanged(Time, "#lobby", Alice, "+o bob"), "#lobby -- alice set mode +o bob" },
        { new NamesListed(Time, "#lobby", ["@alice", "pip"]), "#lobby -- 2 people here: @alice pip" },
        { new Refused(Time, "#lobby", "No", "hi"), "#lobby -- not sent: No (\"hi\")" },
        { new ReplyReceived(Time, 311, ["bob", "b", "h", "*", "Bob"]), "bob -- bob!b@h, \"Bob\"" },
        { new ReplyReceived(Time, 324, ["#lobby", "+nt"]), "#lobby -- modes: +nt" },
        { new ReplyReceived(Time, 317, ["bob", "61", "no-number", "text"]), "bob -- idle for 00:01:01" },
        { new ReplyReceived(Time, 999, ["some", "thing new"]), "-- some thing new" },
        { new Said(Time, "#lobby", Alice, MessageKind.Message, "\u001b]0;title\u0007", false), "#lobby <alice> \ufffd]0;title\ufffd" },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void Every_event_is_one_line_with_its_time(object happened, string line) =>
        Assert.Equal($"09:05 {line}\n", Shown((SessionEvent)happened));

    [Fact]
    public void What_only_programs_need_is_not_shown()
    {
        Assert.Empty(Shown(new ReplyReceived(Time, 4, ["irc.test", "v1"])));
        Assert.Empty(Shown(new Confirmed(Time)));
    }

    [Fact]
    public void A_new_day_is_announced() =>
        Assert.Equal(
            "09:05 -- 1\n-- 2026-11-22 --\n09:05 -- 2\n",
            Shown(new ServerRemark(Time, "1"), new ServerRemark(Time.AddDays(1), "2")));

    private static string Shown(params SessionEvent[] events)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var screen = new PlainScreen(output, TextWriter.Null, TimeZoneInfo.Utc);
        foreach (var happened in events)
            screen.Show(happened);
        return output.ToString();
    }
}
