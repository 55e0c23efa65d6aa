using ChatServer.Domain.Events;
using ChatServer.Protocol;

namespace ChatServer.Engine.Deliveries;

/// <content>What becomes of a user.</content>
internal static partial class EventWriter
{
    private static void WriteNick(WireBuffer buffer, Dialect dialect, UserRenamed renamed)
    {
        var line = Begin(buffer, dialect, renamed, "NICK"u8);
        line.Param(renamed.Nick.Text);
        line.End();
    }

    private static void WriteQuit(WireBuffer buffer, Dialect dialect, UserQuit quit)
    {
        var line = Begin(buffer, dialect, quit, "QUIT"u8);
        line.Trailing(quit.Reason);
        line.End();
    }

    private static void WriteAway(WireBuffer buffer, Dialect dialect, ChatEvent chatEvent)
    {
        var line = Begin(buffer, dialect, chatEvent, "AWAY"u8);
        EndWithReason(ref line, chatEvent.By.Away ?? WireText.Empty);
    }

    private static void WriteRealName(WireBuffer buffer, Dialect dialect, UserRealNameChanged changed)
    {
        var line = Begin(buffer, dialect, changed, "SETNAME"u8);
        line.Trailing(changed.By.RealName);
        line.End();
    }

    private static void WriteHost(WireBuffer buffer, Dialect dialect, UserHostChanged changed)
    {
        var line = Begin(buffer, dialect, changed, "CHGHOST"u8);
        line.Param(changed.Next.UserName);
        line.Param(changed.Next.Host);
        line.End();
    }

    private static void WriteKill(WireBuffer buffer, Dialect dialect, UserKilled killed)
    {
        var line = Begin(buffer, dialect, killed, "KILL"u8);
        line.Param(killed.Target.Nick.Text);
        line.Trailing(killed.Comment);
        line.End();
    }
}
