using System.Globalization;

namespace ChatServer.Engine.Deliveries;

/// <summary>Times in wire format: UTC with exactly three decimals. Source: IRCv3 server-time.</summary>
internal static class WireTime
{
    /// <summary>How many bytes, or characters, a time takes.</summary>
    public const int Length = 24;

    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static string Format(DateTimeOffset time) => time.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>Writes a time.</summary>
    /// <param name="time">The time.</param>
    /// <param name="destination">At least <see cref="Length"/> bytes long.</param>
    public static void Format(DateTimeOffset time, Span<byte> destination) =>
        time.UtcDateTime.TryFormat(destination, out _, Form, CultureInfo.InvariantCulture);

    public static bool TryParse(string text, out DateTimeOffset time) => DateTimeOffset.TryParseExact(
        text, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time);
}
