using System.Collections.Immutable;
using ChatServer.Protocol;

namespace ChatClient.Session;

/// <summary>Someone left the server.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Who">Who left.</param>
/// <param name="Reason">Their quit message or the cause, or empty.</param>
/// <param name="Rooms">The rooms that we shared with them.</param>
internal sealed record Departed(DateTimeOffset Time, UserSource Who, string Reason, ImmutableArray<string> Rooms) : SessionEvent(Time);

/// <summary>Someone, maybe we, changed nick.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="OldNick">The old nick.</param>
/// <param name="NewNick">The new nick.</param>
/// <param name="IsSelf">Whether it is us.</param>
internal sealed record Renamed(DateTimeOffset Time, string OldNick, string NewNick, bool IsSelf) : SessionEvent(Time);

/// <summary>Two servers of the network lost their connection, so these users are gone. Source: IRCv3 netsplit batch.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Server">One server.</param>
/// <param name="OtherServer">The other one.</param>
/// <param name="Departures">Who is gone.</param>
internal sealed record NetworkSplit(DateTimeOffset Time, string Server, string OtherServer, ImmutableArray<Departed> Departures)
    : SessionEvent(Time);

/// <summary>Two servers of the network are connected again. Source: IRCv3 netjoin batch.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Server">One server.</param>
/// <param name="OtherServer">The other one.</param>
/// <param name="Arrivals">Who is back in which room: one entry for each room.</param>
internal sealed record NetworkJoined(DateTimeOffset Time, string Server, string OtherServer, ImmutableArray<Joined> Arrivals)
    : SessionEvent(Time);

/// <summary>Someone, maybe we, is away or back, or was already away when we joined. Source: IRCv3 away-notify; WHO; RPL_NOWAWAY and
/// RPL_UNAWAY for ourselves.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Nick">The nick.</param>
/// <param name="Message">The away message; empty if away for an unknown reason; null if back.</param>
/// <param name="IsSelf">Whether it is us.</param>
internal sealed record AwayChanged(DateTimeOffset Time, string Nick, string? Message, bool IsSelf) : SessionEvent(Time);

/// <summary>Someone else logged in or out. Source: IRCv3 account-notify.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Nick">The nick.</param>
/// <param name="Account">The account; null after a logout.</param>
internal sealed record AccountChanged(DateTimeOffset Time, string Nick, string? Account) : SessionEvent(Time);

/// <summary>The user name or host name of someone, maybe us, changed. Source: IRCv3 chghost.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Nick">The nick.</param>
/// <param name="User">The new user name.</param>
/// <param name="Host">The new host name.</param>
internal sealed record HostChanged(DateTimeOffset Time, string Nick, string User, string Host) : SessionEvent(Time);

/// <summary>The real name of someone, maybe ours, changed. Source: IRCv3 setname.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Nick">The nick.</param>
/// <param name="RealName">The new real name.</param>
internal sealed record RealNameChanged(DateTimeOffset Time, string Nick, string RealName) : SessionEvent(Time);

/// <summary>A friend (see <see cref="IrcSession.Friends"/>) came online or went offline. Source: IRCv3 monitor.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Nick">The nick.</param>
/// <param name="IsOnline">Whether they are online now.</param>
internal sealed record FriendSeen(DateTimeOffset Time, string Nick, bool IsOnline) : SessionEvent(Time);
