using System.Collections.Immutable;
using ChatServer.Domain.Users;

namespace ChatServer.Engine.Users;

/// <summary>From a user to his own connection: who he is and where, for WHOIS. The connection adds what only it knows and answers the
/// sender: <see cref="Whois"/>.</summary>
/// <param name="Identity">The user.</param>
/// <param name="Memberships">The rooms the asker may know of.</param>
public sealed record WhoisSoFar(UserIdentity Identity, ImmutableArray<RoomMembership> Memberships) : IRequest;

/// <summary>What WHOIS says.</summary>
/// <param name="Identity">The user.</param>
/// <param name="Memberships">The rooms the asker may know of.</param>
/// <param name="Idle">How long the user has said nothing.</param>
public sealed record Whois(UserIdentity Identity, ImmutableArray<RoomMembership> Memberships, TimeSpan Idle) : IAnswer;
