using System.Collections.Immutable;
using System.Net;
using ChatServer.Domain;
using ChatServer.Domain.Users;
using ChatServer.Protocol;

namespace ChatServer.Engine.Users;

/// <content>The messages of the directory.</content>
public sealed partial class UserDirectoryActor
{
    /// <summary>A connection wants a nick before it is registered. It holds at most one; a second takes the place of the first. Answered
    /// <see cref="Done"/> or <see cref="Denied"/>; when its owner is leaving, as soon as he has left. The sender is the
    /// connection.</summary>
    /// <param name="Nick">The nick.</param>
    public sealed record Reserve(Nickname Nick) : IRequest;

    /// <summary>A connection that is closing gives its reserved nick back, or no longer waits for one. The sender is the
    /// connection.</summary>
    public sealed record GiveBack
    {
        private GiveBack()
        {
        }

        /// <summary>The only instance.</summary>
        public static GiveBack Instance { get; } = new();
    }

    /// <summary>A connection completes its registration under the nick it has reserved. Answered <see cref="Registered"/>, or
    /// <see cref="Denied"/> when it has none. The sender is the connection.</summary>
    /// <param name="UserName">The user name as others will see it.</param>
    /// <param name="Host">The host as others will see it.</param>
    /// <param name="RealName">The free text.</param>
    /// <param name="Address">Where it comes from.</param>
    /// <param name="IsSecure">Whether it is encrypted.</param>
    /// <param name="Modes">User modes to begin with.</param>
    /// <param name="Away">Why he is away from the beginning; null when he is present.</param>
    public sealed record Register(
        string UserName, string Host, WireText RealName, IPAddress Address, bool IsSecure, UserModeFlags Modes, WireText? Away) : IRequest;

    /// <summary>The connection is a user now.</summary>
    /// <param name="User">His actor.</param>
    /// <param name="Identity">Who he is.</param>
    public sealed record Registered(IActorRef User, UserIdentity Identity) : IAnswer;

    /// <summary>A user wants another nick; until he says <see cref="Changed"/> or <see cref="Unclaim"/> he holds both. Answered
    /// <see cref="Done"/> or <see cref="Denied"/>.</summary>
    /// <param name="Who">The user.</param>
    /// <param name="Nick">The nick he wants.</param>
    public sealed record Claim(UserId Who, Nickname Nick) : IRequest;

    /// <summary>From a user: he keeps his nick, and the one he claimed is free.</summary>
    /// <param name="Who">The user.</param>
    public sealed record Unclaim(UserId Who);

    /// <summary>From a user: his identity after a change. A nick that he no longer has is free. The sender is whoever asked for the change,
    /// and is answered when all who monitor one of the nicks have been told.</summary>
    /// <param name="Identity">The user as he is now.</param>
    /// <param name="Answer">What the sender waits for.</param>
    public sealed record Changed(UserIdentity Identity, IAnswer Answer) : IRequest;

    /// <summary>From a connection: its user is about to leave.</summary>
    /// <param name="Who">The user.</param>
    public sealed record Leaving(UserId Who);

    /// <summary>From a user: he has left all his rooms. His nick is free, and his actor is stopped after what is already on its way to it.
    /// Answered <see cref="Done"/>.</summary>
    /// <param name="Who">The user.</param>
    public sealed record Depart(UserId Who) : IRequest;

    /// <summary>A request for a user by nick; the user answers the sender,
    /// or the directory does: <see cref="Refusal.NoSuchNick"/>.</summary>
    /// <param name="Nick">Whose nick.</param>
    /// <param name="Request">What the user is to hear.</param>
    public sealed record Route(Nickname Nick, IRequest Request) : IRequest;

    /// <summary>Asks who holds some nicks. Answered <see cref="Found"/>, in the order asked, without those nobody holds.</summary>
    /// <param name="Nicks">The nicks.</param>
    public sealed record Find(ImmutableArray<Nickname> Nicks) : IRequest;

    /// <summary>Asks for the users a mask covers. Answered <see cref="Found"/>, in no order; the asker has to check which of them may be
    /// shown.</summary>
    /// <param name="Mask">Compared with nick, user name, host, real name and server.</param>
    public sealed record Search(string Mask) : IRequest;

    /// <summary>Users who were asked for.</summary>
    /// <param name="Users">One entry for each.</param>
    public sealed record Found(ImmutableArray<UserEntry> Users) : IAnswer;

    /// <summary>Asks who held a nick before. Answered <see cref="Whowas"/>.</summary>
    /// <param name="Nick">The nick.</param>
    public sealed record GetWhowas(Nickname Nick) : IRequest;

    /// <summary>Those who held a nick.</summary>
    /// <param name="Entries">Newest first.</param>
    public sealed record Whowas(ImmutableArray<WhowasEntry> Entries) : IAnswer;
}

/// <summary>What the directory knows of a user.</summary>
/// <param name="Identity">Who he is, as he last said.</param>
/// <param name="User">His actor.</param>
/// <param name="Connection">His connection.</param>
public sealed record UserEntry(UserIdentity Identity, IActorRef User, IActorRef Connection);
