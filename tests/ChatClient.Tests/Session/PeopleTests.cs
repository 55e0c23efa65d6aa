using ChatClient.Session;

namespace ChatClient.Tests.Session;

public sealed class PeopleTests
{
    private static readonly SessionSettings Curious = new("pip", "pip") { LooksAround = true, Friends = ["bob"] };

    [Fact]
    public void A_room_that_is_entered_is_looked_at_and_tells_who_is_away()
    {
        var transcript = new Transcript(Curious).Play(ModernServer.FirstLines + ModernServer.Greeting + "\n> MONITOR + bob")
            .Join("#lobby", "> MODE #lobby\n> WHO #lobby %tuhnfar,742");
        transcript.TakeEvents();

        transcript.Play("""
            < :s 324 pip #lobby +kl sesame 5
            < :s 329 pip #lobby 1795253107
            < :s 354 pip 742 al h alice G@B acc :Alice A.
            < :s 354 pip 742 pip h pip H 0 :pip
            < :s 315 pip #lobby :End of WHO list
            """);

        var away = Assert.IsType<AwayChanged>(Assert.Single(transcript.TakeEvents()));
        Assert.Equal(("alice", string.Empty), (away.Nick, away.Message));
        Assert.Equal("+kl sesame 5", transcript.Session.Rooms["#lobby"].Modes);
        var alice = transcript.Session.People["Alice"];
        Assert.Equal(("al", "h", "acc", "Alice A."), (alice.User, alice.Host, alice.Account, alice.RealName));
        Assert.True(alice is { IsAway: true, IsBot: true });
    }

    [Fact]
    public void Modes_of_rooms_are_kept()
    {
        var transcript = ModernServer.InLobby().Play("< :alice!al@h MODE #lobby +tlb-n 5 *!*@spam\n< :alice!al@h MODE #lobby -l+k key");

        Assert.Equal("+kt key", transcript.Session.Rooms["#lobby"].Modes);
    }

    [Fact]
    public void Others_go_away_log_in_and_change_their_names_and_hosts()
    {
        var transcript = ModernServer.InLobby().Play("""
            < :alice!al@h AWAY :tea
            < :alice!al@h ACCOUNT acc
            < :alice!al@h SETNAME :Alice A.
            < :alice!al@h CHGHOST ally cloak
            """);

        var alice = transcript.Session.People["alice"];
        Assert.Equal(("tea", "acc", "Alice A."), (alice.AwayMessage, alice.Account, alice.RealName));
        Assert.Equal(("ally", "cloak"), (alice.User, alice.Host));
        Assert.Equal(4, transcript.TakeEvents().Length);

        transcript.Play("< :alice!ally@cloak AWAY\n< :alice!ally@cloak NICK alison");
        Assert.False(transcript.Session.People["alison"].IsAway);
    }

    [Fact]
    public void Those_who_share_no_room_with_us_are_forgotten()
    {
        var transcript = ModernServer.InLobby().Play("< :alice!al@h PART #lobby");

        Assert.DoesNotContain("alice", transcript.Session.People.Keys);
    }

    [Fact]
    public void Our_own_state_is_known()
    {
        var transcript = ModernServer.InLobby()
            .Do(session => session.Submit(new ChatServer.Protocol.IrcMessage("AWAY", "tea")))
            .Play("""
                > AWAY tea
                < :s 306 pip :You have been marked as being away
                < :s 221 pip +i
                < :pip!pip@h MODE pip +w-i
                < :s 900 pip pip!pip@h acc :You are now logged in
                """);

        Assert.Equal(("tea", "w", "acc"), (transcript.Session.AwayMessage, transcript.Session.OwnModes, transcript.Session.Account));
        Assert.True(transcript.TakeEvents().OfType<AwayChanged>().Single().IsSelf);
    }

    [Fact]
    public void Friends_come_and_go()
    {
        var transcript = new Transcript(Curious)
            .Play(ModernServer.FirstLines + ModernServer.Greeting + "\n> MONITOR + bob\n< :s 731 pip bob");
        Assert.False(transcript.Single<FriendSeen>().IsOnline);

        transcript.Play("< :s 730 pip :bob!b@h\n< :s 730 pip :bob!b@h");
        Assert.True(transcript.Single<FriendSeen>().IsOnline);
        Assert.True(transcript.Session.Friends["BOB"]);

        transcript.Do(session => session.Unfriend("bob")).Do(session => session.Befriend("carl"))
            .Play("> MONITOR - bob\n> MONITOR + carl");
    }

    [Fact]
    public void A_room_with_a_new_name_is_the_same_room()
    {
        var transcript = ModernServer.InLobby().Play("< :alice!al@h RENAME #lobby #hall :grown");

        Assert.Equal(("#lobby", "#hall"), transcript.Single<RoomRenamed>() is var e ? (e.OldName, e.NewName) : default);
        Assert.Equal(["alice", "pip"], transcript.Session.Rooms["#hall"].Members.Keys);
    }

    [Fact]
    public void Clients_that_ask_are_answered_but_not_without_end()
    {
        var transcript = ModernServer.InLobby();
        foreach (var question in new[] { "1", "2", "3" })
            transcript.Play($"< :alice!al@h PRIVMSG pip :\u0001PING {question}\u0001\n> NOTICE alice :\u0001PING {question}\u0001");
        transcript.Play("< :alice!al@h PRIVMSG pip :\u0001PING 4\u0001\n> NOTICE alice :\u0001PING 4\u0001\n> PING chat-0");
        transcript.Play("< :s PONG s chat-0");

        transcript.Play("< :alice!al@h PRIVMSG pip :\u0001PING 5\u0001");
    }
}
