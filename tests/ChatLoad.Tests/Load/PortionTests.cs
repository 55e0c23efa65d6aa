using ChatLoad.Load;

namespace ChatLoad.Tests.Load;

public class PortionTests
{
    [Theory]
    [InlineData(100, 3)]
    [InlineData(101, 3)]
    [InlineData(1, 4)]
    [InlineData(7, 7)]
    public void The_parts_of_all_processes_add_up(long number, int processes)
    {
        var parts = Enumerable.Range(0, processes).Select(process => new Portion(process, 1, processes).Of(number)).ToArray();

        Assert.Equal(number, parts.Sum());
        Assert.InRange(parts.Max() - parts.Min(), 0, 1);
    }

    [Fact]
    public void Who_has_nothing_to_work_with_gets_no_part() =>
        Assert.Equal((0, 0.0, 10), (new Portion(2, 0, 2).Of(10), new Portion(2, 0, 2).Share, new Portion(0, 2, 2).Of(10)));
}
