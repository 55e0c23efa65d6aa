using System.Collections.Immutable;
using ChatServer.Protocol;

namespace ChatClient.Session;

/// <summary>Someone, maybe we, joined a room.</summary>
/// <param name="Time">When.</param>
/// <param name="Room">The room.</param>
/// <param name="Who">Who joined.</param>
/// <param name="IsSelf">Whether it is us.</param>
internal sealed record Joined(DateTimeOffset Time, string Room, UserSource Who, bool IsSelf) : SessionEvent(Time)
{
    /// <summary>The account, if the server says and there is one. Source: IRCv3 extended-join.</summary>
    public string? Account { get; init; }

    /// <summary>The real name, if the server says. Source: IRCv3 extended-join.</summary>
    public string? RealName { get; init; }
}

/// <summary>A room does not let us in.</summary>
/// <param name="Time">When.</param>
/// <param name="Room">The room.</param>
/// <param name="Reason">What the server said.</param>
internal sealed record JoinRefused(DateTimeOffset Time, string Room, string Reason) : SessionEvent(Time);

/// <summary>Someone, maybe we, left a room.</summary>
/// <param name="Time">When.</param>
/// <param name="Room">The room.</param>
/// <param name="Who">Who left.</param>
/// <param name="Reason">Parting words, or empty.</param>
/// <param name="IsSelf">Whether it is us.</param>
internal sealed record Parted(DateTimeOffset Time, string Room, UserSource Who, string Reason, bool IsSelf) : SessionEvent(Time);

/// <summary>Someone, maybe we, was made to leave a room.</summary>
/// <param name="Time">When.</param>
/// <param name="Room">The room.</param>
/// <param name="By">Who did it.</param>
/// <param name="Nick">Who had to go.</param>
/// <param name="Reason">Why, or empty.</param>
/// <param name="IsSelf">Whether it is us.</param>
internal sealed record Kicked(DateTimeOffset Time, string Room, UserSource By, string Nick, string Reason, bool IsSelf)
    : SessionEvent(Time);

/// <summary>What a room's topic is: after a join, or when asked for.</summary>
/// <param name="Time">When.</param>
/// <param name="Room">The room.</param>
/// <param name="Topic">The topic; empty if there is none.</param>
internal sealed record TopicShown(DateTimeOffset Time, string Room, string Topic) : SessionEvent(Time);

/// <summary>Someone changed a room's topic.</summary>
/// <param name="Time">When.</param>
/// <param name="Room">The room.</param>
/// <param name="By">Who.</param>
/// <param name="Topic">The new topic; empty if it was taken away.</param>
internal sealed record TopicChanged(DateTimeOffset Time, string Room, UserSource By, string Topic) : SessionEvent(Time);

/// <summary>Modes of a room, or our own, were changed.</summary>
/// <param name="Time">When.</param>
/// <param name="Target">The room or nick.</param>
/// <param name="By">Who.</param>
/// <param name="Change">Letters and parameters as on the wire: <c>+o bob</c>.</param>
internal sealed record ModesChanged(DateTimeOffset Time, string Target, UserSource By, string Change) : SessionEvent(Time);

/// <summary>Who is in a room.</summary>
/// <param name="Time">When.</param>
/// <param name="Room">The room.</param>
/// <param name="Members">Nicks with their prefixes.</param>
internal sealed record NamesListed(DateTimeOffset Time, string Room, ImmutableArray<string> Members) : SessionEvent(Time);

/// <summary>Someone was invited to a room.</summary>
/// <param name="Time">When.</param>
/// <param name="Room">The room.</param>
/// <param name="By">Who invites.</param>
/// <param name="Nick">Who is invited.</param>
internal sealed record Invited(DateTimeOffset Time, string Room, UserSource By, string Nick) : SessionEvent(Time);

/// <summary>A room has a new name. Source: IRCv3 channel-rename.</summary>
/// <param name="Time">When.</param>
/// <param name="OldName">Before.</param>
/// <param name="NewName">Now.</param>
/// <param name="By">Who did it.</param>
/// <param name="Reason">Why, or empty.</param>
internal sealed record RoomRenamed(DateTimeOffset Time, string OldName, string NewName, UserSource By, string Reason) : SessionEvent(Time);
