using System.Text;
using ChatServer.SimulationTests.Model;

namespace ChatServer.SimulationTests;

/// <summary>The judge is judged: what it must object to it objects to, and to nothing else.</summary>
public sealed class ModelTests
{
    [Theory]
    [InlineData("@a=b :nick!user@host PRIVMSG #room :hello there")]
    [InlineData("PING :server")]
    [InlineData(":server 366 nick #room :End of /NAMES list")]
    [InlineData(":server 332 nick #room :")]
    public void A_line_that_the_grammar_allows_is_read(string line) => Assert.Equal(line, WireLine.Read(Encoding.UTF8.GetBytes(line)).Text);

    [Theory]
    [InlineData("PRIVMSG #room :no source")]
    [InlineData(":server  PRIVMSG two spaces")]
    [InlineData(":server 36 nick")]
    [InlineData(":server PRIV4 nick")]
    [InlineData("@ :server PING x")]
    [InlineData(":server PING a\rb")]
    [InlineData(":server PING \u0000")]
    [InlineData(":")]
    [InlineData("")]
    public void A_line_that_the_grammar_forbids_is_objected_to(string line) =>
        Assert.Equal(
            Promise.WellFormedLines,
            Assert.Throws<BrokenPromiseException>(() => WireLine.Read(Encoding.UTF8.GetBytes(line))).Promise);

    [Fact]
    public void A_line_of_510_bytes_fits_and_one_of_511_does_not()
    {
        Assert.Equal(510, WireLine.Read(Line(510)).Text.Length);
        Assert.Throws<BrokenPromiseException>(() => WireLine.Read(Line(511)));

        static byte[] Line(int length) => Encoding.ASCII.GetBytes(":server PING :".PadRight(length, 'x'));
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_objected_to() =>
        Assert.Throws<BrokenPromiseException>(() => WireLine.Read([.. ":server PING "u8, 0xFF]));

    [Fact]
    public void Views_that_agree_have_one_order_and_views_that_do_not_have_a_circle()
    {
        var order = new RoomOrder();
        order.Add("a", "b");
        order.Add("b", "c");
        order.Add("a", "c");
        Assert.Null(order.FindCircle());

        order.Add("c", "d");
        order.Add("d", "b");
        Assert.Equal(["b", "c", "d"], order.FindCircle()!.Order());
    }

    [Fact]
    public void Answers_come_in_the_order_of_the_commands()
    {
        var answers = Waiting(("WHOIS a", true, "318"), ("LIST", true, "323"));
        Assert.Throws<BrokenPromiseException>(() => answers.OnLine(Numeric("323")));

        answers = Waiting(("WHOIS a", true, "318"), ("LIST", true, "323"));
        answers.OnLine(Numeric("318"));
        Assert.Equal("LIST", answers.Unanswered);
        answers.OnLine(Numeric("323"));
        Assert.Null(answers.Unanswered);
    }

    [Fact]
    public void What_need_not_be_answered_may_be_passed_over()
    {
        var answers = Waiting(("MODE #a +i", false, "482"), ("LIST", true, "323"));
        answers.OnLine(Numeric("323"));
        Assert.Null(answers.Unanswered);
    }

    [Theory]
    [InlineData(false, "Nick[x]", "nick[X]", true)]
    [InlineData(false, "nick[x]", "nick{x}", false)]
    [InlineData(true, "nick[x]\\~", "NICK{X}|^", true)]
    public void Names_are_the_same_as_the_case_mapping_says(bool rfc1459, string left, string right, bool same) =>
        Assert.Equal(same, new Names(rfc1459).Same(left, right));

    [Theory]
    [InlineData("n?!*@10.*", "n1!~u1@10.0.0.1", true)]
    [InlineData("n?!*@10.*", "n12!~u1@10.0.0.1", false)]
    [InlineData("*!~u2@*", "N9!~U2@host", true)]
    [InlineData("*", "", true)]
    [InlineData("?*", "", false)]
    public void Masks_cover_whom_they_name(string mask, string text, bool covers) =>
        Assert.Equal(covers, new Names(rfc1459: false).Covers(mask, text));

    private static WireLine Numeric(string numeric) => WireLine.Read(Encoding.ASCII.GetBytes($":server {numeric} nick"));

    private static Answers Waiting(params (string Command, bool IsCertain, string Numeric)[] commands)
    {
        var answers = new Answers();
        foreach (var (command, isCertain, numeric) in commands) answers.Add(new Expected(command, isCertain, line => line.Verb == numeric));
        return answers;
    }
}
