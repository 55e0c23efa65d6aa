using ChatServer.Host;
using ChatServer.Host.CommandLine;

namespace ChatServer.Tests.CommandLine;

public class CommandLineArgumentsTests
{
    [Fact]
    public void Options_and_settings_may_stand_in_any_order()
    {
        var parsed = CommandLineArguments.Parse(
            ["--Server:Name=a.b", "--dev-certificate", "--config", "x.json", "--Limits:NickLength", "9"]);

        Assert.True(parsed.DevCertificate);
        Assert.Equal("x.json", parsed.ConfigFile);
        Assert.Equal([new("Server:Name", "a.b"), new("Limits:NickLength", "9")], parsed.Settings);
    }

    [Theory]
    [InlineData("--config=x.json")]
    [InlineData("-c=x.json")]
    public void A_value_may_follow_an_equals_sign(string argument) =>
        Assert.Equal("x.json", CommandLineArguments.Parse([argument]).ConfigFile);

    [Fact]
    public void Only_the_first_equals_sign_divides() =>
        Assert.Equal([new("Server:Password", "a=b")], CommandLineArguments.Parse(["--Server:Password=a=b"]).Settings);

    [Fact]
    public void A_value_may_begin_with_dashes() =>
        Assert.Equal([new("Server:Password", "--x")], CommandLineArguments.Parse(["--Server:Password", "--x"]).Settings);

    [Theory]
    [InlineData("--confg", "unknown argument --confg. Did you mean --config? See --help.")]
    [InlineData("chat.json", "unknown argument chat.json. A setting is given as --Section:Key=value. See --help.")]
    [InlineData("--config", "--config needs a value. See --help.")]
    [InlineData("--Server:Name", "--Server:Name needs a value. See --help.")]
    [InlineData("--help=yes", "--help takes no value, but was given as --help=yes. See --help.")]
    public void What_it_does_not_know_is_refused(string argument, string message) =>
        Assert.Equal(message, Assert.Throws<StartException>(() => CommandLineArguments.Parse([argument])).Message);
}
