using System.Globalization;

namespace ChatLoad.Reporting;

/// <summary>An axis of a plot: where a value lies between the least and the greatest, which ticks there are, and what they are
/// called.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Scale">Puts a value where distances are even.</param>
/// <param name="Ticks">Values worth a tick, of a least and a greatest value.</param>
/// <param name="Label">What a tick is called.</param>
internal sealed record Axis(
    string Title, Func<double, double> Scale, Func<double, double, IEnumerable<double>> Ticks, Func<double, string> Label)
{
    private const double Megabyte = 1024 * 1024;

    /// <summary>Time since the start.</summary>
    public static readonly Axis Seconds = new("seconds", value => value, Even,
        value => value.ToString("0.##", CultureInfo.InvariantCulture));

    /// <summary>Things per second.</summary>
    public static readonly Axis Rate = new("per second", value => value, FromZero,
        value => value.ToString("#,0.##", CultureInfo.InvariantCulture));

    /// <summary>Bytes.</summary>
    public static readonly Axis Memory = new("", value => value,
        (_, greatest) => Even(0, greatest / Megabyte).Select(tick => tick * Megabyte), value => Unit.Bytes.Format(value));

    /// <summary>Durations over several orders of magnitude.</summary>
    public static readonly Axis LogarithmicTime = new("", value => Math.Log10(Math.Max(1, value)), Decades,
        value => Unit.Time.Format(value));

    /// <summary>Shares of all values, spread so that each nine takes the same room.</summary>
    public static readonly Axis Nines = new("percentile", value => -Math.Log10(1 - value), NinesUpTo,
        value => $"{(value * 100).ToString("0.#####", CultureInfo.InvariantCulture)}");

    private static IEnumerable<double> NinesUpTo(double least, double greatest) =>
        new[] { 0, 0.5, 0.9, 0.99, 0.999, 0.9999, 0.99999, 0.999999 }.Where(tick => tick <= greatest);

    // The whole decades around the values, and in a narrow range steps of 2 and 5 between them.
    private static IEnumerable<double> Decades(double least, double greatest)
    {
        var from = (int)Math.Floor(Math.Log10(Math.Max(1, least)));
        var to = (int)Math.Ceiling(Math.Log10(Math.Max(10, greatest)));
        double[] steps = to - from <= 3 ? [1, 2, 5] : [1];
        return Enumerable.Range(from, to - from + 1).SelectMany(decade => steps.Select(step => step * Math.Pow(10, decade)))
            .Where(tick => tick <= Math.Pow(10, to));
    }

    private static IEnumerable<double> FromZero(double least, double greatest) => Even(0, greatest);

    // Steps of 1, 2 or 5 times a power of ten, about six of them.
    private static IEnumerable<double> Even(double least, double greatest)
    {
        var rough = Math.Max(greatest - least, 1e-9) / 6;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = power * (rough / power) switch { < 1.5 => 1, < 3.5 => 2, < 7.5 => 5, _ => 10 };
        var first = (int)Math.Floor(least / step);
        return Enumerable.Range(first, (int)Math.Ceiling(greatest / step) - first + 1).Select(i => i * step);
    }
}
