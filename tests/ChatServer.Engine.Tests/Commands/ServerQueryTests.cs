using System.Text;
using ChatServer.Actors.TestKit;
using ChatServer.Engine.Commands;
using ChatServer.Engine.Settings;
using ChatServer.Engine.Tests.Harness;
using ChatServer.Protocol;

namespace ChatServer.Engine.Tests.Commands;

/// <summary>What the server says of itself. Source: Modern, Server Queries and Commands.</summary>
public sealed class ServerQueryTests
{
    private static ServerSettings Described(ServerSettings settings) => settings with
    {
        Server = settings.Server with
        {
            Motd = ["Be kind.", ""],
            Admin = new AdminContact { Location = "Here", Organization = "", Contact = "admin@example.org" },
        },
    };

    [Theory]
    [InlineData("MOTD")]
    [InlineData("MOTD test.example")]
    [InlineData("MOTD *.EXAMPLE")]
    public async Task MOTD_shows_the_message_of_the_day(string line)
    {
        await using var server = await TestServer.StartAsync(Described);
        var alice = await server.RegisterAsync("alice");

        Assert.Equal(
            [
                ":test.example 375 alice :- test.example Message of the day - ",
                ":test.example 372 alice :- Be kind.",
                ":test.example 372 alice :- ",
                ":test.example 376 alice :End of /MOTD command.",
            ],
            await alice.DoAsync(line));
    }

    [Fact]
    public async Task Without_a_message_of_the_day_MOTD_says_so()
    {
        await using var server = await TestServer.StartAsync(settings => settings with { Server = settings.Server with { Motd = [] } });
        var alice = await server.RegisterAsync("alice");

        Assert.Equal([":test.example 422 alice :MOTD File is missing"], await alice.DoAsync("MOTD"));
    }

    [Fact]
    public async Task LUSERS_counts_users_connections_and_rooms()
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", "alice", "bob", "carol");
        await clients[1].DoAsync("MODE bob +i", "JOIN #other");
        await clients[2].SendAsync("QUIT");
        await clients[2].ReadToEndAsync();
        await clients[0].SyncAsync();
        await server.Connect().DoAsync("NICK guest");

