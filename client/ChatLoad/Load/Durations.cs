using System.Globalization;

namespace ChatLoad.Load;

/// <summary>Durations as people write them: <c>250us</c>, <c>20ms</c>, <c>1.5s</c>, <c>10m</c>, <c>1h</c>.</summary>
internal static class Durations
{
    private static readonly (string Suffix, double Seconds)[] Units =
        [("us", 1e-6), ("µs", 1e-6), ("ms", 1e-3), ("s", 1), ("m", 60), ("h", 3600)];

    /// <summary>Reads a duration; a number alone is seconds.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        var number = text.TrimEnd([.. "usmhµ"]);
        var suffix = text[number.Length..];
        var seconds = suffix.Length == 0 ? 1 : Units.FirstOrDefault(unit => unit.Suffix == suffix).Seconds;
        if (seconds == 0 || !double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            return false;
        if (value * seconds > TimeSpan.FromDays(365).TotalSeconds)
            return false;

        duration = TimeSpan.FromSeconds(value * seconds);
        return true;
    }

    /// <summary>Writes a duration so that it can be read again.</summary>
    public static string Format(TimeSpan duration) => duration switch
    {
        { TotalSeconds: 0 } => "0s",
        { TotalMilliseconds: < 1 } => Write(duration.TotalMicroseconds, "us"),
        { TotalSeconds: < 1 } => Write(duration.TotalMilliseconds, "ms"),
        { TotalMinutes: < 2 } => Write(duration.TotalSeconds, "s"),
        _ => Write(duration.TotalMinutes, "m"),
    };

    private static string Write(double value, string unit) => value.ToString("0.###", CultureInfo.InvariantCulture) + unit;
}
