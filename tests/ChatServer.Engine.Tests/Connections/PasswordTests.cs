using System.Net;
using ChatServer.Engine.Settings;
using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.Connections;

/// <summary>Passwords that clients share, as hashes in the configuration.</summary>
public sealed class PasswordTests
{
    [Fact]
    public async Task Who_gives_the_servers_password_comes_in_and_nobody_else()
    {
        await using var server = await TestServer.StartAsync(WithServerPassword);
        var right = Enumerable.Range(0, 5).Select(_ => server.Connect()).ToList();
        var wrong = server.Connect();
        for (var i = 0; i < right.Count; i++) await right[i].SendAsync("PASS sesame", $"NICK user{i}", "USER u 0 * :u");
        await wrong.SendAsync("PASS wrong", "NICK mallory", "USER u 0 * :u");

        foreach (var client in right) await client.ReadUntilAsync(line => line.Contains(" 001 ", StringComparison.Ordinal));
        Assert.Equal(
            [":test.example 464 mallory :Password incorrect", "ERROR :Closing Link: 127.0.0.1 (Bad password)"],
            await wrong.ReadToEndAsync());
    }

    [Fact]
    public async Task A_wrong_password_stays_wrong_after_the_right_one_was_given()
    {
        await using var server = await TestServer.StartAsync(WithServerPassword);
        var right = server.Connect();
        await right.DoAsync("PASS sesame", "NICK alice", "USER u 0 * :u");
        var wrong = server.Connect();
        await wrong.SendAsync("NICK mallory", "USER u 0 * :u");

        Assert.Equal(":test.example 464 mallory :Password incorrect", (await wrong.ReadToEndAsync())[0]);
    }

    [Theory]
    [InlineData("hashed", true)]
    [InlineData("plain", true)]
    [InlineData("wrong", false)]
    public async Task A_gateway_gives_one_of_the_passwords_of_its_address(string password, bool isRight)
    {
        await using var server = await TestServer.StartAsync(settings => settings with
        {
            TrustedProxies = ["192.0.2.1/32"],
            WebIrc = new WebIrcSettings
            {
                Gateways = [new WebIrcGateway { Password = Hashes.Of("hashed") }, new WebIrcGateway { Password = "plain" }],
            },
        });
        var client = server.Connect(IPAddress.Parse("192.0.2.1"));
        await client.SendAsync($"WEBIRC {password} gateway host.example.com 198.51.100.3", "QUIT");

        Assert.Equal(
            isRight ? "ERROR :Closing Link: host.example.com (Quit: )" : "ERROR :Closing Link: 192.0.2.1 (Invalid WebIRC password)",
            Assert.Single(await client.ReadToEndAsync()));
    }

    private static ServerSettings WithServerPassword(ServerSettings settings) =>
        settings with { Server = settings.Server with { Password = Hashes.Of("sesame") } };
}
