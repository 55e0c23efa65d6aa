using ChatServer.Engine.Settings;
using ChatServer.Host.Configuration;
using Microsoft.Extensions.Configuration;
using Serilog.Events;

namespace ChatServer.Tests.Configuration;

public class SettingsReaderTests
{
    [Fact]
    public void Without_any_key_everything_has_its_default()
    {
        var reading = Read();

        Assert.Empty(reading.Problems);
        Assert.Empty(reading.NotInUseYet);
        var endpoint = Assert.Single(reading.Settings.Endpoints);
        Assert.Equal(("127.0.0.1", 6667), (endpoint.Address, endpoint.Port));
        Assert.Equal(new LimitSettings(), reading.Settings.Limits);
        Assert.Null(reading.Settings.Server.Password);
    }

    [Fact]
    public void Every_kind_of_value_is_read()
    {
        var settings = Read(
            ("Server:Network", "TestNet"),
            ("Server:Utf8Only", "false"),
            ("Server:CaseMapping", "Rfc1459"),
            ("Limits:NickLength", "9"),
            ("Timeouts:Registration", "00:00:20"),
            ("Server:Motd:0", "one"),
            ("Server:Motd:1", "two"),
            ("Endpoints:0:Address", "::1"),
            ("Endpoints:0:Port", "6697"),
            ("Endpoints:0:Tls:Certificate", "c.pem"),
            ("Endpoints:0:Tls:Key", "k.pem"),
            ("Operators:0:Name", "root"),
            ("Operators:0:Password", "secret"),
            ("Operators:0:Privileges:0", "Kill"),
            ("Serilog:Overrides:ChatServer.Engine.Rooms", "Debug")).Settings;

        Assert.Equal("TestNet", settings.Server.Network);
        Assert.False(settings.Server.Utf8Only);
        Assert.Equal(CaseMappingName.Rfc1459, settings.Server.CaseMapping);
        Assert.Equal(9, settings.Limits.NickLength);
        Assert.Equal(TimeSpan.FromSeconds(20), settings.Timeouts.Registration);
        Assert.Equal(["one", "two"], settings.Server.Motd);
        Assert.Equal(new TlsSettings { Certificate = "c.pem", Key = "k.pem" }, Assert.Single(settings.Endpoints).Tls);
        Assert.Equal([OperatorPrivilege.Kill], Assert.Single(settings.Operators).Privileges);
        Assert.Equal(LogEventLevel.Debug, settings.Serilog.Overrides["ChatServer.Engine.Rooms"]);
    }

    [Fact]
    public void Keys_and_names_of_values_are_read_in_any_case() =>
        Assert.Equal(CaseMappingName.Rfc1459, Read(("SERVER:casemapping", "rfc1459")).Settings.Server.CaseMapping);

    [Fact]
    public void A_list_replaces_the_default_instead_of_extending_it() =>
        Assert.Equal(["PLAIN"], Read(("Accounts:SaslMechanisms:0", "PLAIN")).Settings.Accounts.SaslMechanisms);

    [Fact]
    public void An_empty_list_is_empty_even_where_the_default_is_not() =>
        Assert.Empty(Read(("Server:Motd", "")).Settings.Server.Motd);

    [Fact]
    public void Null_means_the_default() =>
        Assert.Equal(32, Read(("Limits:NickLength", null)).Settings.Limits.NickLength);

    [Fact]
    public void An_empty_password_is_no_password() =>
        Assert.Null(Read(("Server:Password", "")).Settings.Server.Password);

