using ChatServer.Engine.Settings;
using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.Commands;

/// <summary>ISUPPORT is true: what it advertises is what is enforced. Source: Modern, RPL_ISUPPORT Parameters.</summary>
public sealed class FeatureTests
{
    private static readonly string Accents = new('é', 30);

    private static ServerSettings Small(ServerSettings settings) => settings with
    {
        Server = settings.Server with { Network = "Small Net" },
        Limits = settings.Limits with
        {
            AwayLength = 21,
            KeyLength = 5,
            KickLength = 23,
            ListModeEntries = 2,
            ModesPerCommand = 3,
            NickLength = 9,
            RealNameLength = 25,
            RoomNameLength = 10,
            RoomsPerUser = 2,
            TargetsPerCommand = 1,
            TopicLength = 27,
            UserLength = 8,
        },
    };

    [Fact]
    public async Task The_tokens_are_those_of_the_settings()
    {
        await using var server = await TestServer.StartAsync(Small);
        var alice = await server.RegisterAsync("alice");

        string[] expected =
        [
            "ACCEPT=100",
            "ACCOUNTEXTBAN=a,account",
            "AWAYLEN=21",
            "CALLERID=g",
            "CASEMAPPING=ascii",
            "CHANLIMIT=#:2",
            "CHANMODES=beI,k,fjl,CEMNQRTUcimnstuz",
            "CHANNELLEN=10",
            "CHANTYPES=#",
            "ELIST=CMNTU",
            "EXCEPTS=e",
            "EXTBAN=,ajmr",
            "FORWARD=f",
            "HOSTLEN=64",
            "INVEX=I",
            "KEYLEN=5",
            "KICKLEN=23",
            "MAXLIST=b:2,e:2,I:2",
            "MAXTARGETS=1",
            "MODES=3",
            "NAMELEN=25",
            @"NETWORK=Small\x20Net",
            "NICKLEN=9",
            "PREFIX=(qaohv)~&@%+",
            "SAFELIST",
            "SAFERATE",
            "STATUSMSG=~&@%+",
            "TARGMAX=JOIN:,KICK:,LIST:,NAMES:,NOTICE:1,PART:,PRIVMSG:1,TAGMSG:1,WHOIS:1,WHOWAS:1",
            "TOPICLEN=27",
            "USERLEN=8",
            "UTF8ONLY",
        ];
        Assert.Empty(expected.Except(await TokensAsync(alice)));
    }

    [Fact]
    public async Task What_is_switched_off_is_not_advertised()
    {
        await using var server = await TestServer.StartAsync(settings => settings with
        {
            Server = settings.Server with { Utf8Only = false, CaseMapping = CaseMappingName.Rfc1459 },
            Limits = settings.Limits with { RoomsPerUser = 0, MonitorEntries = 0 },
        });
        var alice = await server.RegisterAsync("alice");

        var tokens = await TokensAsync(alice);

        Assert.DoesNotContain("UTF8ONLY", tokens);
        Assert.DoesNotContain(tokens, token => token.StartsWith("MONITOR", StringComparison.Ordinal));
        Assert.Contains("CHANLIMIT=#:", tokens);
        Assert.Contains("CASEMAPPING=rfc1459", tokens);
    }

    [Fact]
    public async Task The_burst_says_the_same_as_VERSION()
    {
        await using var server = await TestServer.StartAsync();
        var alice = server.Connect();

        var burst = Tokens(await alice.DoAsync("NICK alice", "USER alice 0 * :Alice"));

        Assert.Equal(burst, await TokensAsync(alice));
    }

    // Each limit: what fits is taken, what is longer is refused or cut as the specification says. A cut is between letters.

    [Fact]
    public async Task NICKLEN()
    {
        await using var server = await TestServer.StartAsync(Small);
        var alice = await server.RegisterAsync("alice");

        Assert.Equal(
            [":alice!~alice@127.0.0.1 NICK ninechars", ":test.example 432 ninechars ninechars0 :Erroneous nickname"],
            await alice.DoAsync("NICK ninechars", "NICK ninechars0"));
    }

    [Fact]
    public async Task USERLEN_and_NAMELEN()
    {
        await using var server = await TestServer.StartAsync(Small);
        var alice = server.Connect();
        await alice.DoAsync("NICK alice", $"USER alexandra 0 * :{Accents}");

        Assert.Contains($":test.example 311 alice alice ~alexand 127.0.0.1 * :{Accents[..12]}", await alice.DoAsync("WHOIS alice"));
    }

    [Fact]
    public async Task CHANNELLEN_and_CHANTYPES()
    {
        await using var server = await TestServer.StartAsync(Small);
        var alice = await server.RegisterAsync("alice");

        Assert.Equal(":alice!~alice@127.0.0.1 JOIN #456789abc", (await alice.DoAsync("JOIN #456789abc"))[0]);
        Assert.Equal([":test.example 403 alice #456789abcd :No such channel"], await alice.DoAsync("JOIN #456789abcd"));
        Assert.Equal([":test.example 403 alice #ééééé :No such channel"], await alice.DoAsync("JOIN #ééééé"));
        Assert.Equal([":test.example 403 alice +room :No such channel"], await alice.DoAsync("JOIN +room"));
    }

