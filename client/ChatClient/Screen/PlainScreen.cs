using System.Globalization;
using ChatClient.Session;

namespace ChatClient.Screen;

/// <summary>Shows a session line by line, and never moves the cursor back: for any terminal, for screen readers, and for files.</summary>
/// <remarks>Not thread-safe: owned by the chat loop.</remarks>
/// <param name="output">Receives the lines.</param>
/// <param name="errors">Receives the program's own error messages.</param>
/// <param name="zone">Time zone of the times shown.</param>
internal sealed class PlainScreen(TextWriter output, TextWriter errors, TimeZoneInfo zone)
{
    private DateOnly? _day;

    /// <summary>Shows an event, if the user needs to see it.</summary>
    public void Show(SessionEvent happened)
    {
        foreach (var (time, text) in EventText.LinesOf(happened))
            ShowAt(time, text);
    }

    /// <summary>Shows a line from the program itself, such as help.</summary>
    public void Show(string text) => output.WriteLine(TerminalText.Clean(text));

    /// <summary>Shows an error. It goes to standard error, so that it is seen even if the output is a file.</summary>
    public void Complain(string text) => errors.WriteLine($"chat: {TerminalText.Clean(text)}");

    /// <summary>Shows an event as an error.</summary>
    public void Complain(SessionEvent happened)
    {
        if (EventText.Of(happened) is { } text)
            Complain(text.StartsWith("-- ", StringComparison.Ordinal) ? text[3..] : text);
    }

    // History may be from an earlier day, so the date is shown where it changes.
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
