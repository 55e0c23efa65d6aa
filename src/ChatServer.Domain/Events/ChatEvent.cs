using System.Buffers;
using System.Collections.Immutable;
using ChatServer.Domain.Users;
using ChatServer.Protocol;

namespace ChatServer.Domain.Events;

/// <summary>What is decided once for an event, so that the live copy, the echo and later copies show the same.</summary>
/// <param name="Time">When it was accepted, UTC, in whole milliseconds.</param>
/// <param name="MessageId">Its id.</param>
public readonly record struct EventStamp(DateTimeOffset Time, MessageId MessageId);

/// <summary>Something that happened. Facts only: no live references, no wire format.</summary>
/// <param name="Stamp">Time and id.</param>
/// <param name="By">Who caused it, as he was then.</param>
public abstract record ChatEvent(EventStamp Stamp, UserIdentity By);

/// <summary>Which command a message came by.</summary>
public enum MessageKind
{
    /// <summary>PRIVMSG: ordinary talk.</summary>
    Message,

    /// <summary>NOTICE: never answered automatically.</summary>
    Notice,

    /// <summary>TAGMSG: tags without text. Source: IRCv3 message-tags.</summary>
    TagsOnly,
}

/// <summary>Someone spoke, to a room or to a user.</summary>
/// <param name="Stamp">Time and id.</param>
/// <param name="By">Who spoke.</param>
/// <param name="Kind">By which command.</param>
/// <param name="Target">A room's name, perhaps with status prefixes in front, or a nick, as it is to be shown.</param>
/// <param name="Text">What was said; empty for <see cref="MessageKind.TagsOnly"/>.</param>
/// <param name="ClientTags">Client-only tags as they came: <c>+a=b;+c</c>; empty for none.</param>
public sealed record MessageSent(EventStamp Stamp, UserIdentity By, MessageKind Kind, string Target, WireText Text, WireText ClientTags)
    : ChatEvent(Stamp, By)
{
    /// <summary>The lines of a message that has several, as its author split them; <see cref="Text"/> then has all of them, with line feeds
    /// between. Empty for a message of one line.</summary>
    public ImmutableArray<MessageLine> Lines { get; init; } = [];

    /// <summary>In whose name the author speaks; null for his own.</summary>
    public Persona? As { get; init; }

    /// <summary>Whether it is just one line of text: no tags, no further lines, no persona.</summary>
    public bool IsPlain => Lines.IsEmpty && ClientTags.IsEmpty && As is null;
}

/// <summary>Somebody who is no user, and in whose name a user speaks: a person beyond a bridge, or a roleplay character.</summary>
/// <param name="Source">What is shown as the source of the message.</param>
/// <param name="IsRelayed">Whether it is a person beyond a bridge; clients may then be told who relays. Source: IRCv3
/// draft/relaymsg.</param>
public sealed record Persona(WireText Source, bool IsRelayed);

/// <summary>One line of a message that has several. Source: IRCv3 draft/multiline.</summary>
/// <param name="Text">Its text; may be empty.</param>
/// <param name="IsContinuation">Whether it continues the line before, without a line feed between them.</param>
public readonly record struct MessageLine(WireText Text, bool IsContinuation)
{
    /// <summary>The text of several lines, with line feeds.</summary>
    /// <param name="lines">The lines.</param>
    public static WireText Join(ImmutableArray<MessageLine> lines)
    {
        var text = new WireBuffer();
        foreach (var line in lines)
        {
            if (text.WrittenCount > 0 && !line.IsContinuation) text.Write("\n"u8);
            text.Write(line.Text.Span);
        }

        return WireText.Copy(text.WrittenSpan);
    }
}

/// <summary>Someone joined a room.</summary>
/// <param name="Stamp">Time and id.</param>
/// <param name="By">Who joined.</param>
/// <param name="Room">The room.</param>
public sealed record UserJoined(EventStamp Stamp, UserIdentity By, RoomName Room) : ChatEvent(Stamp, By);

/// <summary>Someone left a room.</summary>
/// <param name="Stamp">Time and id.</param>
/// <param name="By">Who left.</param>
/// <param name="Room">The room.</param>
/// <param name="Reason">Why; empty when not said.</param>
public sealed record UserParted(EventStamp Stamp, UserIdentity By, RoomName Room, WireText Reason) : ChatEvent(Stamp, By);

/// <summary>Someone was kicked out of a room.</summary>
/// <param name="Stamp">Time and id.</param>
/// <param name="By">Who did it.</param>
/// <param name="Room">The room.</param>
/// <param name="Target">Who was kicked.</param>
/// <param name="Reason">Why.</param>
public sealed record UserKicked(EventStamp Stamp, UserIdentity By, RoomName Room, UserIdentity Target, WireText Reason)
    : ChatEvent(Stamp, By);

/// <summary>A room's topic was set or cleared.</summary>
/// <param name="Stamp">Time and id.</param>
/// <param name="By">Who did it.</param>
/// <param name="Room">The room.</param>
/// <param name="Text">The topic; empty when cleared.</param>
public sealed record TopicChanged(EventStamp Stamp, UserIdentity By, RoomName Room, WireText Text) : ChatEvent(Stamp, By);

