using ChatServer.Domain.Events;
using ChatServer.Protocol;

namespace ChatServer.Engine.Deliveries;

/// <summary>Writes events as lines of the wire: the one place that knows what each event looks like in each dialect.</summary>
/// <remarks>Any thread. Source: Modern, Messages.</remarks>
internal static partial class EventWriter
{
    private const Dialect MultilineBits = Dialect.Multiline | Dialect.Batch;

    [ThreadStatic]
    private static WireBuffer? LineBuffer;

    /// <summary>The capabilities that change how an event is written. Connections that agree in these get the same bytes.</summary>
    public static Dialect RelevantTo(ChatEvent chatEvent) => chatEvent switch
    {
        MessageSent { Lines.IsEmpty: false } => Capabilities.TagBits | MultilineBits,
        MessageSent { As.IsRelayed: true } => Capabilities.TagBits | Dialect.RelayMessage,
        MessageSent => Capabilities.TagBits,
        UserJoined => Capabilities.TagBits | Dialect.ExtendedJoin | Dialect.AwayNotify,
        UserAway => Capabilities.TagBits | Dialect.AwayNotify,
        UserRealNameChanged => Capabilities.TagBits | Dialect.Setname,
        MessageRedacted => Capabilities.TagBits | Dialect.MessageRedaction,
        InvitationAnnounced => Capabilities.TagBits | Dialect.InviteNotify,
        UserHostChanged => Capabilities.TagBits | Dialect.Chghost,
        RoomRenamed => Capabilities.TagBits | Dialect.ChannelRename,
        _ => Capabilities.TagBits,
    };

    /// <summary>Whether an event is written as one batch.</summary>
    public static bool IsBatch(ChatEvent chatEvent, Dialect dialect) =>
        chatEvent is MessageSent { Lines.IsEmpty: false } && dialect.HasFlag(MultilineBits);

    /// <summary>The line or lines of an event, with CR LF; empty when this dialect does not hear of it.</summary>
    public static byte[] Write(ChatEvent chatEvent, Dialect dialect)
    {
        var buffer = LineBuffer ??= new WireBuffer();
        buffer.Clear();
        switch (chatEvent)
        {
            case MessageSent { Lines.IsEmpty: false } sent:
                MultilineWriter.Write(buffer, dialect, sent);
                break;
            case MessageSent sent:
                WriteMessage(buffer, dialect, sent);
                break;
            case MessageRedacted redacted when dialect.HasFlag(Dialect.MessageRedaction):
                WriteRedaction(buffer, dialect, redacted);
                break;
            case WallopsSent sent:
                WriteWallops(buffer, dialect, sent);
                break;
            case UserJoined joined:
                WriteJoin(buffer, dialect, joined);
                break;
            case UserParted parted:
                WritePart(buffer, dialect, parted);
                break;
            case UserKicked kicked:
                WriteKick(buffer, dialect, kicked);
                break;
            case TopicChanged changed:
                WriteTopic(buffer, dialect, changed);
                break;
            case RoomRenamed renamed when dialect.HasFlag(Dialect.ChannelRename):
                WriteRoomRename(buffer, dialect, renamed);
                break;
            case RoomModesChanged changed:
                WriteModes(buffer, dialect, changed, changed.Room.Text, changed.Changes);
                break;
            case UserInvited invited:
                WriteInvitation(buffer, dialect, invited, invited.Target, invited.Room);
                break;
            case InvitationAnnounced announced when dialect.HasFlag(Dialect.InviteNotify):
                WriteInvitation(buffer, dialect, announced, announced.Target, announced.Room);
                break;
            case UserRenamed renamed:
                WriteNick(buffer, dialect, renamed);
                break;
            case UserQuit quit:
                WriteQuit(buffer, dialect, quit);
                break;
            case UserModesChanged changed:
                WriteModes(buffer, dialect, changed, changed.By.Nick.Text, changed.Changes);
                break;
            case UserAway away when dialect.HasFlag(Dialect.AwayNotify):
                WriteAway(buffer, dialect, away);
                break;
            case UserRealNameChanged changed when dialect.HasFlag(Dialect.Setname):
                WriteRealName(buffer, dialect, changed);
                break;
            case UserHostChanged changed when dialect.HasFlag(Dialect.Chghost):
                WriteHost(buffer, dialect, changed);
                break;
            case UserKilled killed:
                WriteKill(buffer, dialect, killed);
                break;
        }

        return buffer.ToArray();
    }

    private static MessageWriter Begin(WireBuffer buffer, Dialect dialect, ChatEvent chatEvent, ReadOnlySpan<byte> verb)
    {
        var line = new MessageWriter(buffer);
        EventTags.Write(ref line, dialect, chatEvent);
        line.Source(chatEvent.By.Source);
        line.Verb(verb);
        return line;
    }

    private static void EndWithReason(ref MessageWriter line, WireText reason)
    {
        if (!reason.IsEmpty) line.Trailing(reason);
        line.End();
    }
}