    [Theory]
    [InlineData("@#room", "@#room", 1)]
    [InlineData("+#room", "+#room", 2)]
    [InlineData("@+#room", "+#room", 2)]
    [InlineData("+@#room", "+#room", 2)]
    public async Task STATUSMSG(string target, string shown, int hearers)
    {
        await using var server = await TestServer.StartAsync();
        var members = await server.RoomOfAsync("#room", "alice", "bob", "carol");
        await members[0].DoAsync("MODE #room +v bob");
        foreach (var member in members) await member.SyncAsync();

        Assert.Empty(await members[2].DoAsync($"PRIVMSG {target} :hello"));

        for (var i = 0; i < members.Length - 1; i++)
            Assert.Equal(i < hearers ? [$":carol!~carol@127.0.0.1 PRIVMSG {shown} :hello"] : [], await members[i].SyncAsync());
    }

    [Fact]
    public async Task CHANLIMIT()
    {
        await using var server = await TestServer.StartAsync(Small);
        var alice = await server.RegisterAsync("alice");

        Assert.Equal(
            [":test.example 405 alice #c :You have joined too many channels"],
            (await alice.DoAsync("JOIN #a,#b,#c")).TakeLast(1));
        Assert.Equal([], await alice.DoAsync("JOIN #A"));
        Assert.Equal(":alice!~alice@127.0.0.1 JOIN #c", (await alice.DoAsync("PART #a", "JOIN #c"))[1]);
    }

    [Fact]
    public async Task TOPICLEN_KICKLEN_and_AWAYLEN()
    {
        await using var server = await TestServer.StartAsync(Small);
        var clients = await server.RoomOfAsync("#room", "alice", "bob");

        Assert.Equal([$":alice!~alice@127.0.0.1 TOPIC #room :{Accents[..13]}"], await clients[0].DoAsync($"TOPIC #room :{Accents}"));
        Assert.Equal([$":alice!~alice@127.0.0.1 KICK #room bob :{Accents[..11]}"], await clients[0].DoAsync($"KICK #room bob :{Accents}"));
        await clients[1].DoAsync($"AWAY :{Accents}");
        Assert.Equal([$":test.example 301 alice bob :{Accents[..10]}"], await clients[0].DoAsync("PRIVMSG bob :hi"));
    }

    [Fact]
    public async Task KEYLEN_and_MODES_and_MAXLIST()
    {
        await using var server = await TestServer.StartAsync(Small);
        var alice = (await server.RoomOfAsync("#room", "alice"))[0];

        Assert.Equal(
            [":alice!~alice@127.0.0.1 MODE #room +k 12345", ":test.example 696 alice #room k * :Invalid mode parameter"],
            await alice.DoAsync("MODE #room +k 12345", "MODE #room +k 123456"));
        Assert.Equal(
            [":alice!~alice@127.0.0.1 MODE #room +bel x!*@* y!*@* 7"],
            await alice.DoAsync("MODE #room +belI x y 7 z"));
        Assert.Equal(
            [":alice!~alice@127.0.0.1 MODE #room +b y!*@*", ":test.example 478 alice #room b :Channel list is full"],
            await alice.DoAsync("MODE #room +bb y z"));
    }

    [Theory]
    [InlineData("PRIVMSG")]
    [InlineData("TAGMSG")]
    public async Task TARGMAX(string verb)
    {
        await using var server = await TestServer.StartAsync(Small);
        var alice = await server.RegisterAsync("alice", "message-tags");
        await server.RegisterAsync("bob");

        Assert.Equal([":test.example 407 alice alice :Too many targets"], await alice.DoAsync($"@+x {verb} bob,alice hi"));
    }

    [Theory]
    [InlineData(CaseMappingName.Ascii, "")]
    [InlineData(CaseMappingName.Rfc1459, @"a[l]i\ce")]
    public async Task CASEMAPPING(CaseMappingName mapping, string found)
    {
        await using var server = await TestServer.StartAsync(
            settings => settings with { Server = settings.Server with { CaseMapping = mapping } });
        var alice = await server.RegisterAsync(@"a[l]i\ce");

        Assert.Equal([$@":test.example 303 a[l]i\ce :{found}"], await alice.DoAsync("ISON A{L}I|CE"));
    }

    private static async Task<List<string>> TokensAsync(TestClient client) => Tokens(await client.DoAsync("VERSION"));

    private static List<string> Tokens(IEnumerable<string> lines) =>
    [
        .. lines.Where(line => line.Split(' ')[1] == "005")
            .SelectMany(line => line[..line.IndexOf(" :", StringComparison.Ordinal)].Split(' ').Skip(3)),
    ];
}
