using System.Reflection;

namespace ChatServer.Protocol.Tests;

public class NumericsTests
{
    private static readonly IReadOnlyList<(FieldInfo Field, Numeric Numeric)> All =
    [
        .. typeof(Numerics).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (field, (Numeric)field.GetValue(null)!)),
    ];

    [Fact]
    public void Every_code_has_one_meaning()
    {
        Assert.NotEmpty(All);
        Assert.Equal(All.Count, All.Select(entry => entry.Numeric.Code).Distinct().Count());
        Assert.All(All, entry => Assert.InRange(entry.Numeric.Code, 1, 999));
    }

    [Fact]
    public void Every_name_is_that_of_its_field() => Assert.All(All, entry => Assert.Equal(entry.Field.Name, entry.Numeric.Name));

    // "replies ... in the range from 200 to 399, error replies in the range from 400 to 599": RFC 2812 section 5.
    [Fact]
    public void Names_tell_replies_from_errors_as_the_ranges_of_the_RFC_do()
    {
        Assert.All(
            All.Where(entry => entry.Numeric.Code < 400), entry => Assert.StartsWith("RPL_", entry.Numeric.Name, StringComparison.Ordinal));
        Assert.All(
            All.Where(entry => entry.Numeric.Code is >= 400 and < 600),
            entry => Assert.StartsWith("ERR_", entry.Numeric.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void Texts_can_stand_in_a_line() =>
        Assert.All(All, entry => Assert.DoesNotContain(entry.Numeric.Text, character => char.IsControl(character) || character > '~'));

    [Fact]
    public void A_numeric_shows_as_three_digits_and_its_name() => Assert.Equal("001 RPL_WELCOME", Numerics.RPL_WELCOME.ToString());
}
