using ChatLoad.Delivery;

namespace ChatLoad.Tests.Delivery;

public class DeliveryLedgerTests
{
    private readonly DeliveryLedger _ledger = new(slots: 2);

    [Fact]
    public void What_comes_in_order_is_delivered()
    {
        Record(0, 0, 1, 2);
        Record(1, 0, 1);

        Assert.Equal((5, 0, 0), Sums());
    }

    [Fact]
    public void What_is_left_out_is_not_delivered()
    {
        Record(0, 0, 1, 4);

        Assert.Equal((3, 0, 0), Sums());
    }

    [Fact]
    public void One_that_was_overtaken_is_delivered_out_of_order()
    {
        Record(0, 0, 2, 1, 3);

        Assert.Equal((4, 1, 0), Sums());
    }

    [Fact]
    public void Several_that_were_overtaken_may_come_in_any_order()
    {
        Record(0, 5, 2, 0, 4, 1, 3);

        Assert.Equal((6, 5, 0), Sums());
    }

    [Fact]
    public void A_repetition_is_not_delivered_again()
    {
        Record(0, 0, 1, 1, 0, 2);

        Assert.Equal((3, 0, 2), Sums());
    }

    [Fact]
    public void A_latecomer_that_comes_twice_is_late_once_and_repeated_once()
    {
        Record(0, 0, 3, 1, 1, 2);

        Assert.Equal((4, 2, 1), Sums());
    }

    [Fact]
    public void A_slot_may_begin_later()
    {
        _ledger.Open(7, next: 10);
        Record(7, 10, 11);

        Assert.Equal((2, 0, 0), Sums());
        Assert.Equal(12u, _ledger.NextOf(7));
    }

    /// <summary>Whatever is dropped, repeated and mixed up, the sums are those of a list of everything that came.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Sums_agree_with_a_list_of_all_that_came(int seed)
    {
        var random = new Random(seed);
        var seen = new HashSet<uint>();
        var (late, repeated) = (0, 0);
        for (var i = 0; i < 5_000; i++)
        {
            var sequence = (uint)Math.Max(0, (i / 2) + random.Next(-8, 9));
            if (!seen.Add(sequence))
                repeated++;
            else if (seen.Max() > sequence)
                late++;
            _ledger.Record(0, sequence);
        }

        Assert.Equal((seen.Count, late, repeated), Sums());
    }

    private void Record(int slot, params uint[] sequences)
    {
        foreach (var sequence in sequences)
            _ledger.Record(slot, sequence);
    }

    private (long Delivered, long OutOfOrder, long Duplicated) Sums() => (_ledger.Delivered, _ledger.OutOfOrder, _ledger.Duplicated);
}