        Assert.Equal(
            [
                ":test.example 251 alice :There are 1 users and 1 invisible on 1 servers",
                ":test.example 252 alice 0 :operator(s) online",
                ":test.example 253 alice 1 :unknown connection(s)",
                ":test.example 254 alice 2 :channels formed",
                ":test.example 255 alice :I have 2 clients and 0 servers",
                ":test.example 265 alice 2 3 :Current local users 2, max 3",
                ":test.example 266 alice 2 3 :Current global users 2, max 3",
            ],
            await clients[0].DoAsync("LUSERS"));
    }

    [Fact]
    public async Task VERSION_is_followed_by_what_the_server_can()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        var lines = await alice.DoAsync("VERSION");

        Assert.Equal(":test.example 351 alice chatserver-test test.example :IRC with IRCv3, made of actors", lines[0]);
        Assert.All(lines.Skip(1), line => Assert.Matches("^:test.example 005 alice .* :are supported by this server$", line));
        Assert.NotEmpty(lines.Skip(1));
    }

    [Fact]
    public async Task TIME_shows_the_time_of_the_server()
    {
        await using var server = await TestServer.StartAsync(clock: new TestScheduler());
        var alice = await server.RegisterAsync("alice");

        Assert.Equal([":test.example 391 alice test.example :Sat Jan 01 2000 at 00:00:00 UTC"], await alice.DoAsync("TIME"));
    }

    [Fact]
    public async Task ADMIN_shows_who_runs_the_server()
    {
        await using var server = await TestServer.StartAsync(Described);
        var alice = await server.RegisterAsync("alice");

        Assert.Equal(
            [
                ":test.example 256 alice test.example :Administrative info",
                ":test.example 257 alice :Here",
                ":test.example 258 alice :",
                ":test.example 259 alice :admin@example.org",
            ],
            await alice.DoAsync("ADMIN"));
    }

    [Fact]
    public async Task ADMIN_says_so_when_nobody_is_named()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal([":test.example 423 alice test.example :No administrative info available"], await alice.DoAsync("ADMIN"));
    }

    [Fact]
    public async Task INFO_has_lines_and_an_end()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        var lines = await alice.DoAsync("INFO");

        Assert.All(lines.SkipLast(1), line => Assert.StartsWith(":test.example 371 alice :", line, StringComparison.Ordinal));
        Assert.StartsWith(":test.example 371 alice :chatserver-test: ", lines[0], StringComparison.Ordinal);
        Assert.Equal(":test.example 374 alice :End of INFO list", lines[^1]);
    }

    [Fact]
    public async Task STATS_u_shows_how_long_the_server_has_been_up()
    {
        var clock = new TestScheduler();
        await using var server = await TestServer.StartAsync(clock: clock);
        clock.Advance(new TimeSpan(3, 4, 5, 6));
        var alice = await server.RegisterAsync("alice");

        Assert.Equal(
            [
                ":test.example 242 alice :Server Up 3 days 04:05:06",
                ":test.example 250 alice :Highest connection count: 1 (1 clients)",
                ":test.example 219 alice u :End of /STATS report",
            ],
            await alice.DoAsync("STATS u"));
    }

    [Fact]
    public async Task STATS_m_shows_how_often_each_command_was_used()
    {
        await using var server = await TestServer.StartAsync();
        var (alice, bob) = (await server.RegisterAsync("alice"), await server.RegisterAsync("bob"));
        await bob.DoAsync("AWAY :for a moment", "AWAY", "AWAIT");
        await bob.SendAsync("QUIT");
        await bob.ReadToEndAsync();

        Assert.Equal(
            [
                ":test.example 212 alice AWAY 2",
                ":test.example 212 alice NICK 2",
                ":test.example 212 alice PING 1",
                ":test.example 212 alice QUIT 1",
                ":test.example 212 alice STATS 1",
                ":test.example 212 alice USER 2",
                ":test.example 219 alice m :End of /STATS report",
            ],
            await alice.DoAsync("STATS m"));
    }

    [Fact]
    public async Task STATS_m_counts_every_line_that_is_said_in_a_row()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.DoAsync("JOIN #room");
        await alice.SendBytesAsync(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("PRIVMSG #room :x\r\n", 600))));

        Assert.Contains(":test.example 212 alice PRIVMSG 600", await alice.DoAsync("STATS m"));
    }

    [Theory]
    [InlineData("STATS", "*")]
    [InlineData("STATS x", "x")]
    [InlineData("STATS k test.example", "k")]
    [InlineData("STATS uptime", "uptime")]
    public async Task STATS_of_a_letter_that_stands_for_nothing_shows_which_there_are(string command, string shown)
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal(
            [
                ":test.example 249 alice :m  how often each command was used",
                ":test.example 249 alice :o  who may become operator; for operators",
                ":test.example 249 alice :p  the operators who are here",
                ":test.example 249 alice :u  how long the server has been up, and the most connections it had",
                $":test.example 219 alice {shown} :End of /STATS report",
            ],
            await alice.DoAsync(command));
    }

    [Theory]
    [InlineData("ADMIN")]
    [InlineData("MOTD")]
    [InlineData("STATS u")]
    [InlineData("TIME")]
    [InlineData("VERSION")]
    public async Task A_question_to_another_server_is_refused(string command)
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal(
            [":test.example 402 alice elsewhere.example :No such server"],
            await alice.DoAsync($"{command} elsewhere.example"));
    }

    // HELP

    [Theory]
    [InlineData("HELP")]
    [InlineData("HELP index")]
    public async Task HELP_names_every_command(string line)
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        var lines = await alice.DoAsync(line);

        Assert.Equal(":test.example 704 alice index :The commands of this server", lines[0]);
        Assert.Equal(":test.example 705 alice index :", lines[1]);
        Assert.Equal(
            CommandTable.All.Select(command => $":test.example 705 alice index :{command.Verb,-11} {command.Help}"),
            lines.Skip(2).SkipLast(3));
        Assert.Equal(":test.example 706 alice index :End of help", lines[^1]);
    }

    [Theory]
    [InlineData("HELP CMODES", "CMODES", "The modes of rooms, and of their members", true)]
    [InlineData("helpop umodes", "UMODES", "The modes of users", false)]
    public async Task HELP_names_every_mode(string line, string topic, string title, bool ofRooms)
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var modes = ofRooms ? RoomModes.Table : UserModes.Table;

        Assert.Equal(
            [
                $":test.example 704 alice {topic} :{title}",
                $":test.example 705 alice {topic} :",
                .. modes.Rows.Select(mode => $":test.example 705 alice {topic} :{mode.Letter}  {mode.Description}"),
                $":test.example 706 alice {topic} :End of help",
            ],
            await alice.DoAsync(line));
    }

    [Fact]
    public async Task HELP_of_a_command_shows_how_it_is_written_and_what_it_does()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        foreach (var command in CommandTable.All)
        {
            Assert.Equal(
                [
                    $":test.example 704 alice {command.Verb} :{$"{command.Verb} {command.Syntax}".TrimEnd()}",
                    $":test.example 705 alice {command.Verb} :",
                    $":test.example 705 alice {command.Verb} :{command.Help}",
                    $":test.example 706 alice {command.Verb} :End of help",
                ],
                await alice.DoAsync($"HELP {command.Verb.ToLowerInvariant()}"));
        }
    }

    [Theory]
    [InlineData("HELP cooking", "cooking")]
    [InlineData("HELP :how to cook", "*")]
    public async Task HELP_of_what_it_does_not_know_says_so(string line, string shown)
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal([$":test.example 524 alice {shown} :No help available on this topic"], await alice.DoAsync(line));
    }
}
