namespace ChatServer.Protocol.Tests;

/// <summary>Folding brings names to NFC. Source: Unicode Standard Annex 15.</summary>
public class NormalFormTests
{
    [Theory]
    [InlineData("e\u0301", "\u00E9")]
    [InlineData("\u00E9", "\u00E9")]
    [InlineData("\u212B", "\u00E5")] // one letter for another
    [InlineData("a\u0306\u0323", "\u1EB7")] // marks in any order
    [InlineData("a\u0323\u0306", "\u1EB7")]
    [InlineData("\u00E9\u0323", "\u1EB9\u0301")] // one mark goes under another
    [InlineData("\u0958", "\u0915\u093C")] // never composed
    [InlineData("\u0344", "\u0308\u0301")]
    [InlineData("a\u0315\u0300\u05AE\u0300b", "\u00E0\u05AE\u0300\u0315b")] // the second accent is kept away by the first
    [InlineData("J\u030C", "\u01F0")] // there is no capital of it, so the small one is composed after folding
    [InlineData("\u1100\u1161\u11A8", "\uAC01")] // Hangul
    [InlineData("\uAC00\u11A8", "\uAC01")]
    [InlineData("\uAC01\u11A8", "\uAC01\u11A8")]
    [InlineData("\U0001D15E", "\U0001D157\U0001D165")]
    public void There_is_one_form_for_what_reads_the_same(string text, string expected) =>
        Assert.Equal(expected, CaseMapping.Precis.Fold(text));

    [Theory]
    [InlineData("plain")]
    [InlineData("naïve")]
    [InlineData("日本語")]
    public void Text_in_normal_form_is_left_alone(string text) => Assert.Same(text, CaseMapping.Precis.Fold(text));

    [Fact]
    public void Equality_goes_by_the_form()
    {
        Assert.True(CaseMapping.Precis.Equals("E\u0301", "\u00E9"));
        Assert.Equal(CaseMapping.Precis.GetHashCode("E\u0301"), CaseMapping.Precis.GetHashCode("\u00E9"));
        Assert.False(CaseMapping.Ascii.Equals("e\u0301", "\u00E9"));
    }
}
