using ChatClient.Session;
using ChatServer.Protocol;

namespace ChatClient.Tests.Session;

public sealed class RoomTests
{
    private static Transcript InLobby() =>
        new Transcript().Play(RecordedTraffic.Inspircd).Do(session => session.Submit(new IrcMessage("JOIN", "#lobby"))).Play("""
            > JOIN #lobby
            < @time=2026-11-21T09:25:19.162Z :pip!pip@127.0.0.1 JOIN #lobby * :pip
            < @time=2026-11-21T09:25:19.162Z :irc.inspircd.test 332 pip #lobby :the topic
            < @time=2026-11-21T09:25:19.162Z :irc.inspircd.test 353 pip = #lobby :@alice +bob
            < @time=2026-11-21T09:25:19.162Z :irc.inspircd.test 353 pip = #lobby :pip
            < @time=2026-11-21T09:25:19.162Z :irc.inspircd.test 366 pip #lobby :End of /NAMES list.
            """);

    [Fact]
    public void Joining_tells_topic_and_members()
    {
        var transcript = InLobby();

        var room = transcript.Session.Rooms["#LOBBY"];
        Assert.Equal("the topic", room.Topic);
        Assert.Equal(["@alice", "+bob", "pip"], room.Members.Select(member => member.Value + member.Key));
        var events = transcript.TakeEvents();
        Assert.True(Assert.Single(events.OfType<Joined>()).IsSelf);
        Assert.Equal(["@alice", "+bob", "pip"], Assert.Single(events.OfType<NamesListed>()).Members.AsEnumerable());
    }

    [Fact]
    public void Time_is_the_servers_where_it_says() =>
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 9, 25, 19, 162, TimeSpan.Zero), InLobby().Single<Joined>().Time);

    [Theory]
    [InlineData("473", "Cannot join channel (invite only)")]
    [InlineData("474", "Cannot join channel (you're banned)")]
    [InlineData("476", "Invalid channel name")]
    public void A_room_that_lets_nobody_in_is_told_from_other_refusals(string code, string reason)
    {
        var transcript = new Transcript().Play(RecordedTraffic.Inspircd).Do(session => session.Submit(new IrcMessage("JOIN", "#Secret")))
            .Play($"> JOIN #Secret\n< :irc.inspircd.test {code} pip #secret :{reason}");

        Assert.Equal(reason, transcript.Single<JoinRefused>().Reason);
        Assert.Empty(transcript.Session.Rooms);
    }

    [Fact]
    public void Members_come_and_go()
    {
        var transcript = InLobby().Play("""
            < :carl!carl@127.0.0.1 JOIN #lobby * :Carl
            < :bob!bob@127.0.0.1 PART #lobby :bye
            < :alice!alice@127.0.0.1 KICK #lobby carl :be nice
            < :alice!alice@127.0.0.1 QUIT :Quit: gone
            """);

        Assert.Equal(["pip"], transcript.Session.Rooms["#lobby"].Members.Keys);
        var events = transcript.TakeEvents();
        Assert.Equal("bye", Assert.Single(events.OfType<Parted>()).Reason);
        Assert.Equal("carl", Assert.Single(events.OfType<Kicked>()).Nick);
        Assert.Equal(["#lobby"], Assert.Single(events.OfType<Departed>()).Rooms.AsEnumerable());
    }

    [Fact]
    public void Being_kicked_takes_us_out_of_the_room()
    {
        var transcript = InLobby().Play("< :alice!alice@127.0.0.1 KICK #lobby pip :be nice");

        Assert.Empty(transcript.Session.Rooms);
        Assert.True(transcript.Single<Kicked>().IsSelf);
    }

    [Fact]
    public void Ranks_follow_the_modes()
    {
        var transcript = InLobby().Play("""
            < :alice!alice@127.0.0.1 MODE #lobby +o :bob
            < :alice!alice@127.0.0.1 MODE #lobby -o+kv alice secret :pip
            """);

        Assert.Equal(["alice", "@+bob", "+pip"], transcript.Session.Rooms["#lobby"].Members.Select(member => member.Value + member.Key));
    }

    [Fact]
    public void A_new_nick_is_known_everywhere()
    {
        var transcript = InLobby().Play("""
            < :alice!alice@127.0.0.1 NICK :alison
            < :pip!pip@127.0.0.1 NICK :pop
            """);

        Assert.Equal("pop", transcript.Session.Nick);
        var members = transcript.Session.Rooms["#lobby"].Members.Select(member => member.Value + member.Key);
        Assert.Equal(["+bob", "@alison", "pop"], members.Order(StringComparer.Ordinal));
        Assert.Equal([("alice", false), ("pip", true)], transcript.TakeEvents().OfType<Renamed>().Select(e => (e.OldNick, e.IsSelf)));
    }

    [Fact]
    public void Topics_are_kept()
    {
        var transcript = InLobby().Play("< :alice!alice@127.0.0.1 TOPIC #lobby :another one");

        Assert.Equal("another one", transcript.Session.Rooms["#lobby"].Topic);
        Assert.Equal("alice", transcript.Single<TopicChanged>().By.Nick);
    }
}
