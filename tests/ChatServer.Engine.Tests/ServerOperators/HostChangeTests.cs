using ChatServer.Engine.Settings;
using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.ServerOperators;

/// <summary>What is seen of a changed host. Source: IRCv3 chghost.</summary>
public sealed class HostChangeTests
{
    private static readonly Func<ServerSettings, ServerSettings> Settings = Operators.With(OperatorPrivilege.ChangeHost);

    [Fact]
    public async Task Who_knows_of_it_is_told_once_and_the_user_himself_besides_what_his_host_is()
    {
        await using var server = await TestServer.StartAsync(Settings);
        var alice = await server.RegisterAsync("alice", "chghost");
        var bob = await server.RegisterAsync("bob", "chghost");
        await bob.DoAsync("JOIN #a", "JOIN #b");
        await alice.DoAsync("JOIN #a", "JOIN #b");
        await bob.SyncAsync();
        var root = await server.OperatorAsync("root");

        Assert.Empty(await root.DoAsync("CHGHOST alice staff/alice"));

        Assert.Equal([":alice!~alice@127.0.0.1 CHGHOST ~alice staff/alice"], await bob.SyncAsync());
        Assert.Equal(
            [":alice!~alice@127.0.0.1 CHGHOST ~alice staff/alice", ":test.example 396 alice staff/alice :is now your visible host"],
            await alice.SyncAsync());
        await alice.DoAsync("PRIVMSG bob :hello");
        Assert.Equal([":alice!~alice@staff/alice PRIVMSG bob :hello"], await bob.SyncAsync());
    }

    [Fact]
    public async Task Operators_and_the_user_himself_still_see_where_he_connects_from()
    {
        await using var server = await TestServer.StartAsync(Settings);
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");
        var root = await server.OperatorAsync("root");
        await root.DoAsync("CHGHOST alice staff/alice", "CHGHOST alice staff/again");

        const string origin = "alice :is connecting from ~alice@127.0.0.1 127.0.0.1";
        Assert.Contains($":test.example 378 root {origin}", await root.DoAsync("WHOIS alice"));
        Assert.Contains($":test.example 378 alice {origin}", await alice.DoAsync("WHOIS alice"));
        Assert.DoesNotContain(await bob.DoAsync("WHOIS alice"), line => line.Contains("127.0.0.1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_does_not_know_of_it_sees_the_user_leave_and_come_back_to_the_rooms_both_are_in()
    {
        await using var server = await TestServer.StartAsync(Settings);
        var alice = await server.RegisterAsync("alice");
        await alice.DoAsync("JOIN #a", "JOIN #b", "JOIN #c", "MODE #a +v alice");
        var bob = await server.RegisterAsync("bob");
        await bob.DoAsync("JOIN #a", "JOIN #b");
        await alice.DoAsync("MODE #b -o alice");
        await bob.SyncAsync();
        var root = await server.OperatorAsync("root");

        await root.DoAsync("CHGHOST alice a.b.example");

        var lines = await bob.SyncAsync();
        Assert.Equal(":alice!~alice@127.0.0.1 QUIT :Changing hostname", lines[0]);
        Assert.Equal(
            [":alice!~alice@a.b.example JOIN #a", ":alice!~alice@a.b.example JOIN #b", ":test.example MODE #a +ov alice :alice"],
            lines.Skip(1).Order(StringComparer.Ordinal));
        var told = (await alice.SyncAsync()).Where(line => !line.Contains("MODE", StringComparison.Ordinal));
        Assert.Equal(["396"], told.Select(line => line.Split(' ')[1]));
        Assert.Contains(await bob.DoAsync("WHO #a"), line => line.Contains(" ~alice a.b.example ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stranger_who_monitors_the_user_hears_it_only_if_he_knows_of_it()
    {
        await using var server = await TestServer.StartAsync(Settings);
        var knowing = await server.RegisterAsync("knowing", "extended-monitor", "chghost");
        var ignorant = await server.RegisterAsync("ignorant", "extended-monitor");
        await server.RegisterAsync("alice");
        foreach (var watcher in new[] { knowing, ignorant }) await watcher.DoAsync("MONITOR + alice");
        var root = await server.OperatorAsync("root");

        await root.DoAsync("CHGHOST alice vhost");

        Assert.Equal([":alice!~alice@127.0.0.1 CHGHOST ~alice vhost"], await knowing.SyncAsync());
        Assert.Empty(await ignorant.SyncAsync());
    }

    [Fact]
    public async Task An_operator_may_change_his_own_as_the_answer_to_his_command()
    {
        await using var server = await TestServer.StartAsync(Settings);
        var root = await server.OperatorAsync("root", "chghost", "batch", "labeled-response");

        var lines = await root.DoAsync("@label=x CHGHOST root the.castle");

        Assert.StartsWith("@label=x :test.example BATCH +", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(" :root!~root@127.0.0.1 CHGHOST ~root the.castle", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(" 396 root the.castle :is now your visible host", lines[2], StringComparison.Ordinal);
        Assert.Equal(4, lines.Count);
    }

    [Theory]
    [InlineData(":")]
    [InlineData("a!b")]
    [InlineData("a@b")]
    [InlineData(":::1")]
    [InlineData("höst")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public async Task What_can_not_stand_in_a_source_is_no_host(string host)
    {
        await using var server = await TestServer.StartAsync(Settings);
        var root = await server.OperatorAsync("root");

        Assert.Equal(
            [":test.example FAIL CHGHOST INVALID_HOST :This can't be shown as a host"], await root.DoAsync($"CHGHOST root {host}"));
    }

    [Fact]
    public async Task Nobody_has_no_host()
    {
        await using var server = await TestServer.StartAsync(Settings);
        var root = await server.OperatorAsync("root");

        Assert.Equal([":test.example 401 root nobody :No such nick/channel"], await root.DoAsync("CHGHOST nobody a.b"));
    }
}