    [Theory]
    [InlineData("Limits:NickLength", "abc", "a whole number from 1 to 64")]
    [InlineData("Limits:NickLength", "0", "a whole number from 1 to 64")]
    [InlineData("Limits:NickLength", "65", "a whole number from 1 to 64")]
    [InlineData("Limits:NickLength", "1.5", "a whole number from 1 to 64")]
    [InlineData("Limits:Connections", "-1", "a whole number from 0 (no limit) to 1000000")]
    [InlineData("Server:Utf8Only", "perhaps", "true or false")]
    [InlineData("Server:CaseMapping", "Unicode", "one of Ascii, Rfc1459, Precis")]
    [InlineData("Server:CaseMapping", "1", "one of Ascii, Rfc1459, Precis")]
    [InlineData("Server:Name", "localhost", "a host name: letters, digits, '-' and at least one '.', 63 characters at most")]
    [InlineData("Server:Network", "Two Words", "one word, without spaces and '='")]
    [InlineData("Server:Description", "two\nlines", "text without line breaks")]
    [InlineData("Server:DefaultUserModes", "i", "empty, or '+' and mode letters, as in +i")]
    [InlineData("Server:Motd", "text", "a list (text without line breaks)")]
    [InlineData("Server:Motd:0", "two\nlines", "text without line breaks")]
    [InlineData("Server:Admin", "me", "a section with Location, Organization, Contact")]
    [InlineData("Timeouts:PingAfter", "90", "a time as hh:mm:ss, from 00:00:01 to 1.00:00:00")]
    [InlineData("Timeouts:Shutdown", "00:01:00", "a time as hh:mm:ss, from 00:00:00 to 00:00:04")]
    [InlineData("TrustedProxies:0", "10.0.0.0/33", "addresses in CIDR notation, as in 10.0.0.0/8 or ::1/128")]
    [InlineData("History:StoredTagMessages:0", "react", "the name of a client-only tag, as in +draft/react")]
    [InlineData("Accounts:SaslMechanisms:0", "ROT13", "one of PLAIN, SCRAM-SHA-256, EXTERNAL")]
    [InlineData("Serilog:MinimumLevel", "Loud", "one of Verbose, Debug, Information, Warning, Error, Fatal")]
    public void A_value_that_breaks_a_rule_is_named_with_what_it_may_be(string key, string value, string expectation)
    {
        var problem = Assert.Single(Read((key, value)).Problems);

        Assert.Equal($"{key} is \"{value}\", but must be {expectation}", $"{problem}");
    }

    [Theory]
    [InlineData("Limits:NickLength:0", "Limits:NickLength is a section or a list, but must be a whole number from 1 to 64")]
    [InlineData("Server:Motd:first", "Server:Motd:first is not in use: elements of Server:Motd are numbered, as in Server:Motd:0")]
    public void A_key_below_a_value_or_a_list_is_refused(string key, string message) =>
        Assert.Equal(message, $"{Assert.Single(Read((key, "x")).Problems)}");

    [Theory]
    [InlineData("Limits:NickLenght", "did you mean Limits:NickLength?")]
    [InlineData("limts", "did you mean Limits?")]
    [InlineData("Topiclength", "did you mean Limits:TopicLength?")]
    [InlineData("Flood:Zebra", "Flood has Enabled, CommandsPerSecond, Burst")]
    public void An_unknown_key_is_named_with_its_value_and_what_may_have_been_meant(string key, string hint) =>
        Assert.Equal($"{key} is not a setting, but was given \"7\"; {hint}", $"{Assert.Single(Read((key, "7")).Problems)}");

    [Fact]
    public void What_must_be_given_and_was_not_is_named()
    {
        var problem = Assert.Single(Read(("Endpoints:0:Address", "127.0.0.1")).Problems);

        Assert.Equal("Endpoints:0:Port is missing, but must be a whole number from 0 (any free port) to 65535", $"{problem}");
    }

    [Fact]
    public void Every_problem_is_found_at_once() =>
        Assert.Equal(3, Read(("Foo", "1"), ("Limits:NickLength", "0"), ("Server:Utf8Only", "2")).Problems.Count);

    [Fact]
    public void A_key_whose_feature_comes_later_is_taken_and_named()
    {
        var reading = Read(("Metadata:Enabled", "true"), ("History:Persistent", "true"));

        Assert.Empty(reading.Problems);
        Assert.True(reading.Settings.Metadata.Enabled);
        Assert.Equal(["History:Persistent", "Metadata"], reading.NotInUseYet);
    }

    [Fact]
    public void A_privilege_whose_feature_comes_later_is_taken_and_named()
    {
        var reading = Read(
            ("Operators:0:Name", "alice"),
            ("Operators:0:Password", "secret"),
            ("Operators:0:Privileges:0", "Kill"),
            ("Operators:0:Privileges:1", "Accounts"));

        Assert.Empty(reading.Problems);
        Assert.Equal(["Operators:0:Privileges:1=Accounts"], reading.NotInUseYet);
    }

    private static SettingsReading<HostSettings> Read(params (string Key, string? Value)[] given)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(given.Select(pair => KeyValuePair.Create(pair.Key, pair.Value)))
            .Build();
        return SettingsReader.Read<HostSettings>(configuration, _ => null);
    }
}
