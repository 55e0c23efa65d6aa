namespace ChatServer.Protocol.Tests;

public class RoomModesTests
{
    [Fact]
    public void ISUPPORT_values_come_from_the_table()
    {
        Assert.Equal("(qaohv)~&@%+", RoomModes.PrefixToken);
        Assert.Equal("beI,k,l,imnst", RoomModes.ChanModesToken);
    }

    [Fact]
    public void MYINFO_lists_all_letters_and_those_with_a_parameter()
    {
        Assert.Equal("Iabehiklmnoqstv", RoomModes.Table.Letters);
        Assert.Equal("Iabehkloqv", RoomModes.Table.LettersWithParameter);
        Assert.Equal("Biow", UserModes.Table.Letters);
        Assert.Equal("", UserModes.Table.LettersWithParameter);
    }

    [Fact]
    public void Letters_and_prefixes_find_their_rank()
    {
        Assert.Equal(MemberModes.Op, RoomModes.RankOfLetter('o'));
        Assert.Equal(MemberModes.Op, RoomModes.RankOfPrefix('@'));
        Assert.Equal(MemberModes.None, RoomModes.RankOfLetter('@'));
        Assert.Equal(MemberModes.None, RoomModes.RankOfPrefix('o'));
    }

    [Fact]
    public void Ranks_are_ordered_and_their_bits_too() =>
        Assert.Equal(RoomModes.Ranks.Select(rank => rank.Mode).OrderDescending(), RoomModes.Ranks.Select(rank => rank.Mode));

    [Fact]
    public void A_letter_has_one_row() =>
        Assert.Throws<ArgumentException>(() => new ModeTable(new('a', ModeKind.Flag, "one"), new('a', ModeKind.List, "two")));
}
