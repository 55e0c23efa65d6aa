using ChatServer.Engine.Commands;
using ChatServer.Engine.Settings;
using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.Commands;

/// <summary>CAP. Source: IRCv3 capability-negotiation.</summary>
public sealed class CapTests
{
    private static readonly string Offered = string.Join(' ', CapabilityCommand.Names(CapabilityCommand.OfferedBy(new ServerSettings())));

    [Fact]
    public async Task LS_shows_what_the_server_speaks()
    {
        await using var server = await TestServer.StartAsync();
        var client = server.Connect();

        Assert.Equal([$":test.example CAP * LS :{Offered}"], await client.DoAsync("CAP LS"));
    }

    [Theory]
    [InlineData("CAP LS 302")]
    [InlineData("cap ls 307")]
    public async Task LS_of_a_newer_version_shows_values_and_goes_on_in_a_second_line(string command)
    {
        await using var server = await TestServer.StartAsync();
        var client = server.Connect();

        var lines = await client.DoAsync(command);

        Assert.All(lines.SkipLast(1), line => Assert.StartsWith(":test.example CAP * LS * :", line));
        Assert.StartsWith(":test.example CAP * LS :", lines[^1]);
        var expected = Offered.Replace("draft/multiline", "draft/multiline=max-bytes=4096,max-lines=32", StringComparison.Ordinal);
        Assert.Equal(expected, string.Join(' ', lines.Select(line => line[(line.LastIndexOf(':') + 1)..])));
    }

    [Fact]
    public async Task LIST_shows_what_was_negotiated()
    {
        await using var server = await TestServer.StartAsync();
        var client = server.Connect();

        Assert.Equal([":test.example CAP * LIST :"], await client.DoAsync("CAP LIST"));
        await client.DoAsync("CAP REQ :server-time echo-message");
        Assert.Equal(["CAP * LIST :echo-message server-time"], (await client.DoAsync("CAP LIST")).Select(WithoutTagsAndSource));
    }

    [Fact]
    public async Task REQ_of_known_names_is_acknowledged_as_it_was_written()
    {
        await using var server = await TestServer.StartAsync();
        var client = server.Connect();

        Assert.Equal(
            [":test.example CAP * ACK :message-tags echo-message"],
            await client.DoAsync("CAP REQ :message-tags echo-message"));
    }

    [Theory]
    [InlineData("no-such-thing")]
    [InlineData("echo-message no-such-thing")]
    [InlineData("Echo-Message")]
    [InlineData("sasl")]
    [InlineData("sts")]
    [InlineData("-no-such-thing echo-message")]
    public async Task REQ_with_one_name_that_is_not_offered_changes_nothing(string wish)
    {
        await using var server = await TestServer.StartAsync();
        var client = server.Connect();

        Assert.Equal(
            [$":test.example CAP * NAK :{wish}", ":test.example CAP * LIST :"],
            await client.DoAsync($"CAP REQ :{wish}", "CAP LIST"));
    }

    [Fact]
    public async Task REQ_with_a_hyphen_takes_a_capability_off()
    {
        await using var server = await TestServer.StartAsync();
        var client = server.Connect();

        Assert.Equal(
            [
                ":test.example CAP * ACK :echo-message message-tags",
                ":test.example CAP * ACK :-echo-message",
                ":test.example CAP * LIST :message-tags",
            ],
            await client.DoAsync("CAP REQ :echo-message message-tags", "CAP REQ -echo-message", "CAP LIST"));
    }

    [Fact]
    public async Task Cap_notify_comes_with_version_302_and_stays()
    {
        await using var server = await TestServer.StartAsync();
        var client = server.Connect();

        Assert.Equal(
            [
                ":test.example CAP * NAK :-cap-notify",
                ":test.example CAP * LIST :cap-notify",
            ],
            (await client.DoAsync("CAP LS 302", "CAP REQ -cap-notify", "CAP LIST")).TakeLast(2));
    }

    [Fact]
    public async Task A_REQ_that_no_ACK_could_repeat_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        var client = server.Connect();
        var wish = string.Join(' ', Enumerable.Repeat("echo-message", 38));

        var lines = await client.DoAsync($"CAP REQ :{wish}", "CAP LIST");

        Assert.StartsWith(":test.example CAP * NAK :echo-message echo-message", lines[0], StringComparison.Ordinal);
        Assert.Equal(":test.example CAP * LIST :", lines[1]);
    }

    [Fact]
    public async Task An_unknown_subcommand_is_answered_410()
    {
        await using var server = await TestServer.StartAsync();
        var client = server.Connect();

        Assert.Equal([":test.example 410 * CLEAR :Invalid CAP subcommand"], await client.DoAsync("CAP CLEAR"));
    }

    [Theory]
    [InlineData("CAP LS 302")]
    [InlineData("CAP REQ echo-message")]
    [InlineData("CAP REQ no-such-thing")]
    public async Task Negotiation_holds_registration_up_until_END(string command)
    {
        await using var server = await TestServer.StartAsync();
        var client = server.Connect();
        await client.DoAsync(command);

        Assert.Empty(await client.DoAsync("NICK alice", "USER alice 0 * :Alice"));
        Assert.StartsWith(":test.example 001 alice ", (await client.DoAsync("CAP END"))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task LIST_does_not_hold_registration_up()
    {
        await using var server = await TestServer.StartAsync();
        var client = server.Connect();

        var lines = await client.DoAsync("CAP LIST", "NICK alice", "USER alice 0 * :Alice");

        Assert.Contains(lines, line => line.StartsWith(":test.example 001 alice ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_registration_everything_but_END_goes_on_and_carries_the_nick()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.All(await alice.DoAsync("CAP LS 302"), line => Assert.StartsWith(":test.example CAP alice LS ", line));
        Assert.Equal(
            [
                ":test.example CAP alice ACK :echo-message",
                ":test.example CAP alice LIST :cap-notify echo-message",
                ":test.example CAP alice NAK :sasl",
            ],
            await alice.DoAsync("CAP REQ echo-message", "CAP LIST", "CAP REQ sasl", "CAP END"));

        string[] echoAndDelivery = [":alice!~alice@127.0.0.1 PRIVMSG alice :hi", ":alice!~alice@127.0.0.1 PRIVMSG alice :hi"];
        Assert.Equal(echoAndDelivery, await alice.DoAsync("PRIVMSG alice :hi"));
    }

    private static string WithoutTagsAndSource(string line) => line.Split(' ', 3)[2];
}
