using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace ChatServer.Tests.Running;

public class ServerProcessTests
{
    private static readonly string[] AnyPort = ["--Endpoints:0:Address=127.0.0.1", "--Endpoints:0:Port=0"];
    private static readonly string[] EndlessPatience = ["--Flood:Enabled=false", "--Limits:SendQueueBytes=1000000000"];

    [Fact]
    public async Task Help_names_every_option()
    {
        var (exitCode, output, errors) = await ServerUnderTest.RunToEndAsync("--help");

        Assert.Equal((0, ""), (exitCode, errors));
        foreach (var option in new[] { "--config", "--dev-certificate", "--settings", "--version", "--help", "CHATSERVER_", "--Server:" })
            Assert.Contains(option, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Version_is_one_line()
    {
        var (exitCode, output, _) = await ServerUnderTest.RunToEndAsync("--version");

        Assert.Equal(0, exitCode);
        Assert.Matches(@"^ChatServer \d+\.\d+\.\d+\n$", output);
    }

    [Fact]
    public async Task Settings_are_listed()
    {
        var (exitCode, output, _) = await ServerUnderTest.RunToEndAsync("--settings");

        Assert.Equal(0, exitCode);
        Assert.Contains("Limits:NickLength", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_that_can_not_be_taken_stops_the_start_with_one_line()
    {
        var (exitCode, output, errors) = await ServerUnderTest.RunToEndAsync("--Limits:NickLength=0");

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Equal(
            "ChatServer: Limits:NickLength is \"0\", but must be a whole number from 1 to 64 (from the command line)\n", errors);
    }

    [Fact]
    public async Task A_port_in_use_stops_the_start_with_one_line()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var (exitCode, output, errors) = await ServerUnderTest.RunToEndAsync(
            "--Endpoints:0:Address=127.0.0.1", $"--Endpoints:0:Port={((IPEndPoint)other.LocalEndpoint).Port}");

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Equal($"ChatServer: can't listen on {other.LocalEndpoint}: another program does already\n", errors);
    }

    [Fact]
    public async Task Every_port_in_use_has_a_line_of_its_own()
    {
        using var one = new TcpListener(IPAddress.Loopback, 0);
        using var other = new TcpListener(IPAddress.Loopback, 0);
        one.Start();
        other.Start();

        var (exitCode, output, errors) = await ServerUnderTest.RunToEndAsync(
            "--Endpoints:0:Address=127.0.0.1", $"--Endpoints:0:Port={((IPEndPoint)one.LocalEndpoint).Port}",
            "--Endpoints:1:Address=127.0.0.1", "--Endpoints:1:Port=0",
            "--Endpoints:2:Address=127.0.0.1", $"--Endpoints:2:Port={((IPEndPoint)other.LocalEndpoint).Port}",
            "--Endpoints:2:Protocol=WebSocket");

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Equal(
            $"ChatServer: can't listen on {one.LocalEndpoint}: another program does already\n"
            + $"ChatServer: can't listen on {other.LocalEndpoint}: another program does already\n",
            errors);
    }

    [Fact]
    public async Task Two_endpoints_at_one_address_stop_the_start_with_a_line_that_names_both()
    {
        var (exitCode, output, errors) = await ServerUnderTest.RunToEndAsync(
            "--Endpoints:0:Address=*", "--Endpoints:0:Port=6667", "--Endpoints:1:Address=127.0.0.1", "--Endpoints:1:Port=6667");

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Equal(
            "ChatServer: Endpoints:1 wants port 6667 of 127.0.0.1, but Endpoints:0 has port 6667 of *; "
            + "give one of the two another Port, or remove it (from the command line)\n",
            errors);
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task A_signal_ends_it_with_exit_code_0(string signal)
    {
        using var server = ServerUnderTest.Start(AnyPort);
        await server.ListeningAsync();

        server.Signal(signal);

        await server.EndInOrderAsync();
    }

    [Fact]
    public async Task A_server_that_has_just_started_has_seen_nobody()
    {
        using var server = ServerUnderTest.Start(AnyPort);
        using var client = await LineClient.ConnectAsync((await server.ListeningAsync())[0]);
        await client.SendAsync("NICK anna", "USER a 0 * :a", "LUSERS", "WHOWAS bert");

        await client.ReadUntilAsync(" 265 anna 1 1 :");
        await client.ReadUntilAsync(" 406 anna bert :");
    }

    [Fact]
    public async Task A_signal_tells_clients_why_their_connections_close()
    {
        using var server = ServerUnderTest.Start(AnyPort);
        using var client = await LineClient.ConnectAsync(Assert.Single(await server.ListeningAsync()));
        await client.SendAsync("NICK alice", "USER alice 0 * :Alice");
        await client.ReadUntilAsync(" 001 alice ");

        server.Signal("TERM");

        Assert.Equal("ERROR :Closing Link: 127.0.0.1 (Server is shutting down)", await client.ReadUntilAsync("ERROR"));
        Assert.Null(await client.ReadLineAsync());
        await server.EndInOrderAsync();
    }

    [Fact]
    public async Task A_client_that_never_reads_does_not_keep_it_from_ending()
    {
        using var server = ServerUnderTest.Start([.. AnyPort, .. EndlessPatience, "--Timeouts:Shutdown=00:00:01"]);
        using var client = await LineClient.ConnectAsync(Assert.Single(await server.ListeningAsync()));
        await AskForMoreThanBuffersHoldAsync(client);

        server.Signal("TERM");

        await server.EndInOrderAsync();
    }

    [Fact]
    public async Task A_second_interrupt_ends_it_at_once()
    {
        // An end in order takes seconds here, for a client does not read. On a machine that stands still for as long, the second interrupt
        // comes too late to say anything, and it is tried again.
        const int tries = 5;
        var code = 0;
        for (var i = 0; i < tries && code == 0; i++) code = await InterruptUntilItEndsAsync();

        Assert.Equal(128 + 2, code);
    }

    [Fact]
    public async Task An_operator_has_the_file_read_again_and_a_bad_one_changes_nothing()
    {
        using var server = ServerUnderTest.Start(AnyPort, appSettings: Motd("Old news."));
        using var client = await LineClient.ConnectAsync(Assert.Single(await server.ListeningAsync()));
        await client.SendAsync("NICK alice", "USER alice 0 * :Alice", "OPER root secret");
        await client.ReadUntilAsync(" 372 alice :- Old news.");
        await client.ReadUntilAsync(" 381 ");

        server.WriteSettings("""{ "Server": { "Modt": [] } }""");
        await client.SendAsync("REHASH", "MOTD");
        Assert.Contains("Server:Modt is not a setting", await client.ReadUntilAsync(" FAIL REHASH CONFIG_BAD :"), StringComparison.Ordinal);
        await client.ReadUntilAsync(" 372 alice :- Old news.");

        server.WriteSettings(Motd("Good news."));
        await client.SendAsync("REHASH", "MOTD");
        await client.ReadUntilAsync(" 382 alice appsettings.json :");
        await client.ReadUntilAsync(" 372 alice :- Good news.");
    }

    [Fact]
    public async Task An_operator_ends_it_in_order()
    {
        using var server = ServerUnderTest.Start(AnyPort, appSettings: Motd("Hello."));
        using var client = await LineClient.ConnectAsync(Assert.Single(await server.ListeningAsync()));

        await client.SendAsync("NICK alice", "USER alice 0 * :Alice", "OPER root secret", "DIE");

        Assert.Equal("ERROR :Closing Link: 127.0.0.1 (Server is shutting down)", await client.ReadUntilAsync("ERROR"));
        await server.EndInOrderAsync();
    }

    [Fact]
    public async Task It_leaves_nothing_in_the_working_folder()
    {
        using var server = ServerUnderTest.Start(AnyPort);
        await server.ListeningAsync();
        server.Signal("TERM");
        await server.EndAsync();

        Assert.Empty(server.Files);
    }

    [Fact]
    public async Task Settings_come_from_appsettings_json_then_the_environment_then_the_command_line()
    {
        // Each layer sets the port of one more endpoint to a free one; what it overrides could not be listened on.
        const string file = """
            { "Endpoints": [
                { "Address": "127.0.0.1", "Port": 0 }, { "Address": "192.0.2.1", "Port": 1 }, { "Address": "192.0.2.1", "Port": 1 } ] }
            """;
        using var server = ServerUnderTest.Start(
            ["--Endpoints:2:Address=127.0.0.1", "--Endpoints:2:Port=0"],
            new Dictionary<string, string>
            {
                ["CHATSERVER_Endpoints__1__Address"] = "127.0.0.1",
                ["CHATSERVER_Endpoints__1__Port"] = "0",
                ["CHATSERVER_Endpoints__2__Address"] = "192.0.2.2",
            },
            file);

        Assert.Equal(3, (await server.ListeningAsync()).Count);
    }

    [Fact]
    public async Task An_unknown_key_in_the_environment_names_the_variable()
    {
        using var server = ServerUnderTest.Start(AnyPort, new Dictionary<string, string> { ["CHATSERVER_Limits__Nicks"] = "3" });

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(server.ListeningAsync);

        Assert.Equal(1, await server.EndAsync());
        Assert.Contains("(from the environment variable CHATSERVER_Limits__Nicks)", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_development_certificate_is_served_where_an_endpoint_has_TLS()
    {
        // The files are not there; the certificate made in memory stands in for them.
        using var server = ServerUnderTest.Start(
            [.. AnyPort, "--Endpoints:0:Tls:Certificate=none.pem", "--Endpoints:0:Tls:Key=none.pem", "--dev-certificate"]);
        var port = Assert.Single(await server.ListeningAsync());

        using var client = await LineClient.ConnectAsync(port);
        await using var tls = new SslStream(client.Stream, leaveInnerStreamOpen: false, IsOurs);
        await tls.AuthenticateAsClientAsync("localhost");

        Assert.True(tls.IsAuthenticated);

        static bool IsOurs(object _, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
            certificate?.Subject == "CN=chat.localhost";
    }

    /// <summary>Has the server answer with more than all buffers on the way hold; nobody reads it.</summary>
    private static string Motd(string line) =>
        $$"""
        {
          "Server": { "Motd": ["{{line}}"] },
          "Operators": [{ "Name": "root", "Password": "secret", "Privileges": ["All"] }]
        }
        """;

    private static async Task<int> InterruptUntilItEndsAsync()
    {
        using var server = ServerUnderTest.Start([.. AnyPort, .. EndlessPatience, "--Timeouts:Shutdown=00:00:04"]);
        using var client = await LineClient.ConnectAsync(Assert.Single(await server.ListeningAsync()));
        await AskForMoreThanBuffersHoldAsync(client);

        // Two that come before the first is heard count as one, hence more than two.
        while (!server.HasEnded) server.Signal("INT");
        return await server.EndAsync();
    }

    private static async Task AskForMoreThanBuffersHoldAsync(LineClient client)
    {
        await client.SendAsync("NICK alice", "USER alice 0 * :Alice");
        await client.ReadUntilAsync(" 001 alice ");
        await client.SendAsync([.. Enumerable.Repeat("HELP", 8000), "TIME"]);
    }
}
