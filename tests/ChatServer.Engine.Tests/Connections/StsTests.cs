using ChatServer.Engine.Settings;
using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.Connections;

/// <summary>The capability <c>sts</c>. Source: IRCv3 sts.</summary>
public sealed class StsTests
{
    private static readonly StsSettings Policy = new() { Enabled = true, Port = 7000, Duration = TimeSpan.FromDays(30) };

    [Fact]
    public async Task A_plain_connection_is_told_the_port() => Assert.Equal("sts=port=7000", await OfferAsync(Policy, isSecure: false));

    [Fact]
    public async Task A_secure_connection_is_told_the_duration() =>
        Assert.Equal("sts=duration=2592000", await OfferAsync(Policy, isSecure: true));

    [Fact]
    public async Task Preload_stands_behind_the_duration() =>
        Assert.Equal("sts=duration=2592000,preload", await OfferAsync(Policy with { Preload = true }, isSecure: true));

    [Fact]
    public async Task It_is_off_by_default() => Assert.Null(await OfferAsync(new StsSettings(), isSecure: true));

    [Fact]
    public async Task Clients_that_know_no_values_are_not_told() => Assert.Null(await OfferAsync(Policy, isSecure: false, "CAP LS"));

    [Fact]
    public async Task It_can_not_be_requested()
    {
        await using var server = await StartAsync(Policy);
        var client = server.Connect();
        await client.DoAsync("CAP LS 302");

        Assert.Equal([":test.example CAP * NAK :sts"], await client.DoAsync("CAP REQ sts"));
    }

    private static async Task<string?> OfferAsync(StsSettings policy, bool isSecure, string command = "CAP LS 302")
    {
        await using var server = await StartAsync(policy);
        var client = server.Connect(isSecure: isSecure);
        var offers = string.Join(' ', await client.DoAsync(command)).Split(' ', ':');
        return Array.Find(offers, offer => offer.StartsWith("sts", StringComparison.Ordinal));
    }

    private static Task<TestServer> StartAsync(StsSettings policy) => TestServer.StartAsync(settings => settings with { Sts = policy });
}
