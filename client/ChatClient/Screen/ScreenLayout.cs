using ChatClient.Terminal;
using ChatClient.View;

namespace ChatClient.Screen;

/// <summary>Position and size of each part of the screen. Rows and columns count from 0. A part of width 0 is not shown.</summary>
/// <param name="Sidebar">Columns of the sidebar at the left, without the line beside it.</param>
/// <param name="Left">First column of the conversation.</param>
/// <param name="Width">Columns of the conversation.</param>
/// <param name="Members">Columns of the member list at the right, without the line beside it.</param>
/// <param name="Top">First row of the conversation.</param>
/// <param name="Rows">Rows of the conversation.</param>
internal sealed record ScreenLayout(int Sidebar, int Left, int Width, int Members, int Top, int Rows)
{
    private const int LeastForSidebar = 72;
    private const int LeastForMembers = 100;
    private const int LeastForTopic = 6;

    // A vertical line and a space separate the conversation from the parts beside it.
    private const int LineAndBlank = 2;

    // The status line and the input line.
    private const int LinesBelow = 2;

    public static ScreenLayout Of(ViewState state)
    {
        var sidebar = state.WantsSidebar && state.Width >= LeastForSidebar
            ? Math.Clamp(state.Conversations.Max(one => UnicodeWidth.Of(one.Name)) + 8, 14, Math.Min(24, state.Width / 5))
            : 0;
        var members = state.WantsMembers && state.Width >= LeastForMembers && state.Current.Kind == ConversationKind.Room
            ? Math.Clamp(state.Width / 9, 14, 20)
            : 0;
        var left = sidebar > 0 ? sidebar + LineAndBlank : 0;
        var width = state.Width - left - (members > 0 ? members + LineAndBlank : 0);
        var top = state.Height >= LeastForTopic ? 1 : 0;
        return new ScreenLayout(sidebar, left, width, members, top, Math.Max(0, state.Height - LinesBelow - top));
    }

    /// <summary>Column of the line beside the sidebar.</summary>
    public int SidebarLine => Left - LineAndBlank;

    /// <summary>Column of the line beside the member list.</summary>
    public int MembersLine => Left + Width;

    /// <summary>Column of the member list.</summary>
    public int MembersLeft => MembersLine + 1;
}
