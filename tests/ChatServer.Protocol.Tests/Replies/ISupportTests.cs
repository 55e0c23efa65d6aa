namespace ChatServer.Protocol.Tests;

public class ISupportTests
{
    [Fact]
    public void Tokens_have_a_value_an_empty_value_or_none()
    {
        var support = new ISupport().Add("NETWORK", "TestNet").Add("TARGMAX", "").Add("WHOX").Withdraw("KNOCK");

        Assert.Equal(["NETWORK=TestNet", "TARGMAX=", "WHOX", "-KNOCK"], support.Tokens);
    }

    [Fact]
    public void Values_are_escaped_as_the_specification_says() =>
        Assert.Equal([@"NETWORK=a\x20b\x3Dc\x5Cx20"], new ISupport().Add("NETWORK", @"a b=c\x20").Tokens);

    // "A single RPL_ISUPPORT reply MUST NOT contain the same parameter multiple times nor advertise and negate the same parameter":
    // Modern, RPL_ISUPPORT.
    [Fact]
    public void A_token_named_again_is_replaced()
    {
        var support = new ISupport().Add("MONITOR", "100").Add("WHOX").Add("MONITOR", "50").Withdraw("WHOX");

        Assert.Equal(["MONITOR=50", "-WHOX"], support.Tokens);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-WHOX")]
    [InlineData("A B")]
    [InlineData("A=B")]
    public void What_is_no_name_is_refused(string name)
    {
        Assert.Throws<ArgumentException>(() => new ISupport().Add(name));
        Assert.Throws<ArgumentException>(() => new ISupport().Withdraw(name));
    }

    [Fact]
    public void No_line_has_more_than_13_tokens()
    {
        var support = new ISupport();
        for (var i = 0; i < 30; i++)
            support.Add($"T{i}");

        Assert.Equal([13, 13, 4], support.Lines("irc.example.org", nickBytes: 32).Select(line => line.Length));
    }

    [Fact]
    public void Lines_fit_for_the_longest_nickname_and_waste_no_room()
    {
        var support = new ISupport();
        for (var i = 0; i < 12; i++)
            support.Add($"TOKEN{i}", new string('v', 60 + i));
        var nick = new string('n', 32);

        var lines = support.Lines("irc.example.org", nick.Length);

        Assert.Equal(support.Tokens, lines.SelectMany(line => line));
        Assert.All(lines, line => Assert.True(LengthOfLine(nick, line) <= 512));
        Assert.All(lines.Zip(lines.Skip(1)), pair => Assert.True(LengthOfLine(nick, [.. pair.First, pair.Second[0]]) > 512));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    public void A_line_is_filled_to_the_last_byte(int excess, int lines)
    {
        var frame = LengthOfLine("alice", ["A=", "B="]);
        var support = new ISupport().Add("A", new string('a', 200)).Add("B", new string('b', 512 - frame - 200 + excess));

        Assert.Equal(lines, support.Lines("irc.example.org", nickBytes: 5).Length);
    }

    [Fact]
    public void Nothing_to_say_makes_no_line() => Assert.Empty(new ISupport().Lines("irc.example.org", 32));

    private static int LengthOfLine(string nick, IEnumerable<string> tokens) =>
        $":irc.example.org 005 {nick} {string.Join(' ', tokens)} :{Numerics.RPL_ISUPPORT.Text}\r\n".Length;
}
