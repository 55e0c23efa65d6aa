using System.Net;
using ChatServer.Actors.TestKit;
using ChatServer.Engine.Settings;
using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.Connections;

/// <summary>Names of hosts, looked up before registration completes.</summary>
public sealed class HostnameLookupTests
{
    private const string Client = "198.51.100.3";

    [Fact]
    public async Task A_name_that_leads_back_to_the_address_is_the_host()
    {
        var names = new ScriptedNames().Name(Client, "host.example.com").Address("host.example.com", "2001:db8::3", Client);

        Assert.Equal("host.example.com", await HostAsync(names));
    }

    [Fact]
    public async Task A_name_is_found_for_an_IPv4_address_that_came_through_a_socket_for_both_families()
    {
        var names = new ScriptedNames().Name(Client, "host.example.com").Address("host.example.com", Client);

        Assert.Equal("host.example.com", await HostAsync(names, $"::ffff:{Client}"));
    }

    [Fact]
    public async Task A_name_that_leads_elsewhere_is_not_believed()
    {
        var names = new ScriptedNames().Name(Client, "bank.example.com").Address("bank.example.com", "203.0.113.1");

        Assert.Equal(Client, await HostAsync(names));
    }

    [Fact]
    public async Task A_name_that_leads_nowhere_is_not_believed() =>
        Assert.Equal(Client, await HostAsync(new ScriptedNames().Name(Client, "host.example.com")));

    [Fact]
    public async Task An_address_without_a_name_is_the_host() => Assert.Equal(Client, await HostAsync(new ScriptedNames()));

    [Theory]
    [InlineData("a.name.that.is.longer.than.the.sixty-four.bytes.that.a.host.may.have")]
    [InlineData("evil@host.example.com")]
    [InlineData("two words.example.com")]
    [InlineData("203.0.113.1")]
    [InlineData("*.example.com")]
    [InlineData("localhost")]
    [InlineData("")]
    public async Task A_name_that_can_not_be_shown_is_left_out(string name) =>
        Assert.Equal(Client, await HostAsync(new ScriptedNames().Name(Client, name).Address(name, Client)));

    [Fact]
    public async Task A_name_service_that_is_silent_holds_registration_up_to_the_timeout_and_nobody_else()
    {
        var clock = new TestScheduler();
        var never = new TaskCompletionSource<string>();
        await using var server = await StartAsync(new ScriptedNames().Name(Client, never.Task), clock);
        var client = server.Connect(IPAddress.Parse(Client));
        var hello = client.ReadLineAsync();
        await client.SendAsync("NICK alice", "USER alice 0 * :Alice");

        await server.RegisterAsync("bob");
        Assert.False(hello.IsCompleted);
        while (!hello.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal($":test.example 001 alice :Welcome to the ChatNet network, alice!~alice@{Client}", await hello);
    }

    [Fact]
    public async Task Nothing_is_looked_up_unless_it_is_asked_for()
    {
        var names = new ScriptedNames();
        await using var server = await TestServer.StartAsync(names: names);
        await server.RegisterAsync("alice");

        Assert.Equal(0, names.Questions);
    }

    [Fact]
    public async Task What_a_gateway_has_said_is_not_looked_up()
    {
        var names = new ScriptedNames();
        await using var server = await TestServer.StartAsync(
            settings => settings with
            {
                Server = settings.Server with { LookupHostnames = true },
                WebIrc = new WebIrcSettings { Gateways = [new WebIrcGateway { Password = "secret", Addresses = ["127.0.0.1/32"] }] },
            },
            names: names);
        var client = server.Connect();
        await client.SendAsync($"WEBIRC secret gateway {Client} {Client}", "NICK alice", "USER alice 0 * :Alice");
        await client.ReadUntilAsync(line => line.Contains(" 376 ", StringComparison.Ordinal));

        Assert.Equal(0, names.Questions);
    }

    private static async Task<string> HostAsync(ScriptedNames names, string address = Client)
    {
        await using var server = await StartAsync(names);
        var client = server.Connect(IPAddress.Parse(address));
        await client.SendAsync("NICK alice", "USER alice 0 * :Alice");
        var welcome = (await client.ReadUntilAsync(line => line.Contains(" 001 ", StringComparison.Ordinal)))[^1];
        return welcome[(welcome.IndexOf('@', StringComparison.Ordinal) + 1)..];
    }

    private static Task<TestServer> StartAsync(ScriptedNames names, TimeProvider? clock = null) => TestServer.StartAsync(
        settings => settings with
        {
            Server = settings.Server with { LookupHostnames = true },

            // The clock may be turned further than the lookup needs before its end is heard of.
            Timeouts = settings.Timeouts with { Registration = TimeSpan.FromDays(1), PingAfter = TimeSpan.FromDays(1) },
        },
        clock,
        names: names);
}
