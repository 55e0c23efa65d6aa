using System.Runtime.InteropServices;
using ChatClient.Terminal;
using ChatClient.View;

namespace ChatClient.Screen;

/// <summary>Draws the screen. It depends on nothing but the view.</summary>
internal static class ScreenDrawing
{
    private const string VerticalLine = "\u2502";

    /// <summary>The screen for a view. Any size works.</summary>
    public static Frame Draw(ViewState state)
    {
        var canvas = new Canvas(state.Width, state.Height, default);
        var layout = ScreenLayout.Of(state);
        if (layout.Top > 0)
            DrawTopic(canvas, state);
        if (layout.Rows > 0)
            DrawConversation(canvas, state, layout);
        if (layout.Sidebar > 0)
        {
            Sidebar.Draw(canvas, state, layout);
            DrawVerticalLine(canvas, state, layout, layout.SidebarLine);
        }

        if (layout.Members > 0)
        {
            MemberPane.Draw(canvas, state, layout);
            DrawVerticalLine(canvas, state, layout, layout.MembersLine);
        }

        StatusLine.Draw(canvas, state, layout);
        return canvas.ToFrame(InputPane.Draw(canvas, state));
    }

    private static void DrawTopic(Canvas canvas, ViewState state)
    {
        var theme = state.Theme;
        canvas.Fill(0, 0, state.Width, theme.Topic);
        var column = canvas.Put(0, 1, state.Current.Name, theme.Topic.With(TextAttributes.Bold));
        var topic = state.Current.Topic;
        if (topic.Length == 0)
            return;

        var cells = FormattedText.Lines(topic, theme.Topic, theme).First();
        var room = state.Width - column - 3;
        canvas.Put(0, column + 2, CollectionsMarshal.AsSpan(cells), room);
        if (CellText.Width(CollectionsMarshal.AsSpan(cells)) > room)
            canvas.Put(0, state.Width - 1, "\u2026", theme.Topic);
    }

    private static void DrawConversation(Canvas canvas, ViewState state, ScreenLayout layout)
    {
        var rows = new RowWindow(state, layout).Visible();
        var top = layout.Top + layout.Rows - rows.Count;
        for (var row = 0; row < rows.Count; row++)
        {
            var cells = CollectionsMarshal.AsSpan(rows[row]);
            SearchMarks.Mark(cells, state.Search, state.Theme);
            canvas.Put(top + row, layout.Left, cells, layout.Width);
        }
    }

    private static void DrawVerticalLine(Canvas canvas, ViewState state, ScreenLayout layout, int column)
    {
        for (var row = layout.Top; row < layout.Top + layout.Rows; row++)
            canvas.Put(row, column, VerticalLine, state.Theme.Border);
    }
}
