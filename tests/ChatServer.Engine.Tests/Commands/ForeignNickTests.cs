using ChatServer.Engine.Settings;
using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.Commands;

/// <summary>Nicks of every script. Source: RFC 8265; Unicode Technical Standard 39.</summary>
public sealed class ForeignNickTests
{
    [Fact]
    public async Task A_nick_of_any_script_is_taken_and_found_whatever_its_case()
    {
        await using var server = await TestServer.StartAsync(AllScripts);
        var olga = server.Connect();
        await olga.DoAsync("NICK Ольга", "USER olga 0 * :Ольга");
        var bob = await server.RegisterAsync("bob");

        Assert.Empty(await bob.DoAsync("PRIVMSG ольга :hello"));
        Assert.Equal([":bob!~bob@127.0.0.1 PRIVMSG Ольга :hello"], await olga.SyncAsync());
        Assert.Contains(":test.example 311 bob Ольга ~olga 127.0.0.1 * :Ольга", await bob.DoAsync("WHOIS ОЛЬГА"));
    }

    [Fact]
    public async Task Clients_are_told_which_names_there_are()
    {
        await using var server = await TestServer.StartAsync(AllScripts);
        var bob = await server.RegisterAsync("bob");

        Assert.Contains(await bob.DoAsync("VERSION"), line => line.Split(' ').Contains("UTF8MAPPING=rfc8265"));
    }

    [Fact]
    public async Task Nobody_takes_a_nick_that_looks_like_somebody_elses()
    {
        await using var server = await TestServer.StartAsync(AllScripts);
        var evan = await server.RegisterAsync("evan");
        var bob = await server.RegisterAsync("bob");
        var newcomer = server.Connect();

        Assert.Equal([":test.example 433 * \u0435van :Nickname is already in use"], await newcomer.DoAsync("NICK \u0435van"));
        Assert.Equal([":test.example 433 bob ev\u0430n :Nickname is already in use"], await bob.DoAsync("NICK ev\u0430n"));
        Assert.Equal([":evan!~evan@127.0.0.1 NICK \u0435van"], await evan.DoAsync("NICK \u0435van"));
        Assert.Equal([":test.example 433 bob evan :Nickname is already in use"], await bob.DoAsync("NICK evan"));
        await evan.DoAsync("NICK other");
        Assert.Equal([":bob!~bob@127.0.0.1 NICK evan"], await bob.DoAsync("NICK evan"));
    }

    [Fact]
    public async Task A_nick_that_looks_like_it_is_free_when_its_owner_has_left()
    {
        await using var server = await TestServer.StartAsync(AllScripts);
        var evan = await server.RegisterAsync("evan");
        var waiting = server.Connect();
        await waiting.DoAsync("NICK b\u043Eb");
        var bob = server.Connect();

        Assert.Equal([":test.example 433 * bob :Nickname is already in use"], await bob.DoAsync("NICK bob"));
        await waiting.SendAsync("QUIT");
        await waiting.ReadToEndAsync();
        await evan.SendAsync("QUIT");
        await evan.ReadToEndAsync();

        Assert.Empty(await bob.DoAsync("NICK ev\u0430n"));
    }

    [Fact]
    public async Task A_name_is_the_same_however_its_letters_are_put_together()
    {
        await using var server = await TestServer.StartAsync(AllScripts);
        var eva = server.Connect();
        await eva.DoAsync("NICK e\u0301va", "USER eva 0 * :Eva");
        var bob = await server.RegisterAsync("bob");

        Assert.Contains(":bob!~bob@127.0.0.1 JOIN #caf\u00E9", await bob.DoAsync("JOIN #caf\u00E9"));
        Assert.Contains(":\u00E9va!~eva@127.0.0.1 JOIN #caf\u00E9", await eva.DoAsync("JOIN #cafe\u0301"));
        await bob.DoAsync("PRIVMSG E\u0301va :hello");
        Assert.Equal([":bob!~bob@127.0.0.1 PRIVMSG \u00E9va :hello"], await eva.SyncAsync());
        Assert.Equal([":test.example 433 bob \u0435\u0301va :Nickname is already in use"], await bob.DoAsync("NICK \u0435\u0301va"));
    }

    [Fact]
    public async Task A_mask_covers_a_nick_however_the_letters_of_both_are_put_together()
    {
        await using var server = await TestServer.StartAsync(AllScripts);
        var bob = await server.RegisterAsync("bob");
        await bob.DoAsync("JOIN #room", "MODE #room +b e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301!*@*");
        var eve = server.Connect();
        await eve.DoAsync("NICK \u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9", "USER eve 0 * :Eve");
        var carol = await server.RegisterAsync("carol");

        Assert.Equal(
            [":test.example 474 \u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9 #room :Cannot join channel (+b)"],
            await eve.DoAsync("JOIN #room"));
        Assert.Contains(":carol!~carol@127.0.0.1 JOIN #room", await carol.DoAsync("JOIN #room"));
    }

    private static ServerSettings AllScripts(ServerSettings settings) =>
        settings with { Server = settings.Server with { CaseMapping = CaseMappingName.Precis } };
}
