using ChatClient.Screen;

namespace ChatClient.Tests.Screen;

public sealed class TerminalTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("\u0002bold\u0002 \u001ditalic\u000f", "bold italic")]
    [InlineData("\u000304red\u0003 \u000304,12both\u0003 \u00031,x", "red both ,x")]
    [InlineData("\u00031234", "34")]
    [InlineData("\u0004ff0000red \u0004ff0000,00ff00both", "red both")]
    [InlineData("\u001b[2Jgone\u0007", "\ufffd[2Jgone\ufffd")]
    [InlineData("c1 \u009b2J", "c1 \ufffd2J")]
    [InlineData("tab\there", "tab here")]
    public void Nothing_that_moves_a_cursor_gets_through(string text, string clean) => Assert.Equal(clean, TerminalText.Clean(text));
}
