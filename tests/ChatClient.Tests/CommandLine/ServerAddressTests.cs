using ChatClient.CommandLine;

namespace ChatClient.Tests.CommandLine;

public sealed class ServerAddressTests
{
    [Theory]
    [InlineData("irc.example.org", "irc.example.org", null)]
    [InlineData("irc.example.org:7000", "irc.example.org", 7000)]
    [InlineData("127.0.0.1:6667", "127.0.0.1", 6667)]
    [InlineData("::1", "::1", null)]
    [InlineData("[::1]", "::1", null)]
    [InlineData("[::1]:6667", "::1", 6667)]
    public void Hosts_and_ports_are_told_apart(string text, string host, int? port)
    {
        Assert.True(ServerAddress.TryParse(text, out var address));
        Assert.Equal((host, port), (address.Host, address.Port));
    }

    [Theory]
    [InlineData("")]
    [InlineData(":6667")]
    [InlineData("host:")]
    [InlineData("host:0")]
    [InlineData("host:65536")]
    [InlineData("host:irc")]
    [InlineData("two words")]
    [InlineData("http://host")]
    [InlineData("[::1]x")]
    public void Nonsense_is_refused(string text) => Assert.False(ServerAddress.TryParse(text, out _));
}
