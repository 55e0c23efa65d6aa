using ChatClient.Session;
using ChatServer.Protocol;

namespace ChatClient.Tests.Session;

public sealed class ReconnectingTests
{
    [Fact]
    public void Rooms_are_rejoined_with_their_keys_and_away_is_restored()
    {
        var transcript = ModernServer.InLobby()
            .Do(session => session.Submit(new IrcMessage("JOIN", "#secret", "sesame")))
            .Do(session => session.Submit(new IrcMessage("AWAY", "tea")))
            .Play("> JOIN #secret sesame\n> AWAY tea\n< :pip!pip@h JOIN #secret * :pip\n< :s 306 pip :You are away")
            .Do(session => session.Lost());
        Assert.Equal(SessionPhase.Offline, transcript.Session.Phase);
        Assert.Empty(transcript.Session.Rooms);

        transcript.Do(session => session.Start()).Play(ModernServer.FirstLines + ModernServer.Greeting + "\n" + """
            > AWAY tea
            > JOIN #lobby
            > JOIN #secret sesame
            > CHATHISTORY TARGETS timestamp=2026-11-21T08:59:58.000Z timestamp=2026-11-22T09:00:00.000Z 50
            """);
    }

    [Fact]
    public void The_gap_is_filled_without_missing_or_doubling_anything()
    {
        var transcript = ModernServer.InLobby()
            .Play("< @msgid=m1;time=2026-11-21T09:10:00.000Z :alice!al@h PRIVMSG #lobby :before")
            .Do(session => session.Lost());
        transcript.TakeEvents();
        transcript.Do(session => session.Start()).Play(ModernServer.FirstLines + ModernServer.Greeting + "\n" + """
            > JOIN #lobby
            > CHATHISTORY TARGETS timestamp=2026-11-21T09:09:58.000Z timestamp=2026-11-22T09:00:00.000Z 50
            < @time=2026-11-21T09:20:00.000Z :pip!pip@h JOIN #lobby * :pip
            > CHATHISTORY AFTER #lobby timestamp=2026-11-21T09:09:58.000Z 100
            < @msgid=m4;time=2026-11-21T09:20:01.000Z :alice!al@h PRIVMSG #lobby :live already
            < :s BATCH +1 draft/chathistory-targets
            < @batch=1 :s CHATHISTORY TARGETS #lobby 2026-11-21T09:20:01.000Z
            < @batch=1 :s CHATHISTORY TARGETS bob 2026-11-21T09:15:00.000Z
            < :s BATCH -1
            > CHATHISTORY AFTER bob timestamp=2026-11-21T09:09:58.000Z 100
            < :s BATCH +2 chathistory #lobby
            < @batch=2;msgid=m1;time=2026-11-21T09:10:00.000Z :alice!al@h PRIVMSG #lobby :before
            < @batch=2;time=2026-11-21T09:12:00.000Z :pip!pip@h QUIT :Ping timeout
            < @batch=2;msgid=m2;time=2026-11-21T09:14:00.000Z :alice!al@h PRIVMSG #lobby :missed
            < @batch=2;time=2026-11-21T09:20:00.000Z :pip!pip@h JOIN #lobby * :pip
            < @batch=2;msgid=m4;time=2026-11-21T09:20:01.000Z :alice!al@h PRIVMSG #lobby :live already
            < :s BATCH -2
            > CHATHISTORY AFTER #lobby msgid=m4 100
            < :s BATCH +3 chathistory bob
            < @batch=3;msgid=m3;time=2026-11-21T09:15:00.000Z :bob!b@h PRIVMSG pip :are you there?
            < :s BATCH -3
            > PING chat-1
            < :s PONG s chat-1
            > CHATHISTORY AFTER bob msgid=m3 100
            < :s BATCH +4 chathistory #lobby
            < :s BATCH -4
            """);

        var history = transcript.TakeEvents().OfType<HistoryReceived>().ToList();
        Assert.All(history, piece => Assert.Equal(HistorySpan.After, piece.Span));
        Assert.Equal([typeof(Departed), typeof(Said)], history[0].Entries.Select(entry => entry.GetType()));
        Assert.Equal("missed", ((Said)history[0].Entries[1]).Text);
        Assert.False(history[0].IsComplete);
        Assert.Equal(("bob", "are you there?"), (history[1].Conversation, ((Said)history[1].Entries[0]).Text));
        Assert.True(history[2].IsComplete);
    }

    [Fact]
    public void A_gap_that_was_not_filled_when_the_next_connection_broke_too_is_filled_after_it()
    {
        const string Rejoined = """
            > JOIN #lobby
            > CHATHISTORY TARGETS timestamp=2026-11-21T09:09:58.000Z timestamp=2026-11-22T09:00:00.000Z 50
            < @time=2026-11-21T09:20:00.000Z :pip!pip@h JOIN #lobby * :pip
            > CHATHISTORY AFTER #lobby timestamp=2026-11-21T09:09:58.000Z 100
            """;
        var transcript = ModernServer.InLobby()
            .Play("< @msgid=m1;time=2026-11-21T09:10:00.000Z :alice!al@h PRIVMSG #lobby :before");

        for (var round = 0; round < 2; round++)
            transcript.Do(session => session.Lost()).Do(session => session.Start())
                .Play(ModernServer.FirstLines + ModernServer.Greeting + "\n" + Rejoined);
    }

