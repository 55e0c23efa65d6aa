using System.Globalization;

namespace ChatServer.SimulationTests.Model;

/// <summary>What every event bears: an id, and the time at which it was decided. Both are the same for all who hear of it, and in what is
/// remembered. Source: IRCv3 message-ids, server-time.</summary>
internal sealed class Stamps
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    private readonly Dictionary<string, DateTimeOffset> _times = [];

    /// <summary>Reads a time; null when it is none.</summary>
    public static DateTimeOffset? Read(string text) =>
        DateTimeOffset.TryParseExact(
            text, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : null;

    /// <summary>Writes a time as it is said.</summary>
    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>When an event was decided; null when nobody has been told.</summary>
    public DateTimeOffset? TimeOf(string id) => _times.TryGetValue(id, out var time) ? time : null;

    /// <summary>Somebody has heard of an event.</summary>
    /// <returns>Whether everybody else has been told the same time.</returns>
    public bool Agree(string id, DateTimeOffset time)
    {
        if (_times.TryAdd(id, time)) return true;
        return _times[id] == time;
    }
}
