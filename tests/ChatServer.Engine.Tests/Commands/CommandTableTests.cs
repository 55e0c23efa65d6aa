using ChatServer.Engine.Commands;
using ChatServer.Engine.Settings;
using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.Commands;

/// <summary>What holds for every command alike. Source: Modern, Client Messages; IRCv3 utf8-only.</summary>
public sealed class CommandTableTests
{
    /// <summary>Commands whose answer to too few parameters is not 461.</summary>
    private static readonly Dictionary<string, string?> OtherwiseMissing = new()
    {
        ["NICK"] = "431 alice :No nickname given",
        ["NOTICE"] = null,
        ["PING"] = "409 alice :No origin specified",
        ["PRIVMSG"] = "411 alice :No recipient given",
        ["WHOIS"] = "431 alice :No nickname given",
        ["WHOWAS"] = "431 alice :No nickname given",
    };

    [Fact]
    public void Rows_are_ordered_by_verb_in_capitals_and_say_what_they_do()
    {
        var verbs = CommandTable.All.Select(command => command.Verb).ToList();
        Assert.Equal(verbs.Order(StringComparer.Ordinal), verbs);
        Assert.All(CommandTable.All, command =>
        {
            Assert.Matches("^[A-Z]+$", command.Verb);
            Assert.Matches(@"^\S.*\.$", command.Help);
            Assert.Same(command, CommandTable.Find(System.Text.Encoding.ASCII.GetBytes(command.Verb.ToLowerInvariant())));
        });
    }

    [Fact]
    public async Task Before_registration_only_those_commands_run_that_belong_to_it()
    {
        await using var server = await TestServer.StartAsync();
        var client = server.Connect();

        foreach (var command in CommandTable.All.Where(command => command.Access is Access.AfterRegistration or Access.Operator))
            Assert.Equal([":test.example 451 * :You have not registered"], await client.DoAsync($"{command.Verb} a b c d"));

        Assert.Equal(
            ["CAP", "ERROR", "NICK", "PASS", "PING", "PONG", "PROXY", "QUIT", "USER", "WEBIRC"],
            CommandTable.All
                .Where(command => command.Access is Access.Always or Access.BeforeRegistration)
                .Select(command => command.Verb));
        Assert.Equal([":test.example 451 * :You have not registered"], await client.DoAsync("COFFEE black"));
    }

    [Fact]
    public async Task Too_few_parameters_are_answered_461_unless_the_command_has_a_numeric_of_its_own()
    {
        await using var server = await TestServer.StartAsync(Operators.With(OperatorPrivilege.All));
        var alice = await server.OperatorAsync("alice", "message-tags");

        foreach (var command in CommandTable.All.Where(command => command.Access != Access.BeforeRegistration))
        {
            for (var given = 0; given < command.LeastParameters; given++)
            {
                if (given > 0 && OtherwiseMissing.ContainsKey(command.Verb)) continue;
                var usual = $"461 alice {command.Verb} :Not enough parameters";
                var expected = OtherwiseMissing.GetValueOrDefault(command.Verb, usual);

                var line = string.Join(' ', Enumerable.Repeat("x", given).Prepend(command.Verb));
                Assert.Equal(expected is null ? [] : [$":test.example {expected}"], await alice.DoAsync(line));
            }
        }
    }

    [Fact]
    public async Task What_is_for_operators_is_refused_to_others_and_to_operators_who_lack_the_privilege()
    {
        await using var server = await TestServer.StartAsync(Operators.With());
        var (alice, root) = (await server.RegisterAsync("alice"), await server.OperatorAsync("root"));

        foreach (var command in CommandTable.All.Where(command => command.Access == Access.Operator))
        {
            Assert.Equal(
                [":test.example 481 alice :Permission Denied- You're not an IRC operator"], await alice.DoAsync($"{command.Verb} bob b"));
            if (command.Privilege is { } privilege)
                Assert.Equal(
                    [$":test.example 723 root {privilege} :Insufficient oper privileges."], await root.DoAsync($"{command.Verb} bob b"));
        }
    }

