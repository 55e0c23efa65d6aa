using System.Globalization;
using ChatLoad.Load;

namespace ChatLoad.Reporting;

/// <summary>The unit of a figure.</summary>
internal enum Unit
{
    /// <summary>Things.</summary>
    Count,

    /// <summary>A number with a fraction.</summary>
    Number,

    /// <summary>Things per second.</summary>
    PerSecond,

    /// <summary>Nanoseconds.</summary>
    Time,

    /// <summary>Bytes.</summary>
    Bytes,
}

/// <summary>Values of a unit as people write them.</summary>
internal static class Units
{
    private static readonly (string Suffix, double Factor)[] Sizes =
        [("KB", 1024), ("MB", 1024 * 1024), ("GB", 1024 * 1024 * 1024), ("B", 1)];

    /// <summary>Writes a value with its unit.</summary>
    public static string Format(this Unit unit, double? value) => value is not { } number ? "-" : unit switch
    {
        Unit.Count => Write(number, "#,0", ""),
        Unit.Number => Write(number, "0.00", ""),
        Unit.PerSecond => Write(number, number < 100 ? "0.0" : "#,0", "/s"),
        Unit.Bytes => FormatBytes(number),
        _ => FormatTime(number),
    };

    /// <summary>Reads a value: durations as in <c>20ms</c>, sizes as in <c>8KB</c>, everything else as a number.</summary>
    /// <returns>The value in the base unit, or null if it is none.</returns>
    public static double? Parse(this Unit unit, string text) => unit switch
    {
        Unit.Time => Durations.TryParse(text, out var time) ? time.TotalNanoseconds : null,
        Unit.Bytes => ParseBytes(text),
        _ => ParseNumber(unit == Unit.PerSecond && text.EndsWith("/s", StringComparison.Ordinal) ? text[..^2] : text),
    };

    private static double? ParseNumber(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static double? ParseBytes(string text)
    {
        var (suffix, factor) = Sizes.FirstOrDefault(size => text.EndsWith(size.Suffix, StringComparison.OrdinalIgnoreCase), ("", 1));
        return ParseNumber(text[..^suffix.Length]) * factor;
    }

    private static string FormatTime(double nanoseconds) => nanoseconds switch
    {
        0 => "0 µs",
        < 100e3 => Write(nanoseconds / 1e3, "0.00", " µs"),
        < 1e6 => Write(nanoseconds / 1e3, "0", " µs"),
        < 10e6 => Write(nanoseconds / 1e6, "0.00", " ms"),
        < 1e9 => Write(nanoseconds / 1e6, "0.0", " ms"),
        _ => Write(nanoseconds / 1e9, "0.00", " s"),
    };

    private static string FormatBytes(double bytes) => Math.Abs(bytes) switch
    {
        < 1024 => Write(bytes, "0", " B"),
        < 1024 * 1024 => Write(bytes / 1024, "0.0", " KB"),
        _ => Write(bytes / 1024 / 1024, "#,0.0", " MB"),
    };

    private static string Write(double value, string format, string unit) => value.ToString(format, CultureInfo.InvariantCulture) + unit;
}
