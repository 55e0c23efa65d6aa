using ChatClient.CommandLine;
using ChatClient.Configuration;
using ChatClient.Connection;

namespace ChatClient.Tests.Configuration;

public sealed class StartupTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ChatConfiguration _configuration;

    public StartupTests()
    {
        var password = _folder.Write("password", "sesame\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(password.FullName, UnixFileMode.UserRead);
        _configuration = ConfigurationFile.Parse($$"""
            {
              "nick": "pip",
              "server": "home",
              "servers": {
                "home": {
                  "address": "irc.example.org", "tls": true, "rooms": ["lobby"],
                  "account": "acc", "accountPasswordFile": "{{password.FullName}}",
                },
                "work": { "address": "work.example.org:7000" },
              },
            }
            """);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_arguments_the_usual_server_is_taken_with_all_that_belongs_to_it()
    {
        var options = Read(new Arguments());

        Assert.Equal(new Endpoint("irc.example.org", 6697, Transport.Tls), options.Endpoint);
        Assert.Equal(("pip", "acc", "sesame"), (options.Session.Nick, options.Session.Login?.Account, options.Session.Login?.Password));
        Assert.Equal("#lobby", Assert.Single(options.Rooms));
    }

    [Fact]
    public void A_server_is_named_by_its_name_or_its_address()
    {
        Assert.Equal(new Endpoint("work.example.org", 7000, Transport.Tcp), Read(new Arguments { Server = "work" }).Endpoint);
        Assert.Equal("acc", Read(new Arguments { Server = "irc.example.org" }).Session.Login?.Account);
    }

    [Fact]
    public void Another_server_gets_neither_account_nor_rooms()
    {
        var options = Read(new Arguments { Server = "elsewhere.example.org" });

        Assert.Null(options.Session.Login);
        Assert.Empty(options.Rooms);
        Assert.Equal(new Endpoint("elsewhere.example.org", 6667, Transport.Tcp), options.Endpoint);
    }

    [Fact]
    public void The_command_line_wins()
    {
        var options = Read(new Arguments { Nick = "pop", Rooms = ["#tea"] });

        Assert.Equal(("pop", "#tea"), (options.Session.Nick, Assert.Single(options.Rooms)));
    }

    [Theory]
    [InlineData("ws://127.0.0.1:8080/chat?x=1", false, "127.0.0.1", 8080, Transport.WebSocket, "/chat?x=1")]
    [InlineData("wss://irc.example.org", false, "irc.example.org", 443, Transport.SecureWebSocket, "")]
    [InlineData("ws://irc.example.org", true, "irc.example.org", 443, Transport.SecureWebSocket, "")]
    [InlineData("ircs://irc.example.org/", false, "irc.example.org", 6697, Transport.Tls, "")]
    [InlineData("irc://irc.example.org", true, "irc.example.org", 6697, Transport.Tls, "")]
    [InlineData("[::1]:7000", true, "::1", 7000, Transport.Tls, "")]
    public void Addresses_say_how_to_get_there(string text, bool useTls, string host, int port, object transport, string path) =>
        Assert.Equal(new Endpoint(host, port, (Transport)transport, path), Read(new Arguments { Server = text, UseTls = useTls }).Endpoint);

    [Fact]
    public void An_address_that_is_none_is_refused()
    {
        var error = Assert.Throws<ConfigurationException>(() => Read(new Arguments { Server = "host:99999" }));

        Assert.Contains("is not an address", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void External_needs_no_password() =>
        Assert.Null(Read(new Arguments { Server = "work", Account = "acc", Mechanism = "EXTERNAL" }).Session.Login?.Password);

    private ChatOptions Read(Arguments arguments) => new Startup(arguments, _configuration, hasScreen: false, _ => { }).Read();
}