    [Fact]
    public void A_room_is_rejoined_also_when_the_next_connection_breaks_before_the_server_has_answered()
    {
        const string Rejoining = """
            > JOIN #lobby
            > CHATHISTORY TARGETS timestamp=2026-11-21T08:59:58.000Z timestamp=2026-11-22T09:00:00.000Z 50
            """;
        var transcript = ModernServer.InLobby();

        for (var round = 0; round < 2; round++)
            transcript.Do(session => session.Lost()).Do(session => session.Start())
                .Play(ModernServer.FirstLines + ModernServer.Greeting + "\n" + Rejoining);

        transcript.Play("< :s 474 pip #lobby :Cannot join channel (+b)").Do(session => session.Lost()).Do(session => session.Start())
            .Play(ModernServer.FirstLines + ModernServer.Greeting
                + "\n> CHATHISTORY TARGETS timestamp=2026-11-21T08:59:58.000Z timestamp=2026-11-22T09:00:00.000Z 50");
    }

    [Fact]
    public void Messages_under_way_are_told_apart_from_those_that_waited()
    {
        var transcript = ModernServer.InLobby();
        for (var i = 1; i <= 5; i++)
            transcript.Do(session => session.Say("#lobby", $"{i}"));
        transcript.Play("""
            > @label=1 PRIVMSG #lobby 1
            > @label=2 PRIVMSG #lobby 2
            > @label=3 PRIVMSG #lobby 3
            > @label=4 PRIVMSG #lobby 4
            > PING chat-0
            < @label=1;msgid=m1 :pip!pip@h PRIVMSG #lobby :1
            """);
        transcript.TakeEvents();

        transcript.Do(session => session.Lost());

        var events = transcript.TakeEvents();
        Assert.Equal(["2", "3", "4"], events.OfType<Unconfirmed>().Select(message => message.Label));
        Assert.Equal("5", Assert.Single(events.OfType<Refused>()).Unsent);
    }

    [Fact]
    public void Nothing_is_said_into_the_void()
    {
        var transcript = ModernServer.InLobby().Do(session => session.Lost());
        transcript.TakeEvents();

        transcript.Do(session => session.Say("#lobby", "hello?")).Play(string.Empty);

        Assert.Equal(("hello?", "not connected"), transcript.Single<Refused>() is var e ? (e.Unsent, e.Reason) : default);
    }

    [Fact]
    public void A_nick_that_a_ghost_holds_is_taken_back_when_monitor_says_that_it_is_gone()
    {
        var greeting = ModernServer.Greeting.Replace("001 pip :Welcome to ChatNet pip!", "001 pip_ :Welcome to ChatNet pip_!",
            StringComparison.Ordinal);
        var transcript = new Transcript().Play(ModernServer.FirstLines + """
            < :s 433 * pip :Nickname is already in use
            > NICK pip_

            """ + greeting);

        transcript.Do(session => session.Tick()).Play("""
            > MONITOR + pip
            < :s 730 pip_ :pip!pip@h
            < :s 731 pip_ :pip
            > NICK pip
            < :pip_!pip@h NICK :pip
            > MONITOR - pip
            """);

        Assert.Equal("pip", transcript.Session.Nick);
    }

    [Fact]
    public void Without_monitor_one_has_to_look_whether_the_nick_is_free()
    {
        const string InUse = "> USER pip 0 * pip\n< :irc.ngircd.test 433 * pip :Nickname already in use\n> NICK pip_";
        var transcript = new Transcript().Play(RecordedTraffic.Ngircd
            .Replace("> USER pip 0 * pip", InUse, StringComparison.Ordinal)
            .Replace("001 pip", "001 pip_", StringComparison.Ordinal));
        transcript.TakeEvents();
        transcript.Do(session => session.Tick()).Play("> ISON pip\n< :irc.ngircd.test 303 pip_ :pip");
        transcript.Clock.Advance(TimeSpan.FromSeconds(29));
        transcript.Do(session => session.Tick()).Play("> PING lag-0");
        transcript.Clock.Advance(TimeSpan.FromSeconds(1));

        transcript.Do(session => session.Tick()).Play("""
            > ISON pip
            < :irc.ngircd.test 303 pip_ :
            > NICK pip
            < :irc.ngircd.test 433 pip_ pip :Nickname already in use
            """);

        Assert.Empty(transcript.TakeEvents());
    }

    [Fact]
    public void A_nick_that_the_user_took_is_the_one_to_come_back_with()
    {
        var transcript = ModernServer.InLobby()
            .Do(session => session.Submit(new IrcMessage("NICK", "pop")))
            .Play("> NICK pop\n< :pip!pip@h NICK :pop")
            .Do(session => session.Lost());

        transcript.Do(session => session.Start()).Play("> CAP LS 302\n> NICK pop\n> USER pop 0 * pip");
    }
}
