using ChatServer.Host.Configuration;

namespace ChatServer.Tests.Configuration;

public class SettingsCatalogTests
{
    private static readonly IReadOnlyList<SettingDescription> All = SettingsCatalog.Of(typeof(HostSettings));

    [Theory]
    [InlineData("Server:Admin:Contact", "none", "text without line breaks")]
    [InlineData("Limits:NickLength", "32", "a whole number from 1 to 64")]
    [InlineData("Endpoints:N:Port", "none, must be given", "a whole number from 0 (any free port) to 65535")]
    [InlineData("Timeouts:PingAfter", "00:02:00", "a time as hh:mm:ss, from 00:00:01 to 1.00:00:00")]
    [InlineData("Serilog:File:Format", "Text", "one of Text, Json")]
    [InlineData("Accounts:SaslMechanisms:N", "\"PLAIN\", \"SCRAM-SHA-256\", \"EXTERNAL\"", "one of PLAIN, SCRAM-SHA-256, EXTERNAL")]
    public void A_setting_is_listed_with_its_default_and_what_it_may_be(string key, string standard, string expectation)
    {
        var setting = Assert.Single(All, setting => setting.Key == key);

        Assert.Equal((standard, expectation), (setting.Default, setting.Expectation));
    }

    [Fact]
    public void What_is_in_a_section_not_in_use_yet_is_not_in_use_either() =>
        Assert.False(Assert.Single(All, setting => setting.Key == "Storage:Provider").InUse);
}
