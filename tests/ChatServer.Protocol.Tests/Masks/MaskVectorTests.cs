namespace ChatServer.Protocol.Tests;

public class MaskVectorTests
{
    public static TheoryData<string, string, bool> Cases() => Where(_ => true);

    /// <summary>The cases whose mask is written in full; the others mean something else once completed.</summary>
    public static TheoryData<string, string, bool> FullMaskCases() => Where(mask => mask.Contains('!', StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_pattern_matches_as_the_vectors_say(string mask, string text, bool matches) =>
        Assert.Equal(matches, Glob.IsMatch(mask, text));

    [Theory]
    [MemberData(nameof(FullMaskCases))]
    public void A_user_mask_matches_as_the_vectors_say(string mask, string text, bool matches)
    {
        var userMask = UserMask.Parse(mask, CaseMapping.Ascii);
        var source = SourceParser.Parse(text);

        Assert.Equal(matches, userMask.Matches(text));
        Assert.Equal(matches, userMask.Matches(source.Nick, source.User, source.Host, address: null));
    }

    private static TheoryData<string, string, bool> Where(Func<string, bool> wanted)
    {
        var cases = new TheoryData<string, string, bool>();
        foreach (var vector in VectorFile.Read("mask-match").Where(vector => wanted(vector.Text("mask")!)))
        {
            foreach (var text in vector.Texts("matches"))
                cases.Add(vector.Text("mask")!, text, true);
            foreach (var text in vector.Texts("fails"))
                cases.Add(vector.Text("mask")!, text, false);
        }

        return cases;
    }
}
