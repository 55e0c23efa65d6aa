using System.Collections.Immutable;
using ChatServer.Protocol;

namespace ChatClient.Session;

/// <summary>Something that happened. Screens decide how it looks, and whether it is shown.</summary>
/// <param name="Time">When: by the server's clock where it says (IRCv3 server-time), else by ours.</param>
public abstract record SessionEvent(DateTimeOffset Time);

/// <summary>The server has welcomed us.</summary>
/// <param name="Time">When.</param>
/// <param name="Nick">The nick that we really have.</param>
/// <param name="Network">The network's name, or the server's.</param>
public sealed record Registered(DateTimeOffset Time, string Nick, string Network) : SessionEvent(Time);

/// <summary>A nick is in use; the next one is being tried.</summary>
/// <param name="Time">When.</param>
/// <param name="Nick">The nick that is taken.</param>
/// <param name="Next">The nick that was asked for instead.</param>
public sealed record NickTaken(DateTimeOffset Time, string Nick, string Next) : SessionEvent(Time);

/// <summary>The server will not have us. The session is over.</summary>
/// <param name="Time">When.</param>
/// <param name="Reason">What the server said.</param>
public sealed record RegistrationRefused(DateTimeOffset Time, string Reason) : SessionEvent(Time);

/// <summary>Someone, maybe we, said something.</summary>
/// <param name="Time">When.</param>
/// <param name="Conversation">Where it belongs: the room, or the other party of a private conversation.</param>
/// <param name="From">Who said it.</param>
/// <param name="Kind">How.</param>
/// <param name="Text">What, without CTCP framing.</param>
/// <param name="IsOwn">Whether we said it.</param>
public sealed record Said(DateTimeOffset Time, string Conversation, UserSource From, MessageKind Kind, string Text, bool IsOwn)
    : SessionEvent(Time);

/// <summary>Someone, maybe we, joined a room.</summary>
/// <param name="Time">When.</param>
/// <param name="Room">The room.</param>
/// <param name="Who">Who joined.</param>
/// <param name="IsSelf">Whether it is us.</param>
public sealed record Joined(DateTimeOffset Time, string Room, UserSource Who, bool IsSelf) : SessionEvent(Time);

/// <summary>A room does not let us in.</summary>
/// <param name="Time">When.</param>
/// <param name="Room">The room.</param>
/// <param name="Reason">What the server said.</param>
public sealed record JoinRefused(DateTimeOffset Time, string Room, string Reason) : SessionEvent(Time);

/// <summary>Someone, maybe we, left a room.</summary>
/// <param name="Time">When.</param>
/// <param name="Room">The room.</param>
/// <param name="Who">Who left.</param>
/// <param name="Reason">Parting words, or empty.</param>
/// <param name="IsSelf">Whether it is us.</param>
public sealed record Parted(DateTimeOffset Time, string Room, UserSource Who, string Reason, bool IsSelf) : SessionEvent(Time);

/// <summary>Someone, maybe we, was made to leave a room.</summary>
/// <param name="Time">When.</param>
/// <param name="Room">The room.</param>
/// <param name="By">Who did it.</param>
/// <param name="Nick">Who had to go.</param>
/// <param name="Reason">Why, or empty.</param>
/// <param name="IsSelf">Whether it is us.</param>
public sealed record Kicked(DateTimeOffset Time, string Room, UserSource By, string Nick, string Reason, bool IsSelf)
    : SessionEvent(Time);

/// <summary>Someone left the server.</summary>
/// <param name="Time">When.</param>
/// <param name="Who">Who.</param>
/// <param name="Reason">Parting words or cause, or empty.</param>
/// <param name="Rooms">The rooms that we shared.</param>
public sealed record Departed(DateTimeOffset Time, UserSource Who, string Reason, ImmutableArray<string> Rooms) : SessionEvent(Time);

