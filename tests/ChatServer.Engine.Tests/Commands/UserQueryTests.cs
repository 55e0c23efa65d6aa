using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.Commands;

/// <summary>AWAY, ISON and USERHOST. Source: Modern, Optional Messages.</summary>
public sealed class UserQueryTests
{
    [Theory]
    [InlineData("AWAY")]
    [InlineData("AWAY :")]
    public async Task One_goes_away_with_a_reason_and_comes_back_without(string back)
    {
        await using var server = await TestServer.StartAsync();
        var clients = await server.RoomOfAsync("#room", "alice", "bob");

        Assert.Equal([":test.example 306 alice :You have been marked as being away"], await clients[0].DoAsync("AWAY :gone fishing"));
        Assert.Equal([":test.example 301 bob alice :gone fishing"], await clients[1].DoAsync("PRIVMSG alice :hi"));
        await clients[0].SyncAsync();
        Assert.Equal([":test.example 305 alice :You are no longer marked as being away"], await clients[0].DoAsync(back));
        Assert.Empty(await clients[1].DoAsync("PRIVMSG alice :hi"));
    }

    [Theory]
    [InlineData("ISON alice nobody BOB no.nick", "alice bob")]
    [InlineData("ISON :bob alice", "bob alice")]
    [InlineData("ISON nobody", "")]
    public async Task ISON_names_those_who_are_here_in_the_order_asked(string line, string expected)
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await server.RegisterAsync("bob");

        Assert.Equal([$":test.example 303 alice :{expected}"], await alice.DoAsync(line));
    }

    [Fact]
    public async Task An_answer_that_is_too_long_for_a_line_goes_on_in_the_next()
    {
        await using var server = await TestServer.StartAsync();
        var nicks = Enumerable.Range(0, 15).Select(number => $"{(char)('a' + number)}{new string('x', 31)}").ToList();
        TestClient alice = null!;
        foreach (var nick in nicks) alice = await server.RegisterAsync(nick);

        var online = await alice.DoAsync($"ISON {string.Join(' ', nicks)}");
        var hosts = await alice.DoAsync($"USERHOST {string.Join(' ', nicks.TakeLast(5))}");

        Assert.Equal(nicks, WordsOf(online, "303"));
        Assert.Equal(nicks.TakeLast(5).Select(nick => $"{nick}=+~{nick[..19]}@127.0.0.1"), WordsOf(hosts, "302"));

        static IEnumerable<string> WordsOf(List<string> lines, string numeric)
        {
            Assert.All(lines, line => Assert.Equal(numeric, line.Split(' ')[1]));
            return lines.SelectMany(line => line[(line.IndexOf(" :", StringComparison.Ordinal) + 2)..].Split(' '));
        }
    }

    [Fact]
    public async Task USERHOST_shows_host_and_presence_of_up_to_five()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await (await server.RegisterAsync("bob")).DoAsync("AWAY :gone");

        Assert.Equal(
            [
                ":test.example 302 alice :alice=+~alice@127.0.0.1 bob=-~bob@127.0.0.1",
                ":test.example 302 alice :",
                ":test.example 302 alice :alice=+~alice@127.0.0.1",
            ],
            await alice.DoAsync("USERHOST alice nobody BOB", "USERHOST nobody", "USERHOST n1 n2 n3 n4 alice bob"));
    }
}
