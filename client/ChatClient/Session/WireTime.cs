using System.Globalization;

namespace ChatClient.Session;

/// <summary>Reads and writes times as on the wire. Source: IRCv3 server-time.</summary>
internal static class WireTime
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
    private const string Key = "timestamp=";

    /// <summary>Reads a time. Some servers send more or fewer fractional digits than specified.</summary>
    public static bool TryParse(string text, out DateTimeOffset time) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);

    /// <summary>Reads <c>timestamp=...</c>.</summary>
    public static DateTimeOffset? FromReference(string reference) =>
        reference.StartsWith(Key, StringComparison.Ordinal) && TryParse(reference[Key.Length..], out var time) ? time : null;

    /// <summary>Writes <c>timestamp=...</c>, the form that CHATHISTORY and MARKREAD require.</summary>
    public static string Reference(DateTimeOffset time) => Key + time.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);
}