    [Theory]
    [InlineData("USER")]
    [InlineData("USER a 0 *")]
    [InlineData("PASS")]
    public async Task So_it_is_before_registration(string line)
    {
        await using var server = await TestServer.StartAsync();

        Assert.Equal([$":test.example 461 * {line.Split(' ')[0]} :Not enough parameters"], await server.Connect().DoAsync(line));
    }

    [Theory]
    [InlineData("COFFEE black", "COFFEE")]
    [InlineData("coffee", "coffee")]
    [InlineData("AVERYLONGVERBTHATNOCOMMANDHAS", "AVERYLONGVERBTHATNOCOMMANDHAS")]
    [InlineData("001 x", "001")]
    public async Task An_unknown_command_is_named(string line, string verb)
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal([$":test.example 421 alice {verb} :Unknown command"], await alice.DoAsync(line));
    }

    [Fact]
    public async Task Verbs_are_the_same_in_any_case_and_a_line_feed_alone_ends_a_line()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.SendBytesAsync("join #a\nJoin #b\r\n\r\n\n  jOIN   #c  \r\n"u8.ToArray());

        Assert.Equal(
            ["#a", "#b", "#c"],
            (await alice.SyncAsync()).Where(line => line.Contains(" JOIN ", StringComparison.Ordinal)).Select(line => line.Split(' ')[2]));
    }

    // UTF-8

    [Theory]
    [InlineData("PRIVMSG alice :caf\xE9", "PRIVMSG")]
    [InlineData("topic #room :\xFF\xFE", "TOPIC")]
    [InlineData("COFFEE \xC0\x80", "COFFEE")]
    [InlineData("JOIN #caf\xE9", "JOIN")]
    public async Task A_line_that_is_not_UTF8_is_refused_whole(string latin1, string verb)
    {
        await using var server = await TestServer.StartAsync();
        var alice = (await server.RoomOfAsync("#room", "alice"))[0];
        await alice.SendBytesAsync(System.Text.Encoding.Latin1.GetBytes(latin1 + "\r\n"));

        Assert.Equal([$":test.example FAIL {verb} INVALID_UTF8 :Only UTF-8 is spoken here"], await alice.SyncAsync());
    }

    [Fact]
    public async Task A_server_that_takes_any_bytes_passes_them_on_unchanged()
    {
        await using var server = await TestServer.StartAsync(
            settings => settings with { Server = settings.Server with { Utf8Only = false } });
        var clients = await server.RoomOfAsync("#room", "alice", "bob");
        await clients[0].SendBytesAsync("PRIVMSG #room :caf\xE9\r\n".Select(letter => (byte)letter).ToArray());
        await clients[0].SyncAsync();

        // The test client decodes as UTF-8: what is none shows as one replacement character for each byte.
        Assert.Equal([":alice!~alice@127.0.0.1 PRIVMSG #room :caf\uFFFD"], await clients[1].SyncAsync());
    }

    [Theory]
    [InlineData("JOIN #{0}")]
    [InlineData("PRIVMSG {0} :hi")]
    [InlineData("WHOIS {0}")]
    [InlineData("MODE {0}")]
    [InlineData("KICK #room {0}")]
    [InlineData("HELP {0}")]
    [InlineData("NAMES {0}")]
    [InlineData("WHO {0}")]
    [InlineData("{0}")]
    [InlineData("MODE #room +b {0}")]
    [InlineData("MODE #room +l {0}")]
    [InlineData("CAP {0}")]
    [InlineData("STATS {0}")]
    [InlineData("TIME {0}")]
    public async Task No_reply_is_longer_than_a_line_whatever_it_repeats(string format)
    {
        await using var server = await TestServer.StartAsync();
        var alice = (await server.RoomOfAsync("#room", "alice"))[0];
        var line = string.Format(System.Globalization.CultureInfo.InvariantCulture, format, new string('x', 510 - format.Length + 3));

        Assert.All(await alice.DoAsync(line), reply => Assert.InRange(reply.Length, 1, 510));
    }
}