/// <summary>A room has another name. Source: IRCv3 draft/channel-rename.</summary>
/// <param name="Stamp">Time and id.</param>
/// <param name="By">Who did it.</param>
/// <param name="Room">The room, by the name it had.</param>
/// <param name="Name">The name it has now.</param>
/// <param name="Reason">Why; empty when not said.</param>
public sealed record RoomRenamed(EventStamp Stamp, UserIdentity By, RoomName Room, RoomName Name, WireText Reason) : ChatEvent(Stamp, By)
{
    /// <summary>Whether only the spelling of the name has changed.</summary>
    public bool IsRespelt => Room == Name;
}

/// <summary>Modes of a room changed.</summary>
/// <param name="Stamp">Time and id.</param>
/// <param name="By">Who did it.</param>
/// <param name="Room">The room.</param>
/// <param name="Changes">What really changed, in order; never empty.</param>
public sealed record RoomModesChanged(EventStamp Stamp, UserIdentity By, RoomName Room, ImmutableArray<ModeChange> Changes)
    : ChatEvent(Stamp, By);

/// <summary>A user invited another to a room.</summary>
/// <param name="Stamp">Time and id.</param>
/// <param name="By">Who invites.</param>
/// <param name="Room">The room.</param>
/// <param name="Target">Who is invited.</param>
public sealed record UserInvited(EventStamp Stamp, UserIdentity By, RoomName Room, Nickname Target) : ChatEvent(Stamp, By);

/// <summary>A user took another nick.</summary>
/// <param name="Stamp">Time and id.</param>
/// <param name="By">The user as he was before.</param>
/// <param name="Nick">The new nick.</param>
public sealed record UserRenamed(EventStamp Stamp, UserIdentity By, Nickname Nick) : ChatEvent(Stamp, By);

/// <summary>A user left the server.</summary>
/// <param name="Stamp">Time and id.</param>
/// <param name="By">Who left.</param>
/// <param name="Reason">Why, as others are to see it.</param>
public sealed record UserQuit(EventStamp Stamp, UserIdentity By, WireText Reason) : ChatEvent(Stamp, By);

/// <summary>A user's own modes changed.</summary>
/// <param name="Stamp">Time and id.</param>
/// <param name="By">The user.</param>
/// <param name="Changes">What really changed; never empty.</param>
public sealed record UserModesChanged(EventStamp Stamp, UserIdentity By, ImmutableArray<ModeChange> Changes) : ChatEvent(Stamp, By);

/// <summary>A user went away or came back.</summary>
/// <param name="Stamp">Time and id.</param>
/// <param name="By">The user as he is now; his identity says whether and why he is away.</param>
public sealed record UserAway(EventStamp Stamp, UserIdentity By) : ChatEvent(Stamp, By);

/// <summary>A user changed his real name.</summary>
/// <param name="Stamp">Time and id.</param>
/// <param name="By">The user as he is now.</param>
public sealed record UserRealNameChanged(EventStamp Stamp, UserIdentity By) : ChatEvent(Stamp, By);

/// <summary>A user invited another to a room, as told to members who may invite. Source: IRCv3 invite-notify.</summary>
/// <param name="Stamp">Time and id, those of the invitation.</param>
/// <param name="By">Who invites.</param>
/// <param name="Room">The room.</param>
/// <param name="Target">Who is invited.</param>
public sealed record InvitationAnnounced(EventStamp Stamp, UserIdentity By, RoomName Room, Nickname Target) : ChatEvent(Stamp, By);

/// <summary>An operator of the server spoke to all who want to hear it (user mode <c>w</c>).</summary>
/// <param name="Stamp">Time and id.</param>
/// <param name="By">The operator.</param>
/// <param name="Text">What was said.</param>
public sealed record WallopsSent(EventStamp Stamp, UserIdentity By, WireText Text) : ChatEvent(Stamp, By);

/// <summary>An operator of the server disconnects a user. Only the user himself is told; his peers see him quit.</summary>
/// <param name="Stamp">Time and id.</param>
/// <param name="By">The operator.</param>
/// <param name="Target">Who has to go.</param>
/// <param name="Comment">Why.</param>
public sealed record UserKilled(EventStamp Stamp, UserIdentity By, UserIdentity Target, WireText Comment) : ChatEvent(Stamp, By);

/// <summary>A user has another host in the eyes of others. Source: IRCv3 chghost.</summary>
/// <param name="Stamp">Time and id.</param>
/// <param name="By">The user as he was before.</param>
/// <param name="Next">The user as he is now.</param>
/// <param name="Rooms">The rooms he is in: clients that do not know the event see him leave and rejoin them.</param>
public sealed record UserHostChanged(EventStamp Stamp, UserIdentity By, UserIdentity Next, ImmutableArray<RoomMembership> Rooms)
    : ChatEvent(Stamp, By);

/// <summary>Someone took back what was said. Source: IRCv3 draft/message-redaction.</summary>
/// <param name="Stamp">Time and id.</param>
/// <param name="By">Who did it.</param>
/// <param name="Target">Where it was said: a room's name, or the nick of the one who heard it.</param>
/// <param name="MessageId">What was taken back.</param>
/// <param name="Reason">Why; empty when not said.</param>
public sealed record MessageRedacted(EventStamp Stamp, UserIdentity By, string Target, MessageId MessageId, WireText Reason)
    : ChatEvent(Stamp, By);
