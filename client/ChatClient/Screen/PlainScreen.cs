using System.Globalization;
using ChatClient.Session;

namespace ChatClient.Screen;

/// <summary>Shows a session as lines that only ever grow downwards: for any terminal, for screen readers, and for files.</summary>
/// <remarks>Not thread-safe: owned by the chat loop.</remarks>
/// <param name="output">Where lines go.</param>
/// <param name="errors">Where complaints of the program itself go.</param>
/// <param name="zone">Time zone of the times shown.</param>
internal sealed class PlainScreen(TextWriter output, TextWriter errors, TimeZoneInfo zone)
{
    private DateOnly? _day;

    /// <summary>Shows an event, if it is of interest.</summary>
    public void Show(SessionEvent happened)
    {
        foreach (var (time, text) in EventText.LinesOf(happened))
            ShowAt(time, text);
    }

    /// <summary>Shows a line of the program's own, such as help.</summary>
    public void Show(string text) => output.WriteLine(TerminalText.Clean(text));

    /// <summary>Complains. Goes to standard error, so that it is seen when the output is a file.</summary>
    public void Complain(string text) => errors.WriteLine($"chat: {TerminalText.Clean(text)}");

    /// <summary>Complains of what happened.</summary>
    public void Complain(SessionEvent happened)
    {
        if (EventText.Of(happened) is { } text)
            Complain(text.StartsWith("-- ", StringComparison.Ordinal) ? text[3..] : text);
    }

    // History may be older than today: the day is shown where it changes.
    private void ShowAt(DateTimeOffset time, string text)
    {
        var local = TimeZoneInfo.ConvertTime(time, zone);
        var day = DateOnly.FromDateTime(local.DateTime);
        if (_day is { } shown && shown != day)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"-- {day:yyyy-MM-dd} --"));
        _day = day;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{local:HH:mm} {TerminalText.Clean(text)}"));
    }
}
