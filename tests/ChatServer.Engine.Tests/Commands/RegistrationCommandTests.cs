using System.Net;
using ChatServer.Engine.Settings;
using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.Commands;

/// <summary>PASS, NICK and USER. Source: Modern, Connection Messages.</summary>
public sealed class RegistrationCommandTests
{
    private static ServerSettings WithPassword(ServerSettings settings) =>
        settings with { Server = settings.Server with { Password = "sesame" } };

    // PASS

    [Theory]
    [InlineData("PASS sesame", "NICK alice", "USER alice 0 * :Alice")]
    [InlineData("PASS wrong", "PASS :sesame", "NICK alice", "USER alice 0 * :Alice")]
    [InlineData("NICK alice", "PASS sesame", "USER alice 0 * :Alice")]
    public async Task The_last_PASS_before_the_end_of_registration_counts(params string[] lines)
    {
        await using var server = await TestServer.StartAsync(WithPassword);
        var client = server.Connect();

        Assert.StartsWith(":test.example 001 alice ", (await client.DoAsync(lines))[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NICK alice", "USER alice 0 * :Alice")]
    [InlineData("PASS wrong", "NICK alice", "USER alice 0 * :Alice")]
    [InlineData("PASS sesame", "PASS wrong", "NICK alice", "USER alice 0 * :Alice")]
    public async Task Without_the_right_password_the_connection_is_closed(params string[] lines)
    {
        await using var server = await TestServer.StartAsync(WithPassword);
        var client = server.Connect();
        await client.SendAsync(lines);

        Assert.Equal(
            [":test.example 464 alice :Password incorrect", "ERROR :Closing Link: 127.0.0.1 (Bad password)"],
            await client.ReadToEndAsync());
    }

    [Fact]
    public async Task PASS_and_USER_after_registration_are_refused()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal(
            [":test.example 462 alice :You may not reregister", ":test.example 462 alice :You may not reregister"],
            await alice.DoAsync("PASS sesame", "USER a 0 * :a"));
    }

    // NICK

    [Theory]
    [InlineData("NICK")]
    [InlineData("NICK :")]
    public async Task NICK_without_a_nick_is_refused(string line)
    {
        await using var server = await TestServer.StartAsync();

        Assert.Equal([":test.example 431 * :No nickname given"], await server.Connect().DoAsync(line));
    }

    [Theory]
    [InlineData("1alice", "1alice")]
    [InlineData("al!ice", "al!ice")]
    [InlineData("al@ice", "al@ice")]
    [InlineData("al.ice", "al.ice")]
    [InlineData("#alice", "#alice")]
    [InlineData("al*ce", "al*ce")]
    [InlineData("al,ice", "al,ice")]
    [InlineData("~alice", "~alice")]
    [InlineData("álice", "álice")]
    [InlineData(":al ice", "*")]
    [InlineData("abcdefghijklmnopqrstuvwxyzabcdefg", "abcdefghijklmnopqrstuvwxyzabcdefg")]
    public async Task A_nick_against_the_rules_is_refused(string nick, string shown)
    {
        await using var server = await TestServer.StartAsync();

        Assert.Equal([$":test.example 432 * {shown} :Erroneous nickname"], await server.Connect().DoAsync($"NICK {nick}"));
    }

    [Fact]
    public async Task All_that_the_rules_allow_makes_a_nick()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal([@":alice!~alice@127.0.0.1 NICK [a]\`_^{|}-9~"], await alice.DoAsync(@"NICK [a]\`_^{|}-9~"));
    }

    [Fact]
    public async Task A_nick_in_use_leaves_an_unregistered_client_free_to_try_another()
    {
        await using var server = await TestServer.StartAsync();
        await server.RegisterAsync("alice");
        var client = server.Connect();

        Assert.Equal([":test.example 433 * ALICE :Nickname is already in use"], await client.DoAsync("NICK ALICE", "USER a 0 * :a"));
        Assert.StartsWith(":test.example 001 bob ", (await client.DoAsync("NICK bob"))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_nick_in_use_is_refused_to_a_registered_client_who_keeps_his()
    {
        await using var server = await TestServer.StartAsync();
        await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");

        Assert.Equal(
            [":test.example 433 bob alice :Nickname is already in use", ":test.example 221 bob +"],
            await bob.DoAsync("NICK alice", "MODE bob"));
    }

    [Fact]
    public async Task A_nick_change_is_seen_once_by_oneself_and_by_all_who_share_rooms_and_by_no_others()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");
        var stranger = await server.RegisterAsync("stranger");
        foreach (var client in new[] { alice, bob }) await client.DoAsync("JOIN #a,#b");
        await alice.SyncAsync();

        Assert.Equal([":alice!~alice@127.0.0.1 NICK alicia"], await alice.DoAsync("NICK alicia"));
        Assert.Equal([":alice!~alice@127.0.0.1 NICK alicia"], await bob.SyncAsync());
        Assert.Empty(await stranger.SyncAsync());
        Assert.Equal([":test.example 401 bob alice :No such nick/channel"], await bob.DoAsync("PRIVMSG alice :hi", "PRIVMSG alicia :hi"));
    }

    [Fact]
    public async Task A_change_of_case_is_a_change_and_the_same_nick_again_is_none()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.DoAsync("JOIN #room");

        Assert.Equal(
            [
                ":alice!~alice@127.0.0.1 NICK ALICE",
                ":test.example 353 ALICE = #room :@ALICE",
                ":test.example 366 ALICE #room :End of /NAMES list",
            ],
            await alice.DoAsync("NICK ALICE", "NICK ALICE", "NAMES #room"));
    }

    [Fact]
    public async Task Replies_before_registration_carry_the_nick_once_it_is_held()
    {
        await using var server = await TestServer.StartAsync();

        Assert.Equal(
            [":test.example 451 * :You have not registered", ":test.example 451 alice :You have not registered"],
            await server.Connect().DoAsync("LIST", "NICK alice", "LIST"));
    }

    // USER

    [Theory]
    [InlineData("USER alice 0 *")]
    [InlineData("USER : 0 * :Alice")]
    [InlineData("USER alice 0 * :")]
    public async Task USER_without_a_name_is_refused(string line)
    {
        await using var server = await TestServer.StartAsync();
        var client = server.Connect();

        Assert.Equal([":test.example 461 alice USER :Not enough parameters"], await client.DoAsync("NICK alice", line));
    }

    [Fact]
    public async Task A_user_name_without_a_letter_that_could_stand_in_a_source_is_refused()
    {
        await using var server = await TestServer.StartAsync();

        Assert.Equal([":test.example 468 * :Your username is not valid"], await server.Connect().DoAsync("USER !@* 0 * :Alice"));
    }

    [Theory]
    [InlineData("al ice", "~al")]
    [InlineData("al!i@ce", "~alice")]
    [InlineData("a.b-c_d", "~a.b-c_d")]
    [InlineData("abcdefghijklmnopqrstuvwxyz", "~abcdefghijklmnopqrs")]
    public async Task A_user_name_is_marked_unconfirmed_cleaned_and_cut_to_USERLEN(string given, string shown)
    {
        await using var server = await TestServer.StartAsync();
        var client = server.Connect();

        var lines = await client.DoAsync("NICK alice", $"USER {given.Split(' ')[0]} 0 * :Alice");

        Assert.Equal($":test.example 001 alice :Welcome to the ChatNet network, alice!{shown}@127.0.0.1", lines[0]);
    }

    [Theory]
    [InlineData("192.0.2.9", "192.0.2.9")]
    [InlineData("::1", "0::1")]
    [InlineData("::ffff:192.0.2.9", "192.0.2.9")]
    [InlineData("2001:db8::7", "2001:db8::7")]
    public async Task The_host_is_the_address_in_a_form_that_can_stand_in_a_line(string address, string host)
    {
        await using var server = await TestServer.StartAsync();
        var client = server.Connect(IPAddress.Parse(address));

        var lines = await client.DoAsync("NICK alice", "USER alice 0 * :Alice");

        Assert.Equal($":test.example 001 alice :Welcome to the ChatNet network, alice!~alice@{host}", lines[0]);
    }

    [Fact]
    public async Task The_burst_says_who_the_server_is_and_what_it_can()
    {
        await using var server = await TestServer.StartAsync();

        var lines = await server.Connect().DoAsync("NICK alice", "USER alice 0 * :Alice");

        Assert.Equal(":test.example 002 alice :Your host is test.example, running version chatserver-test", lines[1]);
        Assert.StartsWith(":test.example 003 alice :This server was started ", lines[2], StringComparison.Ordinal);
        Assert.Equal(":test.example 004 alice test.example chatserver-test BTgiow CEIMNQRTUabcefhijklmnoqstuvz Iabefhjkloqv", lines[3]);
        Assert.Contains(":test.example 251 alice :There are 1 users and 0 invisible on 1 servers", lines);
        Assert.Contains(":test.example 255 alice :I have 1 clients and 0 servers", lines);
        Assert.Equal(":test.example 376 alice :End of /MOTD command.", lines[^1]);
    }

    [Fact]
    public async Task Modes_that_everybody_begins_with_end_the_burst()
    {
        await using var server = await TestServer.StartAsync(
            settings => settings with { Server = settings.Server with { DefaultUserModes = "+iw" } });

        var lines = await server.Connect().DoAsync("NICK alice", "USER alice 0 * :Alice");

        Assert.Equal(":test.example 221 alice +iw", lines[^1]);
    }

    [Fact]
    public async Task Who_talks_and_does_not_register_is_stopped()
    {
        await using var server = await TestServer.StartAsync();
        var client = server.Connect();
        for (var i = 0; i < 1_023; i++) await client.SendAsync("PONG");
        Assert.Empty(await client.SyncAsync());

        await client.SendAsync("PONG");

        Assert.Equal(["ERROR :Closing Link: 127.0.0.1 (Too many lines before registration)"], await client.ReadToEndAsync());
    }

    [Theory]
    [InlineData("PROXY TCP4 192.0.2.7 198.51.100.1 56324 6667")]
    [InlineData("PROXY UNKNOWN")]
    public async Task A_line_of_the_PROXY_protocol_that_comes_late_is_ignored(string line)
    {
        await using var server = await TestServer.StartAsync();
        var client = server.Connect();

        Assert.Empty(await client.DoAsync(line));
        await client.DoAsync("NICK alice", "USER alice 0 * :Alice");
        Assert.Empty(await client.DoAsync(line));
    }
}
