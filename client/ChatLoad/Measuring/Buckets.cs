using System.Numerics;

namespace ChatLoad.Measuring;

/// <summary>Log-linear buckets for values from 0 up: 128 to every power of two, so a bucket's width is at most 1/128 (0.8 %) of its values;
/// below 256 every value has its own.</summary>
internal static class Buckets
{
    /// <summary>Widest bucket, as a share of its values.</summary>
    public const double Precision = 1.0 / Steps;

    /// <summary>How many there are.</summary>
    public const int Count = (64 - StepBits) * Steps;

    private const int StepBits = 7;
    private const int Steps = 1 << StepBits;

    /// <summary>The bucket of a value; negative ones count as 0.</summary>
    public static int Of(long value)
    {
        if (value < Steps)
            return value < 0 ? 0 : (int)value;

        var shift = 63 - StepBits - BitOperations.LeadingZeroCount((ulong)value);
        return (shift * Steps) + (int)(value >> shift);
    }

    /// <summary>The highest value in a bucket.</summary>
    public static long Highest(int bucket)
    {
        var shift = bucket < 2 * Steps ? 0 : (bucket / Steps) - 1;
        return ((long)(bucket - (shift * Steps) + 1) << shift) - 1;
    }
}
