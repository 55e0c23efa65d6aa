namespace ChatServer.Protocol.Tests;

public class RoomModesTests
{
    [Fact]
    public void ISUPPORT_values_come_from_the_table()
    {
        Assert.Equal("(qaohv)~&@%+", RoomModes.PrefixToken);
        Assert.Equal("beI,k,fjl,CEMNQRTUcimnstuz", RoomModes.ChanModesToken);
    }

    [Fact]
    public void MYINFO_lists_all_letters_and_those_with_a_parameter()
    {
        Assert.Equal("CEIMNQRTUabcefhijklmnoqstuvz", RoomModes.Table.Letters);
        Assert.Equal("Iabefhjkloqv", RoomModes.Table.LettersWithParameter);
        Assert.Equal("BTgiow", UserModes.Table.Letters);
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
    public void Every_flag_has_a_row_and_a_bit_of_its_own()
    {
        var flags = RoomModes.Rows.Where(row => row.Kind == ModeKind.Flag).Select(row => row.Flag).ToList();

        Assert.Equal(Enum.GetValues<RoomFlags>().Where(flag => flag != RoomFlags.None).Order(), flags.Order());
        Assert.All(RoomModes.Rows.Where(row => row.Kind != ModeKind.Flag), row => Assert.Equal(RoomFlags.None, row.Flag));
    }

    [Fact]
    public void A_letter_has_one_row() =>
        Assert.Throws<ArgumentException>(() => new ModeTable(new('a', ModeKind.Flag, "one"), new('a', ModeKind.List, "two")));
}
