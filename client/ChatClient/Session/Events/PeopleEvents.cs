using System.Collections.Immutable;
using ChatServer.Protocol;

namespace ChatClient.Session;

/// <summary>Someone left the server.</summary>
/// <param name="Time">When.</param>
/// <param name="Who">Who.</param>
/// <param name="Reason">Parting words or cause, or empty.</param>
/// <param name="Rooms">The rooms that we shared.</param>
internal sealed record Departed(DateTimeOffset Time, UserSource Who, string Reason, ImmutableArray<string> Rooms) : SessionEvent(Time);

/// <summary>Someone, maybe we, has a new nick.</summary>
/// <param name="Time">When.</param>
/// <param name="OldNick">Before.</param>
/// <param name="NewNick">Now.</param>
/// <param name="IsSelf">Whether it is us.</param>
internal sealed record Renamed(DateTimeOffset Time, string OldNick, string NewNick, bool IsSelf) : SessionEvent(Time);

/// <summary>Two servers of the network lost each other, and with them these users. Source: IRCv3 netsplit batch.</summary>
/// <param name="Time">When.</param>
/// <param name="Server">One server.</param>
/// <param name="OtherServer">The other one.</param>
/// <param name="Departures">Who is gone.</param>
internal sealed record NetworkSplit(DateTimeOffset Time, string Server, string OtherServer, ImmutableArray<Departed> Departures)
    : SessionEvent(Time);

/// <summary>Two servers found each other again. Source: IRCv3 netjoin batch.</summary>
/// <param name="Time">When.</param>
/// <param name="Server">One server.</param>
/// <param name="OtherServer">The other one.</param>
/// <param name="Arrivals">Who is back, and where: one entry for each room.</param>
internal sealed record NetworkJoined(DateTimeOffset Time, string Server, string OtherServer, ImmutableArray<Joined> Arrivals)
    : SessionEvent(Time);

/// <summary>Someone, maybe we, is away or back, or was away already when we came. Source: IRCv3 away-notify; WHO; RPL_NOWAWAY and
/// RPL_UNAWAY for ourselves.</summary>
/// <param name="Time">When.</param>
/// <param name="Nick">Who.</param>
/// <param name="Message">Why away, or empty where it is not known; null for back.</param>
/// <param name="IsSelf">Whether it is us.</param>
internal sealed record AwayChanged(DateTimeOffset Time, string Nick, string? Message, bool IsSelf) : SessionEvent(Time);

/// <summary>Someone else logged in or out. Source: IRCv3 account-notify.</summary>
/// <param name="Time">When.</param>
/// <param name="Nick">Who.</param>
/// <param name="Account">The account; null after a logout.</param>
internal sealed record AccountChanged(DateTimeOffset Time, string Nick, string? Account) : SessionEvent(Time);

/// <summary>Someone, maybe we, shows another user or host name. Source: IRCv3 chghost.</summary>
/// <param name="Time">When.</param>
/// <param name="Nick">Who.</param>
/// <param name="User">The new user name.</param>
/// <param name="Host">The new host name.</param>
internal sealed record HostChanged(DateTimeOffset Time, string Nick, string User, string Host) : SessionEvent(Time);

/// <summary>Someone, maybe we, has another real name. Source: IRCv3 setname.</summary>
/// <param name="Time">When.</param>
/// <param name="Nick">Who.</param>
/// <param name="RealName">The new name.</param>
internal sealed record RealNameChanged(DateTimeOffset Time, string Nick, string RealName) : SessionEvent(Time);

/// <summary>A friend (see <see cref="IrcSession.Friends"/>) came or went. Source: IRCv3 monitor.</summary>
/// <param name="Time">When.</param>
/// <param name="Nick">Who.</param>
/// <param name="IsOnline">Whether he is there now.</param>
internal sealed record FriendSeen(DateTimeOffset Time, string Nick, bool IsOnline) : SessionEvent(Time);
