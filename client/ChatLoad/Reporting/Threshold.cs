using System.Globalization;
using ChatLoad.Measuring;

namespace ChatLoad.Reporting;

/// <summary>A condition on a run, such as <c>p99&lt;20ms</c> or <c>lost=0</c>.</summary>
/// <param name="Metric">The figure.</param>
/// <param name="Comparison">How it is compared: one of &lt; &lt;= = &gt;= &gt;.</param>
/// <param name="Bound">The bound, in the figure's base unit.</param>
/// <param name="Text">The condition as written.</param>
internal sealed record Threshold(Metric Metric, string Comparison, double Bound, string Text)
{
    // The longer ones first: "<=" begins with "<".
    private static readonly string[] Comparisons = ["<=", ">=", "==", "<", ">", "="];

    /// <summary>The default conditions on figures that have no other: the server lost, duplicated and reordered nothing.</summary>
    public static readonly Threshold[] Defaults =
    [
        .. new[] { "lost=0", "duplicated=0", "out-of-order=0", "errors=0", "disconnected=0" }
            .Select(text => TryParse(text, out _) ?? throw new InvalidOperationException(text)),
    ];

    /// <summary>Reads a threshold.</summary>
    /// <param name="text">Figure, comparison and value.</param>
    /// <param name="fault">What is wrong with it, for people; empty if nothing is.</param>
    public static Threshold? TryParse(string text, out string fault)
    {
        fault = "";
        var at = text.AsSpan().IndexOfAny("<>=");
        if (at <= 0)
        {
            fault = $"'{text}' is no threshold, such as 'p99<20ms' or 'lost=0'";
            return null;
        }

        var comparison = Comparisons.First(sign => text.AsSpan(at).StartsWith(sign));
        var name = text[..at].Trim();
        var value = text[(at + comparison.Length)..].Trim();
        if (Metrics.Find(name) is not { } metric)
        {
            fault = $"'{name}' is no figure; there are {string.Join(", ", Metrics.All.Select(metric => metric.Name))}";
            return null;
        }

        if (metric.Unit.Parse(value) is not { } bound)
        {
            fault = $"'{value}' is no value for {name}, which is {Example(metric.Unit)}";
            return null;
        }

        return new Threshold(metric, comparison == "==" ? "=" : comparison, bound, text);
    }

    /// <summary>The requested ones, and the defaults for all other figures.</summary>
    public static IEnumerable<Threshold> WithDefaults(IReadOnlyCollection<Threshold> asked) =>
        [.. asked, .. Defaults.Where(standard => asked.All(threshold => threshold.Metric.Name != standard.Metric.Name))];

    /// <summary>Whether it holds. For a figure that was not measured it does not.</summary>
    public bool Holds(RunReport run) => Metric.Of(run) is { } value && Comparison switch
    {
        "<" => value < Bound,
        "<=" => value <= Bound,
        ">" => value > Bound,
        ">=" => value >= Bound,
        _ => value == Bound,
    };

    /// <summary>Why it does not hold, for people.</summary>
    public string Explain(RunReport run) => Metric.Of(run) is { } value
        ? string.Create(CultureInfo.InvariantCulture, $"{Text}: it is {Metric.Unit.Format(value)}")
        : $"{Text}: it was not measured";

    private static string Example(Unit unit) => unit switch
    {
        Unit.Time => "a duration such as 20ms",
        Unit.Bytes => "a size such as 8KB",
        _ => "a number",
    };
}
