using System.Text.Json;

namespace ChatClient.Tests.EndToEnd;

/// <summary>Runs the program against our own server, each in a separate process.</summary>
public sealed class RealServerTests
{
    [Fact]
    public async Task Two_people_talk_one_of_them_over_a_web_socket()
    {
        using var server = await RealServer.StartAsync();
        using var alice = ChatProcess.Start(server.Address, "--nick", "alice", "--room", "#lobby");
        await alice.ReadUntilAsync("1 person here: @alice");
        using var bob = ChatProcess.Start($"ws://127.0.0.1:{server.WebSocketPort}/", "--nick", "bob", "--room", "#lobby");
        await bob.ReadUntilAsync("2 people here: @alice bob");
        await alice.ReadUntilAsync("joined");

        await bob.TypeAsync("hello alice 👋");
        await alice.ReadUntilAsync("#lobby <bob> hello alice 👋");
        await alice.TypeAsync("/react 💚");
        await bob.ReadUntilAsync("#lobby -- alice reacts with 💚");
        await alice.TypeAsync("/kick bob enough");
        await bob.ReadUntilAsync("#lobby <-- you were kicked by alice (enough)");
        await alice.TypeAsync("/ban bob");
        await alice.ReadUntilAsync("set mode +b bob!*@*");
        await bob.TypeAsync("/join #lobby");
        Assert.Contains("#lobby -- can't join: ", await bob.ReadUntilAsync("(+b)"), StringComparison.Ordinal);

        await bob.TypeAsync("/quit");
        await alice.TypeAsync("/quit");
        Assert.Equal(0, (await bob.WaitAsync()).ExitCode);
        Assert.Equal(0, (await alice.WaitAsync()).ExitCode);
    }

    [Fact]
    public async Task A_script_says_something_and_another_one_follows_as_json()
    {
        using var server = await RealServer.StartAsync();
        using var follower = ChatProcess.Start(server.Address, "--nick", "watch", "--follow", "#builds", "--json");
        await follower.ReadUntilContainsAsync("\"namesListed\"");

        using var script = ChatProcess.Start(server.Address, "--nick", "ci", "--room", "#builds", "--once");
        await script.TypeAsync("done");
        script.EndInput();
        Assert.Equal((0, string.Empty, string.Empty), await script.WaitAsync());

        var said = JsonDocument.Parse(await follower.ReadUntilContainsAsync("\"said\"")).RootElement;
        Assert.Equal("#builds", said.GetProperty("conversation").GetString());
        Assert.Equal("ci", said.GetProperty("from").GetProperty("nick").GetString());
        Assert.Equal("done", said.GetProperty("text").GetString());
        await follower.SignalAsync("INT");
        Assert.Equal(0, (await follower.WaitAsync()).ExitCode);
    }

    [Fact]
    public async Task A_cut_wire_loses_nothing_and_doubles_nothing()
    {
        using var server = await RealServer.StartAsync();
        using var wire = new CuttableWire(server.Port);
        using var alice = ChatProcess.Start(server.Address, "--nick", "alice", "--room", "#lobby");
        await alice.ReadUntilAsync("1 person here: @alice");
        using var bob = ChatProcess.Start(wire.Address, "--nick", "bob", "--room", "#lobby");
        await bob.ReadUntilAsync("2 people here: @alice bob");
        await alice.TypeAsync("before");
        await bob.ReadUntilAsync("#lobby <alice> before");

        wire.Cut();
        Assert.Contains("Trying again in", await bob.ReadUntilAsync("seconds."), StringComparison.Ordinal);
        await alice.ReadUntilContainsAsync("bob left the server");
        await alice.TypeAsync("missed one");
        await alice.TypeAsync("/msg bob2 are you there?");
        await alice.TypeAsync("missed two");
        await alice.ReadUntilAsync("#lobby <alice> missed two");
        wire.Mend();

        await alice.ReadUntilContainsAsync("bob (");
        await alice.TypeAsync("after");
        await bob.ReadUntilAsync("#lobby --> you joined");
        var shown = new List<string>();
        while (shown.Count(line => line.Contains("<alice>", StringComparison.Ordinal)) < 3)
            shown.Add(await bob.ReadUntilContainsAsync(" "));
        await bob.TypeAsync("/quit");
        var (exitCode, rest, _) = await bob.WaitAsync();

        Assert.Equal(0, exitCode);
        var said = shown.Concat(rest.Split('\n')).Where(line => line.Contains("<alice>", StringComparison.Ordinal))
            .Select(line => line[(line.IndexOf("> ", StringComparison.Ordinal) + 2)..]);
        Assert.Equal(["after", "missed one", "missed two"], said.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_server_that_is_killed_and_started_again_is_joined_again()
    {
        int port;
        ChatProcess chat;
        using (var first = await RealServer.StartAsync())
        {
            port = first.Port;
            chat = ChatProcess.Start(first.Address, "--nick", "pip", "--room", "#lobby");
            await chat.ReadUntilAsync("1 person here: @pip");
        }

        using (chat)
        {
            await chat.ReadUntilContainsAsync("Trying again in");
            using var second = await RealServer.StartAsync(port);
            await chat.ReadUntilAsync("#lobby --> you joined");
            await chat.TypeAsync("still here");
            await chat.ReadUntilAsync("#lobby <pip> still here");
            await chat.TypeAsync("/quit");
            Assert.Equal(0, (await chat.WaitAsync()).ExitCode);
        }
    }

    [Fact]
    public async Task Setup_asks_four_questions_and_then_chat_alone_is_enough()
    {
        using var server = await RealServer.StartAsync();
        using var home = new TemporaryFolder();
        using (var setup = ChatProcess.StartIn(home.Path, "--setup"))
        {
            foreach (var answer in new[] { "pip", server.Address, "no", "lobby #tea" })
                await setup.TypeAsync(answer);
            Assert.Equal(0, (await setup.WaitAsync()).ExitCode);
        }

        using var chat = ChatProcess.StartIn(home.Path);

        await chat.ReadUntilAsync("#lobby -- 1 person here: @pip");
        await chat.ReadUntilAsync("#tea -- 1 person here: @pip");
        await chat.TypeAsync("/quit");
        Assert.Equal(0, (await chat.WaitAsync()).ExitCode);
    }
}
