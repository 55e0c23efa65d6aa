using System.Text;
using ChatClient.Session;

namespace ChatClient.Tests.Session;

public sealed class MessageTests
{
    private static Transcript Ready(string traffic)
    {
        var transcript = new Transcript().Play(traffic);
        transcript.TakeEvents();
        return transcript;
    }

    [Fact]
    public void Without_echoes_what_we_say_is_shown_when_it_is_sent()
    {
        var transcript = Ready(RecordedTraffic.Ngircd)
            .Do(session => session.Say("#lobby", "hello there"))
            .Play("> PRIVMSG #lobby :hello there");

        var said = transcript.Single<Said>();
        Assert.Equal(("#lobby", "pip", "hello there", true), (said.Conversation, said.From.Nick, said.Text, said.IsOwn));
    }

    [Fact]
    public void With_echoes_what_we_say_is_shown_when_the_server_has_it()
    {
        var transcript = Ready(RecordedTraffic.Inspircd)
            .Do(session => session.Say("#lobby", "hello"))
            .Play("> @label=1 PRIVMSG #lobby hello");
        var pending = transcript.Single<Pending>();
        Assert.Equal(("#lobby", "1", "hello"), (pending.Conversation, pending.Label, pending.Text));

        transcript.Play("< @time=2026-11-21T09:25:20.164Z;msgid=00A~1795253107~0;label=1 :pip!pip@127.0.0.1 PRIVMSG #lobby :hello");

        var said = transcript.Single<Said>();
        Assert.Equal((true, "1", "00A~1795253107~0"), (said.IsOwn, said.Label, said.MessageId));
    }

    [Fact]
    public void Private_messages_belong_to_the_other_party_in_both_directions()
    {
        var transcript = Ready(RecordedTraffic.Inspircd).Play("""
            < :alice!alice@127.0.0.1 PRIVMSG pip :hi
            < :pip!pip@127.0.0.1 PRIVMSG alice :hi yourself
            """);

        Assert.Equal([("alice", false), ("alice", true)], transcript.TakeEvents().OfType<Said>().Select(e => (e.Conversation, e.IsOwn)));
    }

    [Fact]
    public void A_message_to_the_operators_of_a_room_belongs_to_the_room() =>
        Assert.Equal("#lobby", Ready(RecordedTraffic.Inspircd).Play("< :alice!alice@h PRIVMSG @#lobby :psst").Single<Said>().Conversation);

    [Theory]
    [InlineData("PRIVMSG", "\u0001ACTION waves\u0001", MessageKind.Action, "waves")]
    [InlineData("PRIVMSG", "\u0001ACTION waves", MessageKind.Action, "waves")]
    [InlineData("PRIVMSG", "\u0001VERSION\u0001", MessageKind.Ctcp, "VERSION")]
    [InlineData("NOTICE", "\u0001VERSION irssi\u0001", MessageKind.Notice, "VERSION irssi")]
    [InlineData("NOTICE", "look out", MessageKind.Notice, "look out")]
    public void Ctcp_framing_is_taken_off(string verb, string text, object kind, string shown)
    {
        var said = Ready(RecordedTraffic.Ngircd).Play($"< :irc.ngircd.test {verb} #lobby :{text}").Single<Said>();

        Assert.Equal(((MessageKind)kind, shown), (said.Kind, said.Text));
    }

    [Fact]
    public void An_action_is_framed() =>
        Ready(RecordedTraffic.Ngircd)
            .Do(session => session.Say("#lobby", "waves", MessageKind.Action))
            .Play("> PRIVMSG #lobby :\u0001ACTION waves\u0001");

    [Theory]
    [InlineData("< @label=1 :irc.inspircd.test 404 pip #lobby :You cannot send external messages to this channel")]
    [InlineData("< @label=1 FAIL PRIVMSG INVALID_UTF8 #lobby :Only UTF-8, please")]
    [InlineData("< @label=1 :s BATCH +x labeled-response\n< @batch=x :s 404 pip #lobby :No\n< :s BATCH -x")]
    public void A_refusal_with_a_label_tells_which_message_was_not_sent(string answer)
    {
        var refused = Ready(RecordedTraffic.Inspircd)
            .Do(session => session.Say("#lobby", "can I"))
            .Play("> @label=1 PRIVMSG #lobby :can I\n" + answer)
            .Single<Refused>();

        Assert.Equal(("#lobby", "can I"), (refused.About, refused.Unsent));
    }

    [Fact]
    public void Long_text_goes_in_lines_that_fit_when_the_server_relays_them()
    {
        var transcript = Ready(RecordedTraffic.Ngircd);
        var text = string.Join(' ', Enumerable.Range(0, 300));

        var lines = transcript.Session.Say("#lobby", text).ToSend;

        Assert.All(lines, line => Assert.True(Encoding.UTF8.GetByteCount($":pip!~pip@127.0.0.1 {line}\r\n") <= 512));
        Assert.Equal(text, string.Join(' ', lines.Select(line => line.Params[1])));
        Assert.Equal(3, lines.Length);
    }

    [Fact]
    public void Nothing_is_sent_for_no_text() =>
        Ready(RecordedTraffic.Ngircd).Do(session => session.Say("#lobby", string.Empty)).Play(string.Empty);

    [Fact]
    public void What_is_said_before_the_greeting_waits_for_it() =>
        new Transcript().Do(session => session.Say("#lobby", "early")).Play(RecordedTraffic.Ngircd + "\n> PRIVMSG #lobby early");

    [Fact]
    public void After_five_lines_the_next_ones_wait_for_the_server()
    {
        var transcript = Ready(RecordedTraffic.Ngircd);
        for (var i = 1; i <= 7; i++)
            transcript.Do(session => session.Say("#lobby", $"{i}"));

        transcript.Play("""
            > PRIVMSG #lobby 1
            > PRIVMSG #lobby 2
            > PRIVMSG #lobby 3
            > PRIVMSG #lobby 4
            > PRIVMSG #lobby 5
            > PING chat-0
            < :irc.ngircd.test PONG irc.ngircd.test :somebody-elses
            < :irc.ngircd.test PONG irc.ngircd.test :chat-0
            > PRIVMSG #lobby 6
            > PRIVMSG #lobby 7
            """);
    }

    [Fact]
    public void A_confirmation_comes_when_everything_before_it_was_taken()
    {
        var transcript = Ready(RecordedTraffic.Ngircd);
        for (var i = 1; i <= 5; i++)
            transcript.Do(session => session.Say("#lobby", $"{i}"));
        transcript.Do(session => session.Confirm()).Play("""
            > PRIVMSG #lobby 1
            > PRIVMSG #lobby 2
            > PRIVMSG #lobby 3
            > PRIVMSG #lobby 4
            > PRIVMSG #lobby 5
            > PING chat-0
            """);
        transcript.Play("< :irc.ngircd.test PONG irc.ngircd.test :chat-0\n> PING chat-1");
        Assert.Empty(transcript.TakeEvents().OfType<Confirmed>());

        transcript.Play("< :irc.ngircd.test PONG irc.ngircd.test :chat-1");

        transcript.Single<Confirmed>();
    }

    [Fact]
    public void Quitting_says_goodbye_once() =>
        Ready(RecordedTraffic.Ngircd).Do(session => session.Quit("so long")).Do(session => session.Quit("again")).Play("> QUIT :so long");
}
