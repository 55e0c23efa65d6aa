using System.Text;

namespace ChatServer.Protocol.Tests;

/// <summary>Nicks of every script. Source: RFC 8265 section 3.3.</summary>
public class ForeignNicknameTests
{
    [Theory]
    [InlineData("Işıl")]
    [InlineData("Ольга")]
    [InlineData("Ωmega_7")]
    [InlineData("日本語")]
    [InlineData("한글")]
    [InlineData("שלום5")]
    [InlineData("jürgen|away")]
    [InlineData("\U00020000")]
    [InlineData("हिन्दी")]
    [InlineData("ภาษาไทย")]
    [InlineData("\u02BBokina")]
    public void Letters_and_digits_of_every_script_make_a_nick(string text)
    {
        Assert.True(Parse(text, out var nick));
        Assert.Equal(text, nick.Text);
        Assert.False(Nickname.TryParse(text, CaseMapping.Ascii, 64, out _));
    }

    [Theory]
    [InlineData("\u0301a")] // a mark without a letter
    [InlineData("a\u0316\u0317\u0318\u0319\u031C")] // more marks than a letter can bear
    [InlineData("a\uFE0F")] // an invisible mark
    [InlineData("\u0633\u0640")] // a line that only makes words longer
    [InlineData("\u0633\u0661\u06F1")] // digits of two kinds that look the same
    [InlineData("\u212Bsa")] // a sign that is another letter
    [InlineData("\uFF21bc")] // full-width
    [InlineData("\uFB01n")] // a ligature
    [InlineData("x\u00B2")] // superscript
    [InlineData("\U0001D400")] // a styled letter
    [InlineData("\U00010400")] // a letter with case beyond the basic plane
    [InlineData("\u1100\u1161")] // Hangul in parts
    [InlineData("a\u200Db")] // invisible
    [InlineData("\uD83D\uDE00")] // an emoji
    [InlineData("a\u05D0")] // two directions
    [InlineData("\u0661a")] // a digit first
    [InlineData("é f")]
    [InlineData("é!")]
    [InlineData("é,f")]
    [InlineData("#é")]
    [InlineData("\uD800")] // half a character
    public void Nothing_else_does(string text) => Assert.False(Parse(text, out _));

    [Fact]
    public void Case_is_folded_in_every_script()
    {
        Assert.True(Parse("ОЛЬГА", out var upper));
        Assert.True(Parse("ольга", out var lower));
        Assert.Equal(lower, upper);
        Assert.Equal(lower.GetHashCode(), upper.GetHashCode());
    }

    [Fact]
    public void However_a_letter_is_put_together_it_is_the_same_name()
    {
        Assert.True(Parse("e\u0301va", out var apart));
        Assert.True(Parse("\u00E9va", out var together));
        Assert.Equal(together, apart);
        Assert.Equal("\u00E9va", apart.Text);
    }

    [Fact]
    public void The_length_is_counted_in_bytes()
    {
        Assert.True(Nickname.TryParse("éé", CaseMapping.Precis, 4, out _));
        Assert.False(Nickname.TryParse("ééa", CaseMapping.Precis, 4, out _));
        Assert.False(Nickname.TryParse("ééa"u8, CaseMapping.Precis, 4, out _));
    }

    [Fact]
    public void Bytes_that_are_no_text_make_no_nick() => Assert.False(Nickname.TryParse([0xC3, 0x28], CaseMapping.Precis, 64, out _));

    private static bool Parse(string text, out Nickname nick)
    {
        var asText = Nickname.TryParse(text, CaseMapping.Precis, 64, out nick);
        var asBytes = Nickname.TryParse(Encoding.UTF8.GetBytes(text), CaseMapping.Precis, 64, out _);
        Assert.Equal(asText, asBytes);
        return asText;
    }
}
