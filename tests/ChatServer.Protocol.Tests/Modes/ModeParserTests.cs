namespace ChatServer.Protocol.Tests;

public class ModeParserTests
{
    [Fact]
    public void Letters_take_their_parameters_in_order()
    {
        var request = ModeParser.Parse(RoomModes.Table, "+ov-bl+kt", "alice", "bob", "*!*@host", "secret", "surplus");

        Assert.Equal(
            [
                new(true, 'o', "alice"), new(true, 'v', "bob"), new(false, 'b', "*!*@host"), new(false, 'l'),
                new(true, 'k', "secret"), new(true, 't'),
            ],
            request.Changes.ToArray());
        Assert.Empty(request.Queries);
        Assert.Empty(request.Unknown);
        Assert.Empty(request.Missing);
    }

    [Theory]
    [InlineData("b")]
    [InlineData("+b")]
    [InlineData("-b")]
    [InlineData("+bb")]
    public void A_list_letter_without_a_parameter_asks_for_the_list(string modes)
    {
        var request = ModeParser.Parse(RoomModes.Table, modes);

        Assert.Equal(['b'], request.Queries.ToArray());
        Assert.Empty(request.Changes);
        Assert.Empty(request.Missing);
    }

    [Theory]
    [InlineData("+l", 'l')]
    [InlineData("+k", 'k')]
    [InlineData("+o", 'o')]
    [InlineData("-o", 'o')]
    public void Other_letters_without_their_parameter_are_reported(string modes, char letter)
    {
        var request = ModeParser.Parse(RoomModes.Table, modes);

        Assert.Equal([new ModeChange(modes[0] == '+', letter)], request.Missing.ToArray());
        Assert.Empty(request.Changes);
    }

    [Fact]
    public void The_key_may_be_taken_off_without_naming_it() =>
        Assert.Equal([new ModeChange(false, 'k', "*")], ModeParser.Parse(RoomModes.Table, "-k").Changes.ToArray());

    // An empty mask would be completed to one that is everyone.
    [Fact]
    public void An_empty_parameter_counts_as_missing_and_keeps_its_place()
    {
        var request = ModeParser.Parse(RoomModes.Table, "+bov", "", "alice", "");

        Assert.Equal(['b'], request.Queries.ToArray());
        Assert.Equal([new ModeChange(true, 'o', "alice")], request.Changes.ToArray());
        Assert.Equal([new ModeChange(true, 'v')], request.Missing.ToArray());
    }

    [Fact]
    public void Unknown_letters_are_reported_once_and_the_rest_is_applied()
    {
        var request = ModeParser.Parse(RoomModes.Table, "+XmXéo\U0001F600", "alice");

        Assert.Equal(["X", "é", "\U0001F600"], request.Unknown.Select(letter => letter.ToString()));
        Assert.Equal([new(true, 'm'), new(true, 'o', "alice")], request.Changes.ToArray());
    }

    [Fact]
    public void A_mode_string_without_a_sign_adds() =>
        Assert.Equal([new(true, 'i'), new(false, 'w')], ModeParser.Parse(UserModes.Table, "i-w").Changes.ToArray());
}
