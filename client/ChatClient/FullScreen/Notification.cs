using ChatClient.Configuration;
using ChatClient.Screen;

namespace ChatClient.FullScreen;

/// <summary>Notifies a user who is looking elsewhere.</summary>
internal static class Notification
{
    private const int LongestText = 200;

    /// <summary>What to write to the terminal.</summary>
    /// <param name="settings">How to notify.</param>
    /// <param name="title">Who wrote, and where.</param>
    /// <param name="text">What was said.</param>
    public static string Text(FullScreenSettings settings, string title, string text)
    {
        var bell = settings.RingsBell ? "\a" : string.Empty;
        return bell + settings.Desktop switch
        {
            DesktopNotification.Osc9 => $"\e]9;{Clean(title)}: {Clean(text)}\e\\",
            DesktopNotification.Osc777 => $"\e]777;notify;{Clean(title)};{Clean(text)}\e\\",
            _ => string.Empty,
        };
    }

    // A semicolon would begin another field.
    private static string Clean(string text) =>
        Fitting.Cut(TerminalText.Clean(text.Replace('\n', ' ')), LongestText).Replace(';', ',');
}
