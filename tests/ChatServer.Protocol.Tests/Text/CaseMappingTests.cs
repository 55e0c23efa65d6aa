namespace ChatServer.Protocol.Tests;

public class CaseMappingTests
{
    [Theory]
    [InlineData("ascii", "az[]\\^{}|~é")]
    [InlineData("rfc1459", "az{}|~{}|~é")]
    [InlineData("rfc1459-strict", "az{}|^{}|~é")]
    public void Each_mapping_folds_its_own_range(string name, string folded) =>
        Assert.Equal(folded, Mapping(name).Fold(@"AZ[]\^{}|~é"));

    [Theory]
    [InlineData("ascii", '@', 'Z', '[')]
    [InlineData("rfc1459", '@', '^', '_')]
    [InlineData("rfc1459-strict", '@', ']', '^')]
    public void The_range_ends_where_the_mapping_says(string name, char before, char last, char after)
    {
        Assert.Equal(before, Mapping(name).Fold(before));
        Assert.Equal((char)(last + 32), Mapping(name).Fold(last));
        Assert.Equal(after, Mapping(name).Fold(after));
    }

    [Fact]
    public void A_folded_name_is_returned_as_it_is()
    {
        var name = "alice".PadRight(6, '1');

        Assert.Same(name, CaseMapping.Ascii.Fold(name));
    }

    [Fact]
    public void Equality_and_hash_go_by_the_folded_form()
    {
        Property.Holds(WireGenerators.Word, word =>
        {
            var folded = CaseMapping.Rfc1459.Fold(word);
            Assert.True(CaseMapping.Rfc1459.Equals(word, folded));
            Assert.Equal(CaseMapping.Rfc1459.GetHashCode(word), CaseMapping.Rfc1459.GetHashCode(folded));
            Assert.Equal(folded, CaseMapping.Rfc1459.Fold(folded));
        });
        Assert.False(CaseMapping.Ascii.Equals("a", "b"));
        Assert.False(CaseMapping.Ascii.Equals("a", null));
        Assert.True(CaseMapping.Ascii.Equals(null, null));
    }

    private static CaseMapping Mapping(string name) =>
        new[] { CaseMapping.Ascii, CaseMapping.Rfc1459, CaseMapping.Rfc1459Strict }.Single(mapping => mapping.Name == name);
}