/// <summary>Someone, maybe we, has a new nick.</summary>
/// <param name="Time">When.</param>
/// <param name="OldNick">Before.</param>
/// <param name="NewNick">Now.</param>
/// <param name="IsSelf">Whether it is us.</param>
public sealed record Renamed(DateTimeOffset Time, string OldNick, string NewNick, bool IsSelf) : SessionEvent(Time);

/// <summary>What a room's topic is: after a join, or when asked for.</summary>
/// <param name="Time">When.</param>
/// <param name="Room">The room.</param>
/// <param name="Topic">The topic; empty if there is none.</param>
public sealed record TopicShown(DateTimeOffset Time, string Room, string Topic) : SessionEvent(Time);

/// <summary>Someone changed a room's topic.</summary>
/// <param name="Time">When.</param>
/// <param name="Room">The room.</param>
/// <param name="By">Who.</param>
/// <param name="Topic">The new topic; empty if it was taken away.</param>
public sealed record TopicChanged(DateTimeOffset Time, string Room, UserSource By, string Topic) : SessionEvent(Time);

/// <summary>Modes of a room, or our own, were changed.</summary>
/// <param name="Time">When.</param>
/// <param name="Target">The room or nick.</param>
/// <param name="By">Who.</param>
/// <param name="Change">Letters and parameters as on the wire: <c>+o bob</c>.</param>
public sealed record ModesChanged(DateTimeOffset Time, string Target, UserSource By, string Change) : SessionEvent(Time);

/// <summary>Who is in a room.</summary>
/// <param name="Time">When.</param>
/// <param name="Room">The room.</param>
/// <param name="Members">Nicks with their prefixes.</param>
public sealed record NamesListed(DateTimeOffset Time, string Room, ImmutableArray<string> Members) : SessionEvent(Time);

/// <summary>Someone was invited to a room.</summary>
/// <param name="Time">When.</param>
/// <param name="Room">The room.</param>
/// <param name="By">Who invites.</param>
/// <param name="Nick">Who is invited.</param>
public sealed record Invited(DateTimeOffset Time, string Room, UserSource By, string Nick) : SessionEvent(Time);

/// <summary>A numeric reply that has no event of its own.</summary>
/// <param name="Time">When.</param>
/// <param name="Code">The numeric.</param>
/// <param name="Parts">Its parameters without the first, which is our nick.</param>
public sealed record ReplyReceived(DateTimeOffset Time, int Code, ImmutableArray<string> Parts) : SessionEvent(Time);

/// <summary>The server refused something: an error numeric, or FAIL.</summary>
/// <param name="Time">When.</param>
/// <param name="About">What it is about: a nick, a room, a command; may be empty.</param>
/// <param name="Reason">Why, in the server's words.</param>
/// <param name="Unsent">The message that did not get through, if the server says which (IRCv3 labeled-response), or null.</param>
public sealed record Refused(DateTimeOffset Time, string About, string Reason, string? Unsent) : SessionEvent(Time);

/// <summary>The server says something for people: WARN, NOTE.</summary>
/// <param name="Time">When.</param>
/// <param name="Text">What.</param>
public sealed record ServerRemark(DateTimeOffset Time, string Text) : SessionEvent(Time);

/// <summary>The server is closing the connection.</summary>
/// <param name="Time">When.</param>
/// <param name="Reason">What it said.</param>
public sealed record ClosingLink(DateTimeOffset Time, string Reason) : SessionEvent(Time);

/// <summary>The server has taken all that was submitted before <see cref="IrcSession.Confirm"/>, and its answers have come.</summary>
/// <param name="Time">When.</param>
public sealed record Confirmed(DateTimeOffset Time) : SessionEvent(Time);

/// <summary>Nothing comes from the server any more. The session is over.</summary>
/// <param name="Time">When.</param>
/// <param name="Silence">For how long.</param>
public sealed record Unresponsive(DateTimeOffset Time, TimeSpan Silence) : SessionEvent(Time);
