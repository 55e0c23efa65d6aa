namespace ChatServer.Protocol.Tests;

public class MemberModesTests
{
    [Theory]
    [InlineData(MemberModes.None, MemberModes.None, "", "", "")]
    [InlineData(MemberModes.Voice, MemberModes.Voice, "+", "+", "v")]
    [InlineData(MemberModes.Voice | MemberModes.Op, MemberModes.Op, "@", "@+", "ov")]
    [InlineData(MemberModes.HalfOp | MemberModes.Admin, MemberModes.Admin, "&", "&%", "ah")]
    [InlineData((MemberModes)31, MemberModes.Founder, "~", "~&@%+", "qaohv")]
    public void Ranks_are_written_from_the_highest_down(MemberModes modes, MemberModes highest, string one, string all, string letters)
    {
        Assert.Equal(highest, modes.Highest());
        Assert.Equal(one, modes.Prefixes(multi: false));
        Assert.Equal(all, modes.Prefixes(multi: true));
        Assert.Equal(letters, modes.Letters());
    }
}
