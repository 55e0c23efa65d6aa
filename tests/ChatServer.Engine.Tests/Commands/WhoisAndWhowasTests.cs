using ChatServer.Actors.TestKit;
using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.Commands;

/// <summary>WHOIS and WHOWAS. Source: Modern, User-Based Queries.</summary>
public sealed class WhoisAndWhowasTests
{
    private readonly TestScheduler _clock = new();

    [Theory]
    [InlineData("WHOIS bob", "bob")]
    [InlineData("WHOIS BOB", "BOB")]
    [InlineData("WHOIS test.example bob", "bob")]
    [InlineData("WHOIS bob bob", "bob")]
    public async Task WHOIS_says_who_somebody_is(string line, string asked)
    {
        await using var server = await TestServer.StartAsync(
            settings => settings with { Server = settings.Server with { Description = "a test" } }, _clock);
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");
        await bob.DoAsync("JOIN #room", "AWAY :gone");
        _clock.Advance(TimeSpan.FromSeconds(77));

        Assert.Equal(
            [
                ":test.example 311 alice bob ~bob 127.0.0.1 * :bob of the tests",
                ":test.example 319 alice bob :@#room",
                ":test.example 312 alice bob test.example :a test",
                ":test.example 301 alice bob :gone",
                ":test.example 317 alice bob 77 946684800 :seconds idle, signon time",
                $":test.example 318 alice {asked} :End of /WHOIS list",
            ],
            await alice.DoAsync(line));
    }

    [Fact]
    public async Task Only_oneself_is_shown_where_one_really_connects_from()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");

        await alice.DoAsync("MODE alice +iw");
        var whois = await alice.DoAsync("WHOIS alice");
        Assert.Contains(":test.example 378 alice alice :is connecting from ~alice@127.0.0.1 127.0.0.1", whois);
        Assert.Contains(":test.example 379 alice alice :is using modes +iw", whois);
        Assert.DoesNotContain(await bob.DoAsync("WHOIS alice"), line => line.Split(' ')[1] is "378" or "379");
    }

    [Fact]
    public async Task Idle_time_begins_anew_when_one_speaks_and_only_then()
    {
        await using var server = await TestServer.StartAsync(clock: _clock);
        var alice = await server.RegisterAsync("alice");
        _clock.Advance(TimeSpan.FromSeconds(50));
        await alice.DoAsync("JOIN #room", "PING x");
        Assert.Contains(await alice.DoAsync("WHOIS alice"), line => line.Contains(" 317 alice alice 50 ", StringComparison.Ordinal));

        await alice.DoAsync("PRIVMSG #room :awake");

        Assert.Contains(await alice.DoAsync("WHOIS alice"), line => line.Contains(" 317 alice alice 0 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Secret_rooms_and_the_rooms_of_the_invisible_are_shown_to_those_who_are_in_them()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.DoAsync("JOIN #open,#secret,#both", "MODE #secret +s");
        var bob = await server.RegisterAsync("bob");
        await bob.DoAsync("JOIN #both");
        await alice.SyncAsync();

        Assert.Equal("@#both @#open", Rooms(await bob.DoAsync("WHOIS alice")));
        Assert.Equal("@#both @#open @#secret", Rooms(await alice.DoAsync("WHOIS alice")));

        await alice.DoAsync("MODE alice +i");
        Assert.Equal("@#both", Rooms(await bob.DoAsync("WHOIS alice")));
        Assert.Equal("@#both @#open @#secret", Rooms(await alice.DoAsync("WHOIS alice")));
    }

    [Theory]
    [InlineData("WHOIS nobody", "nobody")]
    [InlineData("WHOIS no.nick", "no.nick")]
    [InlineData("WHOIS test.example nobody", "nobody")]
    public async Task WHOIS_of_nobody_has_an_end_too(string line, string asked)
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal(
            [$":test.example 401 alice {asked} :No such nick/channel", $":test.example 318 alice {asked} :End of /WHOIS list"],
            await alice.DoAsync(line));
    }

    [Theory]
    [InlineData("WHOIS")]
    [InlineData("WHOWAS")]
    public async Task Without_a_nick_both_are_refused(string line)
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal([":test.example 431 alice :No nickname given"], await alice.DoAsync(line));
    }

    [Fact]
    public async Task WHOWAS_shows_those_who_had_a_nick_newest_first()
    {
        await using var server = await TestServer.StartAsync(clock: _clock);
        var alice = await server.RegisterAsync("alice");
        await (await server.RegisterAsync("bob")).DoAsync("NICK bobby");
        Assert.Equal([":test.example 303 alice :bobby"], await alice.DoAsync("ISON bob bobby"));
        _clock.Advance(TimeSpan.FromMinutes(1));
        var second = server.Connect();
        await second.DoAsync("NICK BOB", "USER second 0 * :The second");
        await second.SendAsync("QUIT");
        await second.ReadToEndAsync();
        string[] newest =
        [
            ":test.example 314 alice BOB ~second 127.0.0.1 * :The second",
            ":test.example 312 alice BOB test.example :Sat Jan 01 2000 at 00:01:00 UTC",
        ];
        string[] oldest =
        [
            ":test.example 314 alice bob ~bob 127.0.0.1 * :bob of the tests",
            ":test.example 312 alice bob test.example :Sat Jan 01 2000 at 00:00:00 UTC",
        ];
        string[] end = [":test.example 369 alice bob :End of WHOWAS"];

        Assert.Equal([.. newest, .. oldest, .. end], await alice.DoAsync("WHOWAS bob"));
        Assert.Equal([.. newest, .. end], await alice.DoAsync("WHOWAS bob 1"));
        Assert.Equal([.. newest, .. oldest, .. end], await alice.DoAsync("WHOWAS bob 0"));
        Assert.Equal([.. newest, .. oldest, .. end], await alice.DoAsync("WHOWAS bob -1"));
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("no.nick")]
    [InlineData("alice")]
    public async Task WHOWAS_of_nobody_has_an_end_too(string nick)
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal(
            [$":test.example 406 alice {nick} :There was no such nickname", $":test.example 369 alice {nick} :End of WHOWAS"],
            await alice.DoAsync($"WHOWAS {nick}"));
    }

    [Fact]
    public async Task WHOWAS_forgets_the_oldest_first()
    {
        await using var server = await TestServer.StartAsync(
            settings => settings with { Limits = settings.Limits with { WhowasEntries = 2 } });
        var alice = await server.RegisterAsync("a1");
        await alice.DoAsync("NICK a2", "NICK a3", "NICK a4");

        Assert.Contains(":test.example 406 a4 a1 :There was no such nickname", await alice.DoAsync("WHOWAS a1"));
        Assert.DoesNotContain(await alice.DoAsync("WHOWAS a2"), line => line.Contains(" 406 ", StringComparison.Ordinal));
    }

    private static string Rooms(IEnumerable<string> lines)
    {
        var line = lines.Single(line => line.Contains(" 319 ", StringComparison.Ordinal));
        return string.Join(' ', line[(line.IndexOf(" :", StringComparison.Ordinal) + 2)..].Split(' ').Order(StringComparer.Ordinal));
    }
}
