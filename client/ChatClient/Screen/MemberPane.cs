using System.Globalization;
using ChatClient.Terminal;
using ChatClient.View;

namespace ChatClient.Screen;

/// <summary>The list of members at the right: highest ranks first, people who are away in grey.</summary>
internal static class MemberPane
{
    public static void Draw(Canvas canvas, ViewState state, ScreenLayout layout)
    {
        var members = state.Current.Members.Sorted;
        var fits = members.Count <= layout.Rows ? members.Count : layout.Rows - 1;
        for (var index = 0; index < fits; index++)
            DrawOne(canvas, state, layout.Top + index, layout, members[index]);
        if (members.Count > fits && layout.Rows > 0)
        {
            var more = string.Create(CultureInfo.InvariantCulture, $" +{members.Count - fits} more");
            canvas.Put(layout.Top + fits, layout.MembersLeft, more, state.Theme.Info, layout.Members);
        }
    }

    private static void DrawOne(Canvas canvas, ViewState state, int row, ScreenLayout layout, Member member)
    {
        var rank = member.Ranks.Length > 0 ? member.Ranks[..1] : " ";
        var column = canvas.Put(row, layout.MembersLeft, rank, state.Theme.Rank);
        var style = state.Away.Contains(member.Nick) ? state.Theme.Quiet : NickColor.Of(member.Nick, state.Theme);
        canvas.Put(row, column, Fitting.Cut(member.Nick, layout.Members - 1), style);
    }
}
