using System.Net;
using ChatServer.Engine.Settings;
using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.Connections;

/// <summary>WEBIRC. Source: IRCv3 webirc.</summary>
public sealed class WebIrcTests
{
    private static readonly IPAddress Gateway = IPAddress.Parse("192.0.2.1");
    private static readonly IPAddress Elsewhere = IPAddress.Parse("192.0.2.99");

    [Theory]
    [InlineData("host.example.com 198.51.100.3", "host.example.com", "198.51.100.3")]
    [InlineData("198.51.100.3 198.51.100.3", "198.51.100.3", "198.51.100.3")]
    [InlineData("0::1 0::1", "0::1", "::1")]
    [InlineData("host.example.com 0::ffff:198.51.100.3", "host.example.com", "198.51.100.3")]
    public async Task The_user_is_where_the_gateway_says(string hostAndAddress, string host, string address)
    {
        await using var server = await StartAsync();
        var client = server.Connect(Gateway);
        await RegisterAsync(client, $"WEBIRC secret gateway {hostAndAddress}");

        var whois = await client.DoAsync("WHOIS alice");

        Assert.Contains($":test.example 311 alice alice ~alice {host} * :Alice", whois);
        Assert.Contains($":test.example 378 alice alice :is connecting from ~alice@{host} {address}", whois);
    }

    [Theory]
    [InlineData("evil!user@host")]
    [InlineData("203.0.113.77")]
    [InlineData("localhost")]
    [InlineData("a.name.that.is.longer.than.the.sixty-four.bytes.that.a.host.may.have")]
    public async Task A_host_that_can_not_be_shown_is_replaced_by_the_address(string host)
    {
        await using var server = await StartAsync();
        var client = server.Connect(Gateway);
        await RegisterAsync(client, $"WEBIRC secret gateway {host} 198.51.100.3");

        Assert.Contains(":test.example 311 alice alice ~alice 198.51.100.3 * :Alice", await client.DoAsync("WHOIS alice"));
    }

    [Theory]
    [InlineData(true, " :secure", true)]
    [InlineData(true, " :local-port=6697 secure=whatever", true)]
    [InlineData(true, " :local-port=6697", false)]
    [InlineData(true, "", false)]
    [InlineData(false, " :secure", false)]
    public async Task A_user_is_secure_when_both_links_are(bool isGatewaySecure, string options, bool isSecure)
    {
        await using var server = await StartAsync();
        var client = server.Connect(Gateway, isGatewaySecure);
        await RegisterAsync(client, $"WEBIRC secret gateway host.example.com 198.51.100.3{options}");

        var whois = await client.DoAsync("WHOIS alice");

        Assert.Equal(isSecure, whois.Exists(line => line.Contains(" 671 ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("WEBIRC wrong gateway host.example.com 198.51.100.3", "Invalid WebIRC password")]
    [InlineData("WEBIRC secret gateway host.example.com nowhere", "Invalid WebIRC address")]
    [InlineData("WEBIRC secret gateway 0::1 ::1", "Invalid WebIRC address")]
    [InlineData("WEBIRC secret gateway host.example.com", "WEBIRC needs more parameters")]
    [InlineData("PING first\r\nWEBIRC secret gateway host.example.com 198.51.100.3", "WEBIRC must be the first command")]
    [InlineData("NICK alice\r\nWEBIRC secret gateway host.example.com 198.51.100.3", "WEBIRC must be the first command")]
    public async Task What_is_wrong_closes_the_connection(string lines, string reason)
    {
        await using var server = await StartAsync();
        var client = server.Connect(Gateway);
        await client.SendAsync(lines);

        Assert.Equal($"ERROR :Closing Link: 192.0.2.1 ({reason})", (await client.ReadToEndAsync())[^1]);
    }

    [Fact]
    public async Task The_right_password_from_another_address_is_refused()
    {
        await using var server = await StartAsync();
        var client = server.Connect(Elsewhere);
        await client.SendAsync("WEBIRC secret gateway host.example.com 198.51.100.3");

        Assert.Equal(["ERROR :Closing Link: 192.0.2.99 (Invalid WebIRC password)"], await client.ReadToEndAsync());
    }

    [Fact]
    public async Task A_gateway_without_addresses_connects_from_the_trusted_proxies()
    {
        await using var server = await TestServer.StartAsync(settings => settings with
        {
            TrustedProxies = ["192.0.2.0/24"],
            WebIrc = new WebIrcSettings { Gateways = [new WebIrcGateway { Password = "secret" }] },
        });
        var client = server.Connect(Gateway);
        await RegisterAsync(client, "WEBIRC secret gateway host.example.com 198.51.100.3");

        Assert.Contains(":test.example 311 alice alice ~alice host.example.com * :Alice", await client.DoAsync("WHOIS alice"));
    }

    [Fact]
    public async Task Without_gateways_nobody_may()
    {
        await using var server = await TestServer.StartAsync();
        var client = server.Connect(Gateway);
        await client.SendAsync("WEBIRC secret gateway host.example.com 198.51.100.3");

        Assert.Single(await client.ReadToEndAsync());
    }

    [Fact]
    public async Task Limits_on_an_address_hold_for_the_user_and_not_for_his_gateway()
    {
        await using var server = await StartAsync(OnePerAddress);
        var here = server.Connect(Gateway);
        var there = server.Connect(Gateway);
        var again = server.Connect(Gateway);

        await here.DoAsync("WEBIRC secret gateway 198.51.100.3 198.51.100.3");
        await there.DoAsync("WEBIRC secret gateway 198.51.100.4 198.51.100.4");
        await again.SendAsync("WEBIRC secret gateway 198.51.100.3 198.51.100.3");

        Assert.Equal(
            ["ERROR :Closing Link: 192.0.2.1 (Too many connections from your address)"], await again.ReadToEndAsync());
    }

    [Fact]
    public async Task A_user_who_has_left_makes_room_at_his_own_address()
    {
        await using var server = await StartAsync(OnePerAddress);
        var first = server.Connect(Gateway);
        await first.DoAsync("WEBIRC secret gateway 198.51.100.3 198.51.100.3");
        await first.SendAsync("QUIT");
        await first.ReadToEndAsync();
        first.Vanish();
        await first.Served;

        var second = server.Connect(Gateway);

        Assert.Empty(await second.DoAsync("WEBIRC secret gateway 198.51.100.3 198.51.100.3"));
    }

    private static ServerSettings OnePerAddress(ServerSettings settings) =>
        settings with { Limits = settings.Limits with { ConnectionsPerAddress = 1 } };

    private static Task<TestServer> StartAsync(Func<ServerSettings, ServerSettings>? configure = null) => TestServer.StartAsync(settings =>
    {
        settings = settings with
        {
            WebIrc = new WebIrcSettings { Gateways = [new WebIrcGateway { Password = "secret", Addresses = ["192.0.2.1/32"] }] },
        };
        return configure?.Invoke(settings) ?? settings;
    });

    private static async Task RegisterAsync(TestClient client, string webIrc)
    {
        await client.SendAsync(webIrc, "NICK alice", "USER alice 0 * :Alice");
        await client.ReadUntilAsync(line => line.Contains(" 376 ", StringComparison.Ordinal));
    }
}
