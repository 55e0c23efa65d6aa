using System.Globalization;
using ChatClient.Terminal;
using ChatClient.View;

namespace ChatClient.Screen;

/// <summary>The line above the input: the user's nick, the current room, the state of the connection, and news elsewhere.</summary>
internal static class StatusLine
{
    private const string Gap = "  ";
    private const int LeastForSentences = 60;

    // To somebody typing, anything shorter feels immediate.
    private static readonly TimeSpan NoticeableLag = TimeSpan.FromSeconds(1);

    public static void Draw(Canvas canvas, ViewState state, ScreenLayout layout)
    {
        var row = state.Height - 2;
        canvas.Fill(row, 0, state.Width, state.Theme.Status);
        var right = Right(state, layout);
        var rightWidth = UnicodeWidth.Of(right) + 1;
        var column = 1;
        var end = state.Width - (right.Length == 0 ? 1 : rightWidth + Gap.Length);
        foreach (var (text, style) in Left(state, layout))
        {
            // A part that does not fit is left out; a shorter one after it may still fit.
            if (column + UnicodeWidth.Of(text) <= end)
                column = canvas.Put(row, column, text, style) + Gap.Length;
        }

        if (right.Length > 0)
            canvas.Put(row, Math.Max(1, state.Width - rightWidth), right, state.Theme.StatusAccent);
    }

    private static IEnumerable<(string Text, Style Style)> Left(ViewState state, ScreenLayout layout)
    {
        var theme = state.Theme;
        yield return (TimeZoneInfo.ConvertTime(state.Now, state.Zone).ToString("HH:mm", CultureInfo.InvariantCulture), theme.Status);
        if (Trouble(state) is { } trouble)
            yield return (trouble, theme.StatusAlarm);
        if (layout.Sidebar == 0)
        {
            foreach (var part in Activity(state))
                yield return part;
        }

        var current = state.Current;
        yield return (state.Nick + InBrackets(state.UserModes), theme.StatusAccent);
        if (state.IsAway)
            yield return ("away", theme.StatusAlarm);
        if (current.Kind == ConversationKind.Room && current.Modes.Length > 0)
            yield return (current.Modes, theme.Status);
        if (current.Kind == ConversationKind.Room && current.Members.Count > 0)
            yield return (string.Create(CultureInfo.InvariantCulture, $"{current.Members.Count} here"), theme.Status);
        if (state.Link is { Phase: LinkPhase.Online, Lag: { } lag })
            yield return (LagText(lag), lag < NoticeableLag ? theme.Status : theme.StatusAlarm);
        if (state.Link is { Phase: LinkPhase.Online, Security: { } security })
            yield return (security, theme.Status);
    }

    // The right end of the line shows the most useful information of the moment.
    private static string Right(ViewState state, ScreenLayout layout)
    {
        if (state.Search is { IsInVain: true })
            return "no more matches";
        if (state.Chosen is not null)
            return "r: reply  +: react  Del: delete  Esc";
        if (state.Current.Scroll is not null)
        {
            var loading = state.Current.Older == OlderHistory.Loading ? "loading\u2026 " : string.Empty;
            return string.Create(CultureInfo.InvariantCulture, $"{loading}\u2193 {new RowWindow(state, layout).EntriesBelow} more");
        }

        if (state.Current.Older == OlderHistory.Loading)
            return "loading\u2026";
        return TypingText(state.Current, isShort: state.Width < LeastForSentences);
    }

    private static string TypingText(Conversation conversation, bool isShort) =>
        conversation.Typing.Count switch
        {
            0 => string.Empty,
            1 when isShort => $"\u270e {Fitting.Cut(conversation.Typing[0], 9)}",
            var several when isShort => string.Create(CultureInfo.InvariantCulture, $"\u270e {several}"),
            1 => $"{conversation.Typing[0]} is typing\u2026",
            2 => $"{conversation.Typing[0]} and {conversation.Typing[1]} are typing\u2026",
            var count => string.Create(CultureInfo.InvariantCulture, $"{count} people are typing\u2026"),
        };

    private static string? Trouble(ViewState state)
    {
        var link = state.Link;
        var silence = link.SilentSince is { } since ? state.Now - since : TimeSpan.Zero;
        return link switch
        {
            { Phase: LinkPhase.Online, SilentSince: not null } => $"no answer for {Seconds(silence)}",
            { Phase: LinkPhase.Online } => null,
            { Phase: LinkPhase.Connecting or LinkPhase.Registering } => "connecting\u2026",
            { RetryAt: { } retry } when retry > state.Now => $"offline, next try in {Seconds(retry - state.Now)}",
            _ => "offline",
        };
    }

    // Without a sidebar, the line names the current conversation and those with new messages.
    private static IEnumerable<(string Text, Style Style)> Activity(ViewState state)
    {
        for (var index = 0; index < state.Conversations.Count; index++)
        {
            var conversation = state.Conversations[index];
            var count = Sidebar.CountOf(conversation);
            if (index == state.CurrentIndex)
                yield return (string.Create(CultureInfo.InvariantCulture, $"{index + 1}:{conversation.Name}"), state.Theme.Status);
            else if (count.Length > 0)
                yield return (string.Create(CultureInfo.InvariantCulture, $"[{index + 1} {count}]"), AccentOf(state, conversation));
        }
    }

    private static Style AccentOf(ViewState state, Conversation conversation) =>
        conversation.Mentions > 0 ? state.Theme.StatusAlarm : state.Theme.StatusAccent;

    private static string InBrackets(string modes) => modes.Length == 0 ? string.Empty : $"({modes})";

    private static string LagText(TimeSpan lag) =>
        lag < NoticeableLag
            ? string.Create(CultureInfo.InvariantCulture, $"lag {lag.TotalMilliseconds:0} ms")
            : string.Create(CultureInfo.InvariantCulture, $"lag {lag.TotalSeconds:0.0} s");

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalSeconds):0} s");
}
