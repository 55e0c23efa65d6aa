using ChatServer.Domain.Events;
using ChatServer.Protocol;

namespace ChatServer.Engine.Deliveries;

/// <content>What happens in a room.</content>
internal static partial class EventWriter
{
    private const int MaxParametersPerModeLine = 12;

    // A user who is away is said to be so right after his JOIN. Source: IRCv3 extended-join, away-notify.
    private static void WriteJoin(WireBuffer buffer, Dialect dialect, UserJoined joined)
    {
        var line = Begin(buffer, dialect, joined, "JOIN"u8);
        line.Param(joined.Room.Text);
        if (dialect.HasFlag(Dialect.ExtendedJoin))
        {
            line.Param(joined.By.Account ?? "*");
            line.Trailing(joined.By.RealName);
        }

        line.End();
        if (joined.By.Away is not null && dialect.HasFlag(Dialect.AwayNotify)) WriteAway(buffer, dialect, joined);
    }

    private static void WritePart(WireBuffer buffer, Dialect dialect, UserParted parted)
    {
        var line = Begin(buffer, dialect, parted, "PART"u8);
        line.Param(parted.Room.Text);
        EndWithReason(ref line, parted.Reason);
    }

    private static void WriteKick(WireBuffer buffer, Dialect dialect, UserKicked kicked)
    {
        var line = Begin(buffer, dialect, kicked, "KICK"u8);
        line.Param(kicked.Room.Text);
        line.Param(kicked.Target.Nick.Text);
        EndWithReason(ref line, kicked.Reason);
    }

    private static void WriteTopic(WireBuffer buffer, Dialect dialect, TopicChanged changed)
    {
        var line = Begin(buffer, dialect, changed, "TOPIC"u8);
        line.Param(changed.Room.Text);
        line.Trailing(changed.Text);
        line.End();
    }

    private static void WriteRoomRename(WireBuffer buffer, Dialect dialect, RoomRenamed renamed)
    {
        var line = Begin(buffer, dialect, renamed, "RENAME"u8);
        line.Param(renamed.Room.Text);
        line.Param(renamed.Name.Text);
        line.Trailing(renamed.Reason);
        line.End();
    }

    private static void WriteInvitation(WireBuffer buffer, Dialect dialect, ChatEvent invited, Nickname target, RoomName room)
    {
        var line = Begin(buffer, dialect, invited, "INVITE"u8);
        line.Param(target.Text);
        line.Param(room.Text);
        line.End();
    }

    private static void WriteModes(WireBuffer buffer, Dialect dialect, ChatEvent changed, string target, IEnumerable<ModeChange> changes)
    {
        var spareBytes = MessageWriter.DefaultLineBytes - ":  MODE  \r\n"u8.Length - changed.By.Source.Length - target.Length;
        foreach (var modes in ModeFormatter.FormatLines(changes, spareBytes, MaxParametersPerModeLine))
        {
            var line = Begin(buffer, dialect, changed, "MODE"u8);
            line.Param(target);
            line.Param(modes.Modes);
            foreach (var parameter in modes.Parameters) line.Param(parameter);
            line.End();
        }
    }
}
