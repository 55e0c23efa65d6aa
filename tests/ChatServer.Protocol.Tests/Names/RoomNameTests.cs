namespace ChatServer.Protocol.Tests;

public class RoomNameTests
{
    [Theory]
    [InlineData("#")]
    [InlineData("#room")]
    [InlineData("##room")]
    [InlineData("#C++")]
    [InlineData("#café")]
    [InlineData("#部屋")]
    public void Names_within_the_rules_are_taken_as_written(string text)
    {
        Assert.True(RoomName.TryParse(text.Utf8(), CaseMapping.Ascii, maxBytes: 7, out var room));
        Assert.Equal(text, room.ToString());
        Assert.True(RoomName.LooksLikeRoom(text.Utf8()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("room")]
    [InlineData("&room")]
    [InlineData("#a room")]
    [InlineData("#a,b")]
    [InlineData("#\a")]
    [InlineData("#\0")]
    [InlineData("#\u0002bold")]
    [InlineData("#a\u00A0b")]
    [InlineData("#eightb")]
    [InlineData("#cafféé")]
    [InlineData("#\uFFFD")]
    public void Other_names_are_refused(string text) =>
        Assert.False(RoomName.TryParse(text.Utf8(), CaseMapping.Ascii, maxBytes: text == "#eightb" ? 6 : 7, out _));

    [Fact]
    public void Bytes_that_are_not_UTF8_name_no_room() => Assert.False(RoomName.TryParse([(byte)'#', 0xE8], CaseMapping.Ascii, 64, out _));

    [Fact]
    public void Names_that_differ_in_case_only_are_the_same()
    {
        Assert.True(RoomName.TryParse("#Room", CaseMapping.Ascii, 64, out var upper));
        Assert.True(RoomName.TryParse("#rOOM", CaseMapping.Ascii, 64, out var lower));

        Assert.True(upper == lower);
        Assert.Equal(upper.GetHashCode(), lower.GetHashCode());
        Assert.Equal("#Room", upper.Text);
    }
}
