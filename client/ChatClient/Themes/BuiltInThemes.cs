using System.Collections.Immutable;
using ChatClient.Terminal;

namespace ChatClient.Themes;

/// <summary>The themes that the program comes with.</summary>
internal static class BuiltInThemes
{
    private static Style Plain => default;

    /// <summary>For light text on a dark background, with 256 colours.</summary>
    public static readonly Theme Dark = new()
    {
        Name = "dark",
        Colors = 256,
        Time = Of(242),
        Border = Of(238),
        Info = Of(245),
        Error = Of(203),
        Notice = Of(180),
        Mention = Of(16, 215),
        Pending = Of(244, attributes: TextAttributes.Italic),
        Aside = Of(109),
        NewMark = Of(167),
        Topic = Of(252, 236),
        Status = Of(250, 236),
        StatusAccent = Of(117, 236),
        StatusAlarm = Of(215, 236, TextAttributes.Bold),
        Quiet = Of(245),
        Current = Of(255, 24, TextAttributes.Bold),
        Unread = Of(255),
        Called = Of(215, attributes: TextAttributes.Bold),
        Rank = Of(114),
        Found = Of(16, 222),
        Prompt = Of(117, attributes: TextAttributes.Bold),
        Nicks = All(75, 114, 180, 176, 80, 209, 147, 150, 216, 110, 221, 169, 43, 141, 107, 174),
    };

    /// <summary>For dark text on a light background, with 256 colours.</summary>
    public static readonly Theme Light = new()
    {
        Name = "light",
        Colors = 256,
        Time = Of(246),
        Border = Of(250),
        Info = Of(243),
        Error = Of(160),
        Notice = Of(94),
        Mention = Of(231, 166),
        Pending = Of(247, attributes: TextAttributes.Italic),
        Aside = Of(66),
        NewMark = Of(160),
        Topic = Of(236, 254),
        Status = Of(238, 254),
        StatusAccent = Of(25, 254),
        StatusAlarm = Of(160, 254, TextAttributes.Bold),
        Quiet = Of(243),
        Current = Of(231, 25, TextAttributes.Bold),
        Unread = Of(232, attributes: TextAttributes.Bold),
        Called = Of(166, attributes: TextAttributes.Bold),
        Rank = Of(28),
        Found = Of(16, 222),
        Prompt = Of(25, attributes: TextAttributes.Bold),
        Nicks = All(25, 28, 94, 127, 30, 130, 61, 64, 160, 24, 136, 162, 29, 91, 58, 124),
    };

    /// <summary>With the terminal's own 16 colours, so it follows the terminal's colour settings.</summary>
    public static readonly Theme Sixteen = new()
    {
        Name = "16",
        Colors = 16,
        Time = Of(8),
        Border = Of(8),
        Info = Of(8),
        Error = Of(9),
        Notice = Of(3),
        Mention = Of(0, 3),
        Pending = Of(8),
        Aside = Of(6),
        NewMark = Of(1),
        Topic = Of(15, 4),
        Status = Of(15, 4),
        StatusAccent = Of(14, 4),
        StatusAlarm = Of(11, 4, TextAttributes.Bold),
        Quiet = Plain,
        Current = Plain.With(TextAttributes.Reverse),
        Unread = Plain.With(TextAttributes.Bold),
        Called = Of(11, attributes: TextAttributes.Bold),
        Rank = Of(2),
        Found = Of(0, 3),
        Prompt = Of(12, attributes: TextAttributes.Bold),
        Nicks = All(1, 2, 3, 4, 5, 6, 9, 10, 11, 12, 13, 14),
    };

    /// <summary>Without any colour.</summary>
    public static readonly Theme None = new()
    {
        Name = "none",
        Colors = 0,
        Time = Plain,
        Border = Plain,
        Info = Plain,
        Error = Plain.With(TextAttributes.Bold),
        Notice = Plain,
        Mention = Plain.With(TextAttributes.Reverse),
        Pending = Plain.With(TextAttributes.Dim),
        Aside = Plain.With(TextAttributes.Dim),
        NewMark = Plain.With(TextAttributes.Bold),
        Topic = Plain.With(TextAttributes.Reverse),
        Status = Plain.With(TextAttributes.Reverse),
        StatusAccent = Plain.With(TextAttributes.Reverse | TextAttributes.Bold),
        StatusAlarm = Plain.With(TextAttributes.Reverse | TextAttributes.Bold),
        Quiet = Plain,
        Current = Plain.With(TextAttributes.Reverse),
        Unread = Plain.With(TextAttributes.Bold),
        Called = Plain.With(TextAttributes.Bold | TextAttributes.Underline),
        Rank = Plain,
        Found = Plain.With(TextAttributes.Reverse),
        Prompt = Plain.With(TextAttributes.Bold),
        Nicks = All(),
    };

    /// <summary>All themes, the default first.</summary>
    public static readonly ImmutableArray<Theme> Every = [Dark, Light, Sixteen, None];

    /// <summary>The theme for a terminal.</summary>
    /// <param name="asked">The theme given on the command line, or null.</param>
    /// <param name="configured">The theme in the configuration, or null.</param>
    /// <param name="environment">Looks up environment variables. NO_COLOR (https://no-color.org) overrides the configuration, and the
    /// command line overrides NO_COLOR.</param>
    public static Theme For(string? asked, string? configured, Func<string, string?> environment)
    {
        var isColorless = !string.IsNullOrEmpty(environment("NO_COLOR"));
        var name = asked ?? (isColorless ? None.Name : configured);
        if (Every.FirstOrDefault(theme => theme.Name == name) is { } named)
            return named;

        var has256 = environment("TERM")?.Contains("256color", StringComparison.Ordinal) == true
            || !string.IsNullOrEmpty(environment("COLORTERM"));
        return has256 ? Dark : Sixteen;
    }

    private static Style Of(int foreground, int? background = null, TextAttributes attributes = TextAttributes.None) =>
        new(Color.Of(foreground), background is { } below ? Color.Of(below) : Color.Default, attributes);

    private static ImmutableArray<Color> All(params IEnumerable<int> colors) => [.. colors.Select(Color.Of)];
}
