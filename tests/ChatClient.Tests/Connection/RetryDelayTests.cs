using ChatClient.Connection;

namespace ChatClient.Tests.Connection;

public sealed class RetryDelayTests
{
    [Fact]
    public void Waits_grow_to_a_limit_and_differ_between_clients()
    {
        var waits = Enumerable.Range(0, 50).Select(seed =>
        {
            var delay = new RetryDelay(new Random(seed));
            return Enumerable.Range(0, 40).Select(_ => delay.Next()).ToList();
        }).ToList();

        for (var failure = 0; failure < 40; failure++)
        {
            var usual = Math.Min(2 * Math.Pow(2, failure), 120);
            Assert.All(waits, wait => Assert.InRange(wait[failure].TotalSeconds, usual * 0.7, usual * 1.3));
            Assert.True(waits.Select(wait => wait[failure]).Distinct().Count() > 40);
        }
    }

    [Fact]
    public void After_a_success_they_begin_anew()
    {
        var delay = new RetryDelay(new Random(1));
        for (var i = 0; i < 10; i++)
            delay.Next();

        delay.Reset();

        Assert.InRange(delay.Next().TotalSeconds, 1.4, 2.6);
    }
}
