using System.Globalization;
using System.Text;
using Serilog.Core;
using Serilog.Events;

namespace ChatServer.Host.Logging;

/// <summary>Writes the invisible characters of what is logged as <c>\u001B</c>.</summary>
/// <remarks>Clients choose part of it. A terminal would obey their escape sequences, and a line end of theirs would begin a line that looks
/// like one of ours.</remarks>
internal sealed class VisibleCharacters : ILogEventEnricher
{
    /// <inheritdoc/>
    public void Enrich(Serilog.Events.LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        foreach (var (name, value) in logEvent.Properties.ToList())
        {
            if (value is ScalarValue { Value: string text } && text.EnumerateRunes().Any(IsInvisible))
                logEvent.AddOrUpdateProperty(new LogEventProperty(name, new ScalarValue(Escape(text))));
        }
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsInvisible(rune))
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}");
            else
                escaped.Append(rune.ToString());
        }

        return escaped.ToString();
    }

    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
