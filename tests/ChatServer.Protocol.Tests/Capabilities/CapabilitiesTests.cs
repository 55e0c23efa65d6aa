using System.Numerics;

namespace ChatServer.Protocol.Tests;

public class CapabilitiesTests
{
    [Fact]
    public void Every_name_has_one_row_and_finds_it()
    {
        Assert.Equal(Capabilities.All.Select(row => row.Name).Order(StringComparer.Ordinal), Capabilities.All.Select(row => row.Name));
        Assert.All(Capabilities.All, row =>
        {
            Assert.True(Capabilities.TryGet(row.Name, out var found));
            Assert.Same(row, found);
        });
        Assert.Equal(Capabilities.All.Length, Capabilities.All.Select(row => row.Name).Distinct().Count());
    }

    [Fact]
    public void Names_are_case_sensitive()
    {
        Assert.True(Capabilities.TryGet("server-time", out _));
        Assert.False(Capabilities.TryGet("Server-Time", out _));
    }

    [Fact]
    public void Every_bit_of_the_dialect_has_a_row_and_every_row_at_most_one_bit()
    {
        Assert.All(Capabilities.All, row => Assert.InRange(BitOperations.PopCount((uint)row.Bit), 0, 1));
        Assert.Equal(
            Enum.GetValues<Dialect>().Where(bit => bit != Dialect.None),
            Capabilities.All.Select(row => row.Bit).Where(bit => bit != Dialect.None).Distinct().Order());
    }

    [Fact]
    public void The_tag_bits_are_the_lowest_so_that_they_can_index_a_table() => Assert.Equal(7u, (uint)Capabilities.TagBits);

    [Fact]
    public void Sts_only_informs_and_cannot_be_requested()
    {
        Assert.True(Capabilities.TryGet("sts", out var sts));
        Assert.False(sts.IsRequestable);
    }
}
