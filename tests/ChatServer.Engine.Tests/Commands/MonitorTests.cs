using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.Commands;

/// <summary>MONITOR. Source: IRCv3 monitor.</summary>
public sealed class MonitorTests
{
    [Fact]
    public async Task One_is_told_who_is_here_and_when_they_come_and_go()
    {
        await using var server = await TestServer.StartAsync();
        var (alice, bob) = (await server.RegisterAsync("alice"), await server.RegisterAsync("bob"));

        Assert.Equal(
            [":test.example 730 alice :bob!~bob@127.0.0.1", ":test.example 731 alice :carol"],
            await alice.DoAsync("MONITOR + bob,carol"));
        await bob.DoAsync("NICK carol");
        Assert.Equal(
            [":test.example 730 alice :carol!~bob@127.0.0.1", ":test.example 731 alice :bob"],
            (await alice.SyncAsync()).Order(StringComparer.Ordinal));
        Assert.Equal(
            [":test.example 732 alice :carol", ":test.example 733 alice :End of MONITOR list"],
            await alice.DoAsync("MONITOR - bob", "MONITOR L"));
        Assert.Equal([":test.example 733 alice :End of MONITOR list"], await alice.DoAsync("MONITOR C", "MONITOR L"));
    }

    [Fact]
    public async Task Each_nick_beyond_the_limit_is_refused_however_long_they_are()
    {
        await using var server =
            await TestServer.StartAsync(settings => settings with { Limits = settings.Limits with { MonitorEntries = 1 } });
        var alice = await server.RegisterAsync("alice");
        var nicks = Enumerable.Range(0, 15).Select(number => $"{(char)('a' + number)}".PadRight(32, 'x')).ToArray();

        var answer = await alice.DoAsync($"MONITOR + {string.Join(',', nicks)}");

        Assert.Equal($":test.example 731 alice :{nicks[0]}", answer[0]);
        Assert.All(answer.Skip(1), line => Assert.StartsWith(":test.example 734 alice 1 ", line, StringComparison.Ordinal));
        Assert.All(answer.Skip(1), line => Assert.EndsWith(" :Monitor list is full.", line, StringComparison.Ordinal));
        Assert.Equal(nicks.Skip(1), answer.Skip(1).SelectMany(line => line.Split(' ')[4].Split(',')));
    }

    [Theory]
    [InlineData("MONITOR +", "461 alice MONITOR :Not enough parameters")]
    [InlineData("MONITOR -", "461 alice MONITOR :Not enough parameters")]
    [InlineData("MONITOR ? bob", "400 alice MONITOR :Unknown subcommand")]
    public async Task What_is_no_request_is_answered_with_an_error(string line, string answer)
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal([$":test.example {answer}"], await alice.DoAsync(line));
    }
}
