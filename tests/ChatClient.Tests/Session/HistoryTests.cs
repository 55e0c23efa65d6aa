using ChatClient.Session;

namespace ChatClient.Tests.Session;

public sealed class HistoryTests
{
    [Fact]
    public void A_room_that_is_joined_brings_its_latest_messages()
    {
        var transcript = ModernServer.Ready(new SessionSettings("pip", "pip") { HistoryOnJoin = 50 }).Join("#lobby", """
            > CHATHISTORY LATEST #lobby * 50
            < :s BATCH +1 chathistory #lobby
            < @batch=1;msgid=m1;time=2026-11-21T08:00:00.000Z :bob!b@h PRIVMSG #lobby :hello
            < @batch=1;msgid=m2;time=2026-11-21T08:01:00.000Z;+reply=m1;+draft/react=👋 :alice!al@h TAGMSG #lobby
            < @batch=1;msgid=m3;time=2026-11-21T08:02:00.000Z :bob!b@h QUIT :bye
            < :s BATCH -1
            """);

        var history = transcript.Single<HistoryReceived>();
        Assert.Equal(("#lobby", HistorySpan.Latest, false), (history.Conversation, history.Span, history.IsComplete));
        Assert.Equal([typeof(Said), typeof(Reacted), typeof(Departed)], history.Entries.Select(entry => entry.GetType()));
        Assert.Equal(["alice", "pip"], transcript.Session.Rooms["#lobby"].Members.Keys);
    }

    [Fact]
    public void What_came_live_is_not_repeated()
    {
        var transcript = ModernServer.InLobby()
            .Play("< @msgid=m2;time=2026-11-21T09:00:10.000Z :alice!al@h PRIVMSG #lobby :live")
            .Do(session => session.RequestLatest("#lobby", 10))
            .Do(session => session.RequestLatest("#lobby", 10))
            .Play("""
                > CHATHISTORY LATEST #lobby * 10
                < :s BATCH +1 chathistory #lobby
                < @batch=1;msgid=m1;time=2026-11-21T08:00:00.000Z :bob!b@h PRIVMSG #lobby :past
                < @batch=1;msgid=m2;time=2026-11-21T09:00:10.000Z :alice!al@h PRIVMSG #lobby :live
                < :s BATCH -1
                """);

        var entries = transcript.Single<HistoryReceived>().Entries;
        Assert.Equal("past", Assert.IsType<Said>(Assert.Single(entries)).Text);
    }

    [Fact]
    public void Nothing_before_the_oldest_message_means_the_end()
    {
        var transcript = ModernServer.InLobby()
            .Do(session => session.RequestBefore("#lobby", DateTimeOffset.UnixEpoch, "m1"))
            .Play("> CHATHISTORY BEFORE #lobby msgid=m1 100\n< :s BATCH +1 chathistory #lobby\n< :s BATCH -1");

        var history = transcript.Single<HistoryReceived>();
        Assert.Equal((HistorySpan.Before, true), (history.Span, history.IsComplete));
        Assert.Empty(history.Entries);
    }

    [Fact]
    public void A_refusal_names_the_conversation()
    {
        var transcript = ModernServer.InLobby()
            .Do(session => session.RequestBefore("alice", new DateTimeOffset(2026, 11, 21, 8, 0, 0, TimeSpan.Zero)))
            .Play("""
                > CHATHISTORY BEFORE alice timestamp=2026-11-21T08:00:00.000Z 100
                < FAIL CHATHISTORY INVALID_TARGET BEFORE alice :Messages could not be retrieved
                """);

        Assert.Equal(("alice", HistorySpan.Before), transcript.Single<HistoryRefused>() is var e ? (e.Conversation, e.Span) : default);
    }

    [Fact]
    public void A_message_of_several_lines_is_one_in_history_too()
    {
        var transcript = ModernServer.InLobby().Play("""
            < :s BATCH +1 chathistory #lobby
            < @batch=1;msgid=m1 :bob!b@h BATCH +2 draft/multiline #lobby
            < @batch=2 :bob!b@h PRIVMSG #lobby :one
            < @batch=2 :bob!b@h PRIVMSG #lobby :two
            < @batch=1 :s BATCH -2
            < :s BATCH -1
            """);

        Assert.Equal("one\ntwo", Assert.IsType<Said>(Assert.Single(transcript.Single<HistoryReceived>().Entries)).Text);
    }

    [Fact]
    public void History_in_a_batch_of_an_unknown_kind_is_history_still()
    {
        var transcript = ModernServer.InLobby().Play("""
            < :s BATCH +1 chathistory #lobby
            < @batch=1 :s BATCH +2 vendor/thread m0
            < @batch=2;msgid=m1 :alice!al@h PART #lobby
            < @batch=1 :s BATCH -2
            < :s BATCH -1
            """);

        Assert.IsType<Parted>(Assert.Single(transcript.Single<HistoryReceived>().Entries));
        Assert.Contains("alice", transcript.Session.Rooms["#lobby"].Members.Keys);
    }

    [Fact]
    public void A_netsplit_is_one_event_and_so_is_its_end()
    {
        var transcript = ModernServer.InLobby().Play("""
            < :s BATCH +1 netsplit a.net b.net
            < @batch=1 :alice!al@h QUIT :a.net b.net
            < :s BATCH -1
            """);
        var split = transcript.Single<NetworkSplit>();
        Assert.Equal(("a.net", "b.net", "alice"), (split.Server, split.OtherServer, Assert.Single(split.Departures).Who.Nick));
        Assert.Equal(["pip"], transcript.Session.Rooms["#lobby"].Members.Keys);

        transcript.Play("""
            < :s BATCH +2 netjoin a.net b.net
            < @batch=2 :alice!al@h JOIN #lobby al :Alice
            < :s BATCH -2
            """);
        Assert.Equal("#lobby", Assert.Single(transcript.Single<NetworkJoined>().Arrivals).Room);
        Assert.Equal("al", transcript.Session.People["alice"].Account);
    }
}
