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
    [InlineData("/msg bob hi there", "Message bob hi there")]
    [InlineData("/notice bob hi", "Notice bob hi")]
    [InlineData("/me waves", "Action #lobby waves")]
    [InlineData("/quit so long", "quit so long")]
    public void A_command_does_what_it_says(string typed, string effect) => Assert.Equal([effect], Effects(typed));

    [Theory]
    [InlineData("/join", "Usage: /join ROOM [KEY]")]
    [InlineData("/msg bob", "Usage: /msg TARGET TEXT")]
    [InlineData("/kick", "Usage: /kick [ROOM] NICK [REASON]")]
    [InlineData("/nick two words", "Usage: /nick NICK")]
    [InlineData("/raw", "Usage: /raw LINE")]
    [InlineData("/help nothing", "Usage: /help [COMMAND]")]
    public void Arguments_that_do_not_fit_show_the_syntax(string typed, string shown) => Assert.Equal([$"show {shown}"], Effects(typed));

    [Fact]
    public void A_query_changes_where_typed_text_goes()
    {
        var chat = new RecordingTarget();

        CommandTable.Run(chat, "/query bob hello");

        Assert.Equal("bob", chat.Current);
        Assert.Equal("Message bob hello", chat.Effects[^1]);
    }

    [Fact]
    public void Help_lists_every_command()
    {
        var shown = Effects("/help");

        Assert.Equal(CommandTable.All.Length, shown.Length);
        Assert.All(CommandTable.All, command => Assert.Contains(shown, line => line.Contains(command.Help, StringComparison.Ordinal)));
    }

    [Fact]
    public void Help_explains_one_command() => Assert.Equal(["show /me TEXT: Says what you do: * pip waves."], Effects("/help /me"));

    [Fact]
    public void An_unknown_command_is_not_sent_as_text() =>
        Assert.StartsWith("show There is no command /foo.", Assert.Single(Effects("/foo bar")));

    [Fact]
    public void Without_a_room_a_room_command_shows_its_syntax()
    {
        var chat = new RecordingTarget { Current = "bob" };

        CommandTable.Run(chat, "/topic");

        Assert.Equal(["show Usage: /topic [ROOM] [TEXT]"], chat.Effects);
    }

    private static string[] Effects(string typed)
    {
        var chat = new RecordingTarget();
        CommandTable.Run(chat, typed);
        return [.. chat.Effects];
    }

    private sealed class RecordingTarget : ICommandTarget
    {
        public List<string> Effects { get; } = [];

        public string? Current { get; set; } = "#lobby";

        public string Nick => "pip";

        public bool IsRoom(string name) => name.StartsWith('#');

        public void Send(IrcMessage line) => Effects.Add(line.ToString());

        public void Say(string target, string text, MessageKind kind) => Effects.Add($"{kind} {target} {text}");

        public void Show(string text) => Effects.Add($"show {text}");

        public void Quit(string reason) => Effects.Add($"quit {reason}");
    }
}
