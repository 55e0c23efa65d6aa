using ChatServer.Engine.Administration;
using ChatServer.Engine.Settings;
using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.ServerOperators;

/// <summary>What happens when the configuration is read again. Source: RFC 2812 section 4.2; IRCv3 standard-replies.</summary>
public sealed class RehashTests
{
    [Fact]
    public async Task New_settings_take_effect_at_once_for_those_who_are_connected()
    {
        var host = new Host();
        await using var server = await TestServer.StartAsync(Remember(host), host: host);
        var root = await server.OperatorAsync("root");
        var alice = await server.RegisterAsync("alice");
        host.Change(settings => settings with
        {
            Server = settings.Server with { Motd = ["A new day."] },
            Limits = settings.Limits with { NickLength = 7, ListModeEntries = 3 },
        });

        Assert.Equal(":test.example 382 root chat.json :Rehashing", (await root.DoAsync("REHASH"))[^1]);

        Assert.Contains(":test.example 372 alice :- A new day.", await alice.DoAsync("MOTD"));
        Assert.Equal([":test.example 432 alice eightlet :Erroneous nickname"], await alice.DoAsync("NICK eightlet"));
        var features = string.Join(' ', await alice.DoAsync("VERSION"));
        Assert.Contains(" NICKLEN=7 ", features, StringComparison.Ordinal);
        Assert.Contains("b:3", features, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_is_told_which_features_have_changed()
    {
        var host = new Host();
        await using var server = await TestServer.StartAsync(Remember(host), host: host);
        var root = await server.OperatorAsync("root");
        var alice = await server.RegisterAsync("alice");
        var modern = await server.RegisterAsync("modern", "batch", "draft/extended-isupport");
        host.Change(settings => settings with
        {
            Server = settings.Server with { Utf8Only = false },
            Limits = settings.Limits with { NickLength = 7 },
        });

        const string Changes = "NICKLEN=7 -UTF8ONLY :are supported by this server";
        Assert.Equal([$":test.example 005 root {Changes}", ":test.example 382 root chat.json :Rehashing"], await root.DoAsync("REHASH"));
        Assert.Equal([$":test.example 005 alice {Changes}"], await alice.SyncAsync());
        Assert.EndsWith($" :test.example 005 modern {Changes}", (await modern.SyncAsync())[1]);

        Assert.Equal([":test.example 382 root chat.json :Rehashing"], await root.DoAsync("REHASH"));
        Assert.Empty(await alice.SyncAsync());
    }

    [Fact]
    public async Task Capabilities_that_are_withdrawn_or_have_another_value_are_announced()
    {
        var host = new Host();
        await using var server = await TestServer.StartAsync(Remember(host), host: host);
        var root = await server.OperatorAsync("root");
        var alice = await server.RegisterAsync("alice", "cap-notify", "draft/message-redaction");
        var bob = server.Connect();
        await bob.DoAsync("CAP LS 302", "NICK bob", "USER bob 0 * :bob", "CAP END");
        host.Change(settings => settings with
        {
            History = settings.History with { Enabled = false },
            Limits = settings.Limits with { MultilineLines = 7 },
        });

        await root.DoAsync("REHASH");

        var withdrawn = "DEL :draft/chathistory draft/event-playback draft/message-redaction";
        Assert.Contains($":test.example CAP alice {withdrawn}", await alice.SyncAsync());
        Assert.Contains($":test.example CAP bob {withdrawn}", await bob.SyncAsync());
        Assert.Equal(
            [":test.example CAP alice LIST :cap-notify", ":test.example 421 alice REDACT :Unknown command"],
            await alice.DoAsync("CAP LIST", "REDACT #room id"));

        host.Change(settings => settings with { Limits = settings.Limits with { MultilineLines = 8 } });
        await root.DoAsync("REHASH");

        Assert.Equal([":test.example CAP bob NEW :draft/multiline=max-bytes=4096,max-lines=8"], await bob.SyncAsync());
        Assert.Empty(await alice.SyncAsync());
    }

    [Fact]
    public async Task New_operators_can_log_in_and_former_ones_can_not()
    {
        var host = new Host();
        await using var server = await TestServer.StartAsync(Remember(host), host: host);
        var root = await server.OperatorAsync("root");
        host.Change(settings => settings with { Operators = [new OperatorSettings { Name = "heir", Password = "new" }] });
        await root.DoAsync("REHASH");

        var alice = await server.RegisterAsync("alice");
        Assert.Equal([":test.example 464 alice :Password incorrect"], await alice.DoAsync("OPER root secret"));
        Assert.Contains(":test.example 381 alice :You are now an IRC operator", await alice.DoAsync("OPER heir new"));
    }

    [Fact]
    public async Task Settings_that_are_not_in_order_change_nothing_and_each_problem_is_named()
    {
        var host = new Host();
        await using var server = await TestServer.StartAsync(Remember(host), host: host);
        var root = await server.OperatorAsync("root");
        host.Read = () => new ReadSettings(null, ["Limits:NickLength is \"0\"", "Server:Nmae is not a setting"]);

        Assert.Equal(
            [
                ":test.example FAIL REHASH CONFIG_BAD :Limits:NickLength is \"0\"",
                ":test.example FAIL REHASH CONFIG_BAD :Server:Nmae is not a setting",
            ],
            await root.DoAsync("REHASH"));
        Assert.Contains(":test.example 372 root :- Welcome. Say hello in #lobby.", await root.DoAsync("MOTD"));
    }

    [Fact]
    public async Task A_reader_that_throws_changes_nothing_either()
    {
        var host = new Host { Read = () => throw new InvalidDataException("The disk is on fire") };
        await using var server = await TestServer.StartAsync(Operators.With(OperatorPrivilege.All), host: host);
        var root = await server.OperatorAsync("root");

        Assert.Equal([":test.example FAIL REHASH CONFIG_BAD :The disk is on fire"], await root.DoAsync("REHASH"));
    }

    [Fact]
    public async Task The_name_of_the_server_stays_until_the_next_start()
    {
        var host = new Host();
        await using var server = await TestServer.StartAsync(Remember(host), host: host);
        var root = await server.OperatorAsync("root");
        host.Change(
            settings => settings with { Server = settings.Server with { Name = "other.example", CaseMapping = CaseMappingName.Rfc1459 } });

        Assert.Equal(
            [
                ":test.example 382 root chat.json :Rehashing",
                ":test.example NOTE REHASH RESTART_NEEDED Server:Name :This takes effect at the next start",
                ":test.example NOTE REHASH RESTART_NEEDED Server:CaseMapping :This takes effect at the next start",
            ],
            await root.DoAsync("REHASH"));
    }

    [Fact]
    public async Task A_server_whose_process_can_not_do_it_says_so()
    {
        await using var server = await TestServer.StartAsync(Operators.With(OperatorPrivilege.All));
        var root = await server.OperatorAsync("root");

        Assert.Equal([":test.example FAIL REHASH CONFIG_BAD :This server has no settings to read again"], await root.DoAsync("REHASH"));
        Assert.Equal([":test.example 972 root DIE :Cannot do command"], await root.DoAsync("DIE"));
    }

    [Fact]
    public async Task DIE_asks_the_process_to_end()
    {
        var host = new Host();
        await using var server = await TestServer.StartAsync(Operators.With(OperatorPrivilege.Die), host: host);
        var root = await server.OperatorAsync("root");

        Assert.Equal([":test.example 972 root RESTART :This server can't start itself again; use DIE"], await root.DoAsync("RESTART"));
        Assert.False(host.IsStopped.IsCompleted);
        await root.SendAsync("DIE");
        await host.IsStopped.WaitAsync(TestServer.Patience);
    }

    private static Func<ServerSettings, ServerSettings> Remember(Host host) => settings =>
    {
        var started = Operators.With(OperatorPrivilege.Rehash)(settings);
        host.Read = () => new ReadSettings(started, []);
        return started;
    };

    private sealed class Host : IServerHost
    {
        private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Func<ReadSettings> Read { get; set; } = () => new ReadSettings(null, ["nothing here"]);

        public Task IsStopped => _stopped.Task;

        public string ConfigurationName => "chat.json";

        public Task<ReadSettings> ReadSettingsAsync() => Task.Run(Read);

        public void Stop() => _stopped.TrySetResult();

        public void Change(Func<ServerSettings, ServerSettings> change)
        {
            var next = change(Read().Settings!);
            Read = () => new ReadSettings(next, []);
        }
    }
}
