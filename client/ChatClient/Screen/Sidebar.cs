using System.Globalization;
using ChatClient.Terminal;
using ChatClient.View;

namespace ChatClient.Screen;

/// <summary>The list of conversations at the left, with the number of new messages in each.</summary>
internal static class Sidebar
{
    public static void Draw(Canvas canvas, ViewState state, ScreenLayout layout)
    {
        var first = FirstShown(state, layout.Rows);
        for (var row = 0; row < layout.Rows && first + row < state.Conversations.Count; row++)
            DrawOne(canvas, state, layout.Top + row, first + row, layout.Sidebar);
    }

    /// <summary>Style of a conversation in a list.</summary>
    public static Style StyleOf(ViewState state, int index)
    {
        var conversation = state.Conversations[index];
        return index == state.CurrentIndex ? state.Theme.Current
            : conversation.Mentions > 0 ? state.Theme.Called
            : conversation.Unread > 0 ? state.Theme.Unread
            : state.Theme.Quiet;
    }

    /// <summary>The number of new messages: those that mention us, with a mark, or if there are none, all of them.</summary>
    public static string CountOf(Conversation conversation) =>
        conversation.Mentions > 0 ? string.Create(CultureInfo.InvariantCulture, $"!{Math.Min(conversation.Mentions, 999)}")
        : conversation.Unread > 0 ? string.Create(CultureInfo.InvariantCulture, $"{Math.Min(conversation.Unread, 999)}")
        : string.Empty;

    private static void DrawOne(Canvas canvas, ViewState state, int row, int index, int width)
    {
        var conversation = state.Conversations[index];
        var style = StyleOf(state, index);
        canvas.Fill(row, 0, width, style with { Attributes = style.Attributes & ~TextAttributes.Underline });
        var column = canvas.Put(row, 0, string.Create(CultureInfo.InvariantCulture, $"{index + 1,2} "), NumberStyle(state, style));
        var count = CountOf(conversation);
        var left = width - column - count.Length - 1;
        var isGone = conversation.Kind == ConversationKind.Room && !conversation.IsJoined;
        canvas.Put(row, column, Fitting.Cut(isGone ? $"({conversation.Name})" : conversation.Name, left), style);
        canvas.Put(row, width - count.Length, count, style);
    }

    private static Style NumberStyle(ViewState state, Style style) =>
        style == state.Theme.Current ? style : state.Theme.Quiet;

    // The current conversation is always visible.
    private static int FirstShown(ViewState state, int rows) => Math.Max(0, state.CurrentIndex - rows + 1);
}
