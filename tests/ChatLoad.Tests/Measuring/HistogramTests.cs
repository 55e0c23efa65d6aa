using ChatLoad.Measuring;

namespace ChatLoad.Tests.Measuring;

public class HistogramTests
{
    private static readonly double[] Quantiles = [0.0001, 0.1, 0.5, 0.9, 0.99, 0.999, 0.9999, 1];

    [Theory]
    [InlineData(1, 1_000, 1)]
    [InlineData(2, 100_000, 10_000)]
    [InlineData(3, 50_000, 10_000_000_000)]
    [InlineData(4, 3, long.MaxValue)]
    [InlineData(5, 1, 200)]
    public void Percentiles_are_exact_up_to_the_width_of_a_bucket(int seed, int count, long most)
    {
        var random = new Random(seed);
        // Spread over all orders of magnitude, as latencies are.
        var values = Enumerable.Range(0, count).Select(_ => (long)Math.Pow(most, random.NextDouble())).ToArray();
        var histogram = new Histogram();
        foreach (var value in values)
            histogram.Record(value);

        var distribution = histogram.Take();

        Array.Sort(values);
        Assert.Equal(count, distribution.Total);
        Assert.Equal(values[^1], distribution.Max);
        Assert.All(Quantiles, quantile =>
        {
            var exact = values[Math.Max(0, (int)Math.Ceiling((quantile * count) - 1e-6) - 1)];
            Assert.InRange(distribution.At(quantile), exact, exact + (long)(exact * Buckets.Precision));
        });
    }

    [Fact]
    public void Small_values_have_a_bucket_each()
    {
        for (var value = 0L; value < 256; value++)
            Assert.Equal(value, Buckets.Highest(Buckets.Of(value)));
    }

    [Fact]
    public void Every_value_lies_in_a_bucket_that_is_not_wider_than_promised()
    {
        for (var bits = 0; bits < 63; bits++)
        {
            foreach (var value in new[] { 1L << bits, (1L << bits) + 1, (2L << bits) - 1 })
            {
                var bucket = Buckets.Of(value);
                var lowest = bucket == 0 ? 0 : Buckets.Highest(bucket - 1) + 1;
                Assert.InRange(value, lowest, Buckets.Highest(bucket));
                Assert.True(Buckets.Highest(bucket) - lowest <= lowest * Buckets.Precision);
            }
        }

        Assert.True(Buckets.Of(long.MaxValue) < Buckets.Count);
    }

    [Fact]
    public void Taking_begins_again_at_nothing()
    {
        var histogram = new Histogram();
        histogram.Record(1_000);
        histogram.Take();
        histogram.Record(7);

        var distribution = histogram.Take();

        Assert.Equal((1, 7L, 7L), (distribution.Total, distribution.Max, distribution.At(0.5)));
        Assert.Equal(0, histogram.Take().Total);
    }

    [Fact]
    public void Adding_two_distributions_is_recording_all_their_values_in_one()
    {
        var random = new Random(6);
        var (one, other, both) = (new Histogram(), new Histogram(), new Histogram());
        for (var i = 0; i < 10_000; i++)
        {
            var value = random.NextInt64(1_000_000);
            (i % 3 == 0 ? one : other).Record(value);
            both.Record(value);
        }

        var sum = one.Take().Plus(other.Take());

        var expected = both.Take();
        Assert.Equal(expected.Bucket.ToArray(), sum.Bucket.ToArray());
        Assert.Equal(expected.Count.ToArray(), sum.Count.ToArray());
        Assert.Equal(expected.Max, sum.Max);
        Assert.Equal(expected.Total, sum.Total);
    }

    [Fact]
    public void Nothing_recorded_has_no_percentiles() => Assert.Equal(0, Distribution.Empty.At(0.99));
}
