using FsCheck.Fluent;

namespace ChatServer.Protocol.Tests;

public class GlobProperties
{
    [Fact]
    public void A_match_is_what_the_definition_says()
    {
        // Few letters, so that matches and near misses are common; short, since the definition tries everything.
        var patterns = Gen.Elements('a', 'b', '*', '?', '\\').ArrayOf().Resize(9).Select(letters => new string(letters));
        var texts = Gen.Elements('a', 'b', '\\').ArrayOf().Resize(9).Select(letters => new string(letters));
        var cases = from pattern in patterns from text in texts select (pattern, text);

        Property.Holds(cases, pair => Assert.Equal(ByDefinition(pair.pattern, pair.text), Glob.IsMatch(pair.pattern, pair.text)), 5_000);
    }

    [Fact]
    public void Folding_while_matching_is_the_same_as_folding_before()
    {
        var patterns = Gen.Elements([.. "aA[{^~*?"]).ArrayOf().Select(letters => new string(letters));
        var texts = Gen.Elements([.. "aA[{^~"]).ArrayOf().Select(letters => new string(letters));
        var mappings = Gen.Elements(CaseMapping.Ascii, CaseMapping.Rfc1459, CaseMapping.Rfc1459Strict);
        var cases = from pattern in patterns from text in texts from mapping in mappings select (pattern, text, mapping);

        Property.Holds(cases, c =>
        {
            var folded = c.mapping.Fold(c.pattern);
            Assert.Equal(Glob.IsMatch(folded, c.mapping.Fold(c.text)), Glob.IsMatch(folded, c.text, c.mapping));
        }, 2_000);
    }

    private static bool ByDefinition(string pattern, string text) =>
        pattern.Length == 0 ? text.Length == 0
        : pattern[0] == '*' ? ByDefinition(pattern[1..], text) || (text.Length > 0 && ByDefinition(pattern, text[1..]))
        : text.Length > 0 && (pattern[0] == '?' || pattern[0] == text[0]) && ByDefinition(pattern[1..], text[1..]);
}
