using ChatServer.Host;
using ChatServer.Host.CommandLine;
using ChatServer.Host.Configuration;

namespace ChatServer.Tests.Configuration;

public sealed class SettingsSourcesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _prefix = $"TEST_{Guid.NewGuid():N}_";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_with_every_key_is_taken_as_it_is()
    {
        var settings = Read("--config", Path.Combine(AppContext.BaseDirectory, "Data", "every-key.json")).Settings;

        Assert.Equal("My.Little.Server", settings.Server.Name);
        Assert.Null(settings.Server.Password);
        Assert.Equal("", settings.Server.DefaultUserModes);
        Assert.Equal(["Welcome."], settings.Server.Motd);
        Assert.Equal(3, settings.Endpoints.Count);
        Assert.Equal("ssl.pem", settings.Endpoints[1].Tls?.Certificate);
        Assert.Equal(EndpointProtocol.WebSocket, settings.Endpoints[2].Protocol);
        Assert.Equal(["127.0.0.1/32", "::1/128"], settings.TrustedProxies);
        Assert.Equal(0, settings.Limits.Connections);
        Assert.False(settings.Flood.Enabled);
        Assert.Equal(StorageProvider.Sqlite, settings.Storage.Provider);
    }

    [Fact]
    public void The_command_line_wins_over_the_file()
    {
        var file = _folder.Write("chat.json", """{ "Limits": { "NickLength": 10, "TopicLength": 20 } }""");

        var limits = Read("--config", file, "--Limits:NickLength=11").Settings.Limits;

        Assert.Equal((11, 20), (limits.NickLength, limits.TopicLength));
    }

    [Fact]
    public void The_environment_wins_over_the_file_and_loses_to_the_command_line()
    {
        var file = _folder.Write("chat.json", """{ "Limits": { "NickLength": 10, "TopicLength": 20 } }""");
        Environment.SetEnvironmentVariable($"{_prefix}Limits__NickLength", "12");
        Environment.SetEnvironmentVariable($"{_prefix}Limits__TopicLength", "22");

        var limits = Read("--config", file, "--Limits:NickLength=13").Settings.Limits;

        Assert.Equal((13, 22), (limits.NickLength, limits.TopicLength));
    }

    [Fact]
    public void A_file_may_have_comments_and_commas_at_the_end()
    {
        var file = _folder.Write("chat.json", """
            {
              // Shorter than usual.
              "Limits": { "NickLength": 10, },
            }
            """);

        Assert.Equal(10, Read("--config", file).Settings.Limits.NickLength);
    }

    [Fact]
    public void An_empty_list_in_a_file_is_an_empty_list() =>
        Assert.Empty(Read("--config", _folder.Write("chat.json", """{ "Server": { "Motd": [] } }""")).Settings.Server.Motd);

    [Fact]
    public void A_problem_says_in_which_source_the_key_was_set()
    {
        var file = _folder.Write("chat.json", """{ "Limits": { "NickLength": "long" } }""");

        Assert.Equal(
            $"Limits:NickLength is \"long\", but must be a whole number from 1 to 64 (from {file})", Refusal("--config", file));
        Assert.Equal(
            "Limits:NickLength is \"x\", but must be a whole number from 1 to 64 (from the command line)",
            Refusal("--config", file, "--Limits:NickLength", "x"));
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused()
    {
        var file = _folder.File("nothing.json");

        Assert.StartsWith($"can't read the configuration file {file}: ", Refusal("--config", file), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_JSON_is_refused_with_the_line()
    {
        var file = _folder.Write("chat.json", "{\n  \"Limits\": {\n    oops\n} }");

        Assert.StartsWith(
            $"the configuration file {file} is not valid JSON: line 3: ", Refusal("--config", file), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_given_twice_in_a_file_is_refused()
    {
        var file = _folder.Write("chat.json", """{ "Flood": { "Burst": 1, "burst": 2 } }""");

        Assert.Contains("Flood:burst", Refusal("--config", file), StringComparison.Ordinal);
    }

    private SettingsReading<HostSettings> Read(params string[] arguments) =>
        new SettingsSources(CommandLineArguments.Parse(arguments), _prefix).Read();

    private string Refusal(params string[] arguments) => Assert.Throws<StartException>(() => Read(arguments)).Message;
}
