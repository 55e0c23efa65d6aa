using ChatClient.Commands;
using ChatClient.Session;
using ChatServer.Protocol;

namespace ChatClient.Tests.Commands;

public sealed class CommandTableTests
{
    [Theory]
    [InlineData("/join #tea", "JOIN #tea")]
    [InlineData("/JOIN #tea key", "JOIN #tea key")]
    [InlineData("/part", "PART #lobby")]
    [InlineData("/part see you", "PART #lobby :see you")]
    [InlineData("/part #tea see you", "PART #tea :see you")]
    [InlineData("/nick pop", "NICK pop")]
    [InlineData("/topic", "TOPIC #lobby")]
    [InlineData("/topic all about tea", "TOPIC #lobby :all about tea")]
    [InlineData("/topic #tea green", "TOPIC #tea green")]
    [InlineData("/topic -", "TOPIC #lobby :")]
    [InlineData("/names", "NAMES #lobby")]
    [InlineData("/whois bob", "WHOIS bob")]
    [InlineData("/kick bob", "KICK #lobby bob")]
    [InlineData("/kick #tea bob be nice", "KICK #tea bob :be nice")]
    [InlineData("/ban", "MODE #lobby +b")]
    [InlineData("/ban bob", "MODE #lobby +b bob!*@*")]
    [InlineData("/ban *!*@evil", "MODE #lobby +b *!*@evil")]
    [InlineData("/ban ~a:bob", "MODE #lobby +b ~a:bob")]
    [InlineData("/unban bob", "MODE #lobby -b bob!*@*")]
    [InlineData("/mode", "MODE #lobby")]
    [InlineData("/mode +kl key 5", "MODE #lobby +kl key 5")]
    [InlineData("/mode #tea +i", "MODE #tea +i")]
    [InlineData("/mode Pip +i", "MODE Pip +i")]
    [InlineData("/away", "AWAY")]
    [InlineData("/away out for tea", "AWAY :out for tea")]
    [InlineData("/list", "LIST")]
    [InlineData("/invite bob", "INVITE bob #lobby")]
    [InlineData("/raw STATS u", "STATS u")]
    [InlineData("/msg bob hi there", "PRIVMSG bob :hi there")]
    [InlineData("/notice bob hi", "NOTICE bob hi")]
    [InlineData("/me waves", "PRIVMSG #lobby :\u0001ACTION waves\u0001")]
    [InlineData("/op alice bob", "MODE #lobby +oo alice bob")]
    [InlineData("/deop #tea bob", "MODE #tea -o bob")]
    [InlineData("/voice bob", "MODE #lobby +v bob")]
    [InlineData("/who", "WHO #lobby")]
    [InlineData("/who *.org o", "WHO *.org o")]
    [InlineData("/back", "AWAY")]
    [InlineData("/motd", "MOTD")]
    [InlineData("/ctcp bob VERSION", "PRIVMSG bob \u0001VERSION\u0001")]
    [InlineData("/say /etc/motd", "PRIVMSG #lobby /etc/motd")]
    [InlineData("/j #tea", "JOIN #tea")]
    [InlineData("/connect", "reconnect")]
    [InlineData("/quit so long", "quit so long")]
    public void A_command_does_what_it_says(string typed, string effect) => Assert.Equal([effect], Effects(typed));

    [Theory]
    [InlineData("/join", "Usage: /join ROOM[,ROOM] [KEY]")]
    [InlineData("/msg bob", "Usage: /msg TARGET TEXT")]
    [InlineData("/kick", "Usage: /kick [ROOM] NICK [REASON]")]
    [InlineData("/nick two words", "Usage: /nick NICK")]
    [InlineData("/raw", "Usage: /raw LINE")]
    [InlineData("/op", "Usage: /op [ROOM] NICK...")]
    [InlineData("/monitor +", "Usage: /monitor [+|-] [NICK...]")]
    [InlineData("/help nothing", "Usage: /help [COMMAND]")]
    public void Arguments_that_do_not_fit_show_the_syntax(string typed, string shown) => Assert.Equal([$"show {shown}"], Effects(typed));

