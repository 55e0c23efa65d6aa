using ChatClient.Configuration;

namespace ChatClient.Tests.Configuration;

public sealed class ConfigurationFileTests
{
    [Fact]
    public void Every_setting_is_read_and_comments_are_skipped()
    {
        var configuration = ConfigurationFile.Parse("""
            // all of it
            {
              "nick": "pip", "otherNicks": ["pop"], "realName": "Pip P.", "history": 50, "theme": "LIGHT",
              "server": "home",
              "servers": {
                "home": {
                  "address": "irc.example.org", "tls": true, "rooms": ["#a"], "nick": "pip2", "account": "acc", "mechanism": "plain",
                  "passwordFile": "/p", "accountPasswordFile": "~/ap", "certificate": "/c", "fingerprint": "ab",
                },
              },
              "notifications": { "bell": false, "desktop": "osc777" }, /* here too */
              "highlights": ["tea"], "ignore": ["spam"], "friends": ["bob"], "showTyping": false, "log": true, "logFolder": "/l",
            }
            """);

        Assert.Equal(("pip", "Pip P."), (configuration.Nick, configuration.RealName));
        Assert.Equal((50, "light"), (configuration.History, configuration.Theme));
        Assert.Equal((false, DesktopNotification.Osc777), (configuration.Bell, configuration.Desktop));
        Assert.Equal((false, true, "/l"), (configuration.ShowsTyping, configuration.Log, configuration.LogFolder));
        var lists = new[] { configuration.OtherNicks, configuration.Highlights, configuration.Ignore, configuration.Friends };
        Assert.Equal(["pop", "tea", "spam", "bob"], lists.Select(list => Assert.Single(list)));
        var home = configuration.Servers["HOME"];
        Assert.Equal(("irc.example.org", true, "pip2", "acc", "PLAIN"), (home.Address, home.Tls, home.Nick, home.Account, home.Mechanism));
        Assert.Equal(("/p", "/c", "ab", "#a"), (home.PasswordFile, home.Certificate, home.Fingerprint, Assert.Single(home.Rooms)));
        Assert.EndsWith("/ap", home.AccountPasswordFile, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "colour": 1 }""", "\"colour\" is not a key of the file. Known keys: friends, highlights, history")]
    [InlineData("""{ "hilights": [] }""", "Did you mean \"highlights\"?")]
    [InlineData(
        """{ "notifications": { "bel": true } }""",
        "\"notifications.bel\" is not a key of \"notifications\". Did you mean \"bell\"")]
    [InlineData("""{ "servers": { "a": { "adress": "x" } } }""", "\"servers.a.adress\" is not a key of a server. Did you mean \"address\"")]
    [InlineData("""{ "servers": { "home": { "tls": true } } }""", "\"servers.home\" has no \"address\"")]
    [InlineData("""{ "server": "a", "servers": { "b": { "address": "x" } } }""", "\"server\" is \"a\", but \"servers\" has only: b")]
    [InlineData("""{ "history": 1001 }""", "\"history\" must be a number from 0 to 1000")]
    [InlineData("""{ "log": "yes" }""", "\"log\" must be true or false")]
    [InlineData("""{ "nick": "" }""", "\"nick\" must be a text")]
    [InlineData("""{ "ignore": ["a", 2] }""", "\"ignore[1]\" must be a text")]
    [InlineData("""{ "theme": "pink" }""", "\"theme\" must be one of: dark, light, 16, none")]
    [InlineData("{\n\"nick\": \"pip\"\n\"log\": true }", "line 3: not JSON")]
    [InlineData("[]", "must be an object")]
    public void What_is_not_in_order_is_told_with_its_place_and_the_mend(string json, string fault) =>
        Assert.Contains(
            fault, Assert.Throws<ConfigurationException>(() => ConfigurationFile.Parse(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void What_setup_writes_can_be_read_and_names_every_key()
    {
        var text = ConfigurationTemplate.Write("zoë", "wss://irc.example.org/chat", useTls: true, ["#lobby", "#tea"]);

        var configuration = ConfigurationFile.Parse(text);

        Assert.Equal(("zoë", "home"), (configuration.Nick, configuration.DefaultServer));
        var home = configuration.Servers["home"];
        Assert.Equal(("wss://irc.example.org/chat", true), (home.Address, home.Tls));
        Assert.Equal(["#lobby", "#tea"], home.Rooms.AsEnumerable());
        Assert.All(
            ConfigurationKeys.Top.Keys.Concat(ConfigurationKeys.Notifications.Keys).Concat(ConfigurationKeys.Server.Keys),
            key => Assert.Contains($"\"{key}\":", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Setup_asks_again_for_an_address_that_is_none_and_takes_what_is_usual_for_an_empty_answer()
    {
        using var folder = new TemporaryFolder();
        using var answers = new StringReader("pip\ntwo words\nirc.example.org\n\ntea\n");
        using var questions = new StringWriter();

        Assert.True(new Setup(answers, questions).Run(folder.File("chat/config.json")));

        var home = ConfigurationFile.Read(folder.File("chat/config.json")).Servers["home"];
        Assert.Equal(("irc.example.org", true, "#tea"), (home.Address, home.Tls, Assert.Single(home.Rooms)));
        Assert.Contains("\"two words\" is not an address.", questions.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Setup_leaves_a_file_alone_that_exists()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("config.json", "{}");
        using var answers = new StringReader("\n");

        Assert.False(new Setup(answers, TextWriter.Null).Run(file));

        Assert.Equal("{}", File.ReadAllText(file.FullName));
    }
}
