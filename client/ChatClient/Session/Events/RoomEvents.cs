using System.Collections.Immutable;
using ChatServer.Protocol;

namespace ChatClient.Session;

/// <summary>Someone, maybe we, joined a room.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Room">The room.</param>
/// <param name="Who">Who joined.</param>
/// <param name="IsSelf">Whether it is us.</param>
internal sealed record Joined(DateTimeOffset Time, string Room, UserSource Who, bool IsSelf) : SessionEvent(Time)
{
    /// <summary>The account, if they are logged in and the server tells us. Source: IRCv3 extended-join.</summary>
    public string? Account { get; init; }

    /// <summary>The real name, if the server tells us. Source: IRCv3 extended-join.</summary>
    public string? RealName { get; init; }
}

/// <summary>We were not allowed to join a room.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Room">The room.</param>
/// <param name="Reason">The server's text.</param>
internal sealed record JoinRefused(DateTimeOffset Time, string Room, string Reason) : SessionEvent(Time);

/// <summary>Someone, maybe we, left a room.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Room">The room.</param>
/// <param name="Who">Who left.</param>
/// <param name="Reason">The part message, or empty.</param>
/// <param name="IsSelf">Whether it is us.</param>
internal sealed record Parted(DateTimeOffset Time, string Room, UserSource Who, string Reason, bool IsSelf) : SessionEvent(Time);

/// <summary>Someone, maybe we, was kicked from a room.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Room">The room.</param>
/// <param name="By">Who kicked them.</param>
/// <param name="Nick">Who was kicked.</param>
/// <param name="Reason">The reason, or empty.</param>
/// <param name="IsSelf">Whether it is us.</param>
internal sealed record Kicked(DateTimeOffset Time, string Room, UserSource By, string Nick, string Reason, bool IsSelf)
    : SessionEvent(Time);

/// <summary>The topic of a room, after a join or when asked for.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Room">The room.</param>
/// <param name="Topic">The topic; empty if there is none.</param>
internal sealed record TopicShown(DateTimeOffset Time, string Room, string Topic) : SessionEvent(Time);

/// <summary>Someone changed a room's topic.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Room">The room.</param>
/// <param name="By">Who changed it.</param>
/// <param name="Topic">The new topic; empty if the topic was removed.</param>
internal sealed record TopicChanged(DateTimeOffset Time, string Room, UserSource By, string Topic) : SessionEvent(Time);

/// <summary>The modes of a room, or our own, were changed.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Target">The room or nick.</param>
/// <param name="By">Who changed them.</param>
/// <param name="Change">Letters and parameters as on the wire: <c>+o bob</c>.</param>
internal sealed record ModesChanged(DateTimeOffset Time, string Target, UserSource By, string Change) : SessionEvent(Time);

/// <summary>The list of members of a room.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Room">The room.</param>
/// <param name="Members">Nicks with their prefixes.</param>
internal sealed record NamesListed(DateTimeOffset Time, string Room, ImmutableArray<string> Members) : SessionEvent(Time);

/// <summary>Someone was invited to a room.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Room">The room.</param>
/// <param name="By">Who sent the invitation.</param>
/// <param name="Nick">Who was invited.</param>
internal sealed record Invited(DateTimeOffset Time, string Room, UserSource By, string Nick) : SessionEvent(Time);

/// <summary>A room was renamed. Source: IRCv3 channel-rename.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="OldName">The old name.</param>
/// <param name="NewName">The new name.</param>
/// <param name="By">Who renamed it.</param>
/// <param name="Reason">The reason, or empty.</param>
internal sealed record RoomRenamed(DateTimeOffset Time, string OldName, string NewName, UserSource By, string Reason) : SessionEvent(Time);
