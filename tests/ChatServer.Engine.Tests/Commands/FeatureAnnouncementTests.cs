using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.Commands;

/// <summary>ISUPPORT as a command and as a batch. Source: IRCv3 draft/extended-isupport, draft/network-icon.</summary>
public sealed class FeatureAnnouncementTests
{
    private static readonly string[] Extended = ["batch", "draft/extended-isupport"];

    [Fact]
    public async Task Features_can_be_asked_for_before_registration_by_those_who_have_the_capability()
    {
        await using var server = await TestServer.StartAsync();
        var client = server.Connect();

        Assert.Equal([":test.example 451 * :You have not registered"], await client.DoAsync("ISUPPORT"));
        var lines = (await client.DoAsync("CAP REQ :draft/extended-isupport", "ISUPPORT"))[1..];

        Assert.All(lines, line => Assert.StartsWith(":test.example 005 * ", line));
        Assert.Contains(lines, line => line.Contains(" NETWORK=ChatNet ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ISUPPORT")]
    [InlineData("VERSION")]
    public async Task With_batches_every_feature_comes_in_one(string command)
    {
        await using var server = await TestServer.StartAsync();
        var client = await server.RegisterAsync("alice", Extended);

        var lines = (await client.DoAsync(command)).Where(line => !line.Contains(" 351 ", StringComparison.Ordinal)).ToList();

        var reference = lines[0].Split(' ')[2][1..];
        Assert.Equal($":test.example BATCH +{reference} draft/isupport", lines[0]);
        Assert.All(lines[1..^1], line => Assert.StartsWith($"@batch={reference} :test.example 005 alice ", line));
        Assert.Equal($":test.example BATCH -{reference}", lines[^1]);
    }

    [Fact]
    public async Task The_welcome_has_them_in_a_batch_too()
    {
        await using var server = await TestServer.StartAsync();
        var client = server.Connect();
        await client.SendAsync($"CAP REQ :{string.Join(' ', Extended)}", "NICK alice", "USER a 0 * :a", "CAP END");

        var lines = await client.ReadUntilAsync(line => line.Contains(" 376 ", StringComparison.Ordinal));

        Assert.All(lines.Where(line => line.Contains(" 005 ", StringComparison.Ordinal)), line => Assert.StartsWith("@batch=", line));
    }

    [Fact]
    public async Task A_labelled_request_is_answered_by_a_labelled_batch()
    {
        await using var server = await TestServer.StartAsync();
        var client = await server.RegisterAsync("alice", [.. Extended, "labeled-response"]);

        Assert.StartsWith("@label=x :test.example BATCH +", (await client.DoAsync("@label=x ISUPPORT"))[0]);
    }

    [Fact]
    public async Task The_icon_of_the_network_is_told_when_there_is_one()
    {
        await using var server = await TestServer.StartAsync(
            settings => settings with { Server = settings.Server with { Icon = "https://chat.example/icon.svg" } });
        var client = await server.RegisterAsync("alice");

        Assert.Contains(
            await client.DoAsync("ISUPPORT"),
            line => line.Contains(" draft/ICON=https://chat.example/icon.svg ", StringComparison.Ordinal));
    }
}