    [Fact]
    public void A_query_changes_where_typed_text_goes()
    {
        var chat = new FakeChat();

        chat.Run("/query bob hello");

        Assert.Equal("bob", chat.Current);
        Assert.Equal("PRIVMSG bob hello", chat.Effects[^1]);
    }

    [Fact]
    public void Help_lists_every_command()
    {
        var shown = Effects("/help");

        Assert.Equal(CommandTable.Common.Length, shown.Length);
        Assert.All(CommandTable.Common, command => Assert.Contains(shown, line => line.Contains(command.Help, StringComparison.Ordinal)));
    }

    [Fact]
    public void Help_explains_one_command() => Assert.Equal(["show /me TEXT: Says what you do: * pip waves."], Effects("/help /me"));

    [Fact]
    public void An_unknown_command_is_not_sent_as_text() =>
        Assert.StartsWith("show There is no command /foo.", Assert.Single(Effects("/foo bar")));

    [Fact]
    public void Without_a_room_a_room_command_shows_its_syntax()
    {
        var chat = new FakeChat { Current = "bob" };

        chat.Run("/topic");

        Assert.Equal(["show Usage: /topic [ROOM] [TEXT]"], chat.Effects);
    }

    [Theory]
    [InlineData("/reply yes", "@+reply=2;+draft/reply=2 PRIVMSG #lobby yes")]
    [InlineData("/reply alice yes", "@+reply=1;+draft/reply=1 PRIVMSG #lobby yes")]
    [InlineData("/reply nobody here", "@+reply=2;+draft/reply=2 PRIVMSG #lobby :nobody here")]
    [InlineData("/react :)", "@+reply=2;+draft/reply=2;+draft/react=:) TAGMSG #lobby")]
    [InlineData("/react :) alice", "@+reply=1;+draft/reply=1;+draft/react=:) TAGMSG #lobby")]
    [InlineData("/unreact :)", "@+reply=2;+draft/reply=2;+draft/unreact=:) TAGMSG #lobby")]
    [InlineData("/redact", "REDACT #lobby 3")]
    [InlineData("/redact a typo", "REDACT #lobby 3 :a typo")]
    public void Messages_are_referred_to_by_who_said_them(string typed, string effect)
    {
        var chat = new FakeChat();
        chat.Recent.Note(Message("1", "alice"));
        chat.Recent.Note(Message("2", "bob"));
        chat.Recent.Note(Message("3", "pip"));

        chat.Run(typed);

        Assert.Equal([effect], chat.Effects);
    }

    [Theory]
    [InlineData("/reply yes")]
    [InlineData("/react :)")]
    [InlineData("/redact")]
    public void What_refers_to_no_message_says_so(string typed) =>
        Assert.StartsWith("show There is no message", Assert.Single(Effects(typed)), StringComparison.Ordinal);

    [Fact]
    public void Who_is_ignored_is_not_heard()
    {
        var chat = new FakeChat();

        chat.Run("/ignore Bob");

        Assert.Null(chat.Ignored.Filter(Message("1", "bob")));
        Assert.NotNull(chat.Ignored.Filter(Message("1", "alice")));

        chat.Run("/unignore bob");
        Assert.NotNull(chat.Ignored.Filter(Message("1", "bob")));
    }

    [Fact]
    public void Friends_are_watched()
    {
        var chat = new FakeChat();

        chat.Run("/monitor + alice bob");
        chat.Run("/monitor - alice");

        Assert.Equal(["bob"], chat.Session.Friends.Keys);
    }

    private static string[] Effects(string typed)
    {
        var chat = new FakeChat();
        chat.Run(typed);
        return [.. chat.Effects];
    }

    private static Said Message(string id, string nick) =>
        new(DateTimeOffset.UnixEpoch, "#lobby", new UserSource(nick, nick, "h"), MessageKind.Message, "hi", nick == "pip")
        {
            MessageId = id,
        };
}
