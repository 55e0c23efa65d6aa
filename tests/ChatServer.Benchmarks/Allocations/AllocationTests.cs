namespace ChatServer.Benchmarks.Allocations;

/// <summary>What the path of a message allocates is written down. More than that is an error, or a price that somebody accepts.</summary>
public sealed class AllocationTests(MeasuredAllocations measured) : IClassFixture<MeasuredAllocations>
{
#if DEBUG
    private const string? Skip = "Only optimised code allocates what is written down: dotnet test -c Release";
#else
    private const string? Skip = null;
#endif

    public static TheoryData<string> Rows => [.. BenchmarkTable.OfMessages.Select(row => row.Name)];

    [Theory(Skip = Skip)]
    [MemberData(nameof(Rows))]
    public async Task Nothing_allocates_more_than_is_written_down(string row)
    {
        var bytes = await measured.BytesOfAsync(row);
        var fault = ExpectedAllocations.Read().FaultOf(row, bytes);
        Assert.True(fault is null, fault);
    }

    [Fact]
    public void What_is_written_down_is_what_is_measured() =>
        Assert.Equal(BenchmarkTable.OfMessages.Select(row => row.Name).Order(), ExpectedAllocations.Read().Rows.Order());

    [Theory]
    [InlineData(100, null)]
    [InlineData(92, null)]
    [InlineData(100.9, null)]
    [InlineData(108, "a-row allocates 108 bytes, 8 more than the 100 in tests/ChatServer.Benchmarks/Allocations/allocations.json")]
    public void What_grew_is_told_and_how_to_accept_it(double bytes, string? beginning)
    {
        var fault = new ExpectedAllocations(new Dictionary<string, long> { ["a-row"] = 100 }).FaultOf("a-row", bytes);

        Assert.Equal(beginning is null, fault is null);
        if (beginning is null) return;
        Assert.StartsWith(beginning, fault, StringComparison.Ordinal);
        Assert.Contains(ExpectedAllocations.AcceptCommand, fault, StringComparison.Ordinal);
    }
}
