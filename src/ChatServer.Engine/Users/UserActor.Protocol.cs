using System.Collections.Immutable;
using ChatServer.Domain;
using ChatServer.Domain.Events;
using ChatServer.Domain.Users;
using ChatServer.Protocol;

namespace ChatServer.Engine.Users;

/// <content>The messages of a user.</content>
public sealed partial class UserActor
{
    /// <summary>From his connection: he wants to join a room. Passed on, unless he is in too many; answered as
    /// <see cref="Rooms.RoomActor.Join"/> says.</summary>
    /// <param name="Name">Which room.</param>
    /// <param name="Key">The key given, or null.</param>
    public sealed record JoinRoom(RoomName Name, string? Key) : IRequest;

    /// <summary>From his connection: he wants another nick. Answered <see cref="Updated"/>, after all his peers have been told,
    /// <see cref="Rooms.RoomActor.NickHeld"/> or <see cref="Denied"/>.</summary>
    /// <param name="Nick">The nick he wants.</param>
    public sealed record Rename(Nickname Nick) : IRequest;

    /// <summary>From his connection: he is away, or back. Answered <see cref="Updated"/>.</summary>
    /// <param name="Reason">Why he is away; null when he is back.</param>
    public sealed record SetAway(WireText? Reason) : IRequest;

    /// <summary>From his connection: he changes his real name. Answered <see cref="Updated"/>.</summary>
    /// <param name="RealName">The new one.</param>
    public sealed record SetRealName(WireText RealName) : IRequest;

    /// <summary>From his connection: he changes his own modes. Answered <see cref="Updated"/>.</summary>
    /// <param name="Changes">What he asks for, as parsed.</param>
    public sealed record ChangeModes(ImmutableArray<ModeChange> Changes) : IRequest;

    /// <summary>From his connection: he has become an operator of the server. Answered <see cref="Updated"/>.</summary>
    /// <param name="Title">What WHOIS says of him from now on.</param>
    public sealed record MakeOperator(string Title) : IRequest;

    /// <summary>An operator gives the user another host. Answered <see cref="Done"/>, after all his peers have been told.</summary>
    /// <param name="Host">The host that others see from now on.</param>
    public sealed record ChangeHost(string Host) : IRequest;

    /// <summary>An operator has the user disconnected. Answered as <see cref="Quit"/>.</summary>
    /// <param name="By">The operator.</param>
    /// <param name="Comment">Why.</param>
    public sealed record Kill(UserIdentity By, WireText Comment) : IRequest;

    /// <summary>The user has changed as asked.</summary>
    /// <param name="Identity">The user as he is now.</param>
    public sealed record Updated(UserIdentity Identity) : IAnswer;

    /// <summary>From his connection: it closes. Answered <see cref="Done"/> when his peers have been told and his nick is free.</summary>
    /// <param name="Reason">Why, as his peers are to see it.</param>
    public sealed record Quit(WireText Reason) : IRequest;

    /// <summary>Someone speaks to the user. Answered <see cref="Deliveries.Heard"/>.</summary>
    /// <param name="By">Who speaks.</param>
    /// <param name="User">His actor.</param>
    /// <param name="Kind">By which command.</param>
    /// <param name="To">The nick to which he speaks.</param>
    /// <param name="Text">What he says.</param>
    /// <param name="ClientTags">Client-only tags, as they came.</param>
    public sealed record Say(UserIdentity By, IActorRef User, MessageKind Kind, Nickname To, WireText Text, WireText ClientTags) : IRequest
    {
        /// <summary>Whether the speaker remembers who had the nick, and did not ask the directory. If it is no longer his, the answer is
        /// <see cref="Refusal.NoSuchNick"/>.</summary>
        public bool IsFromMemory { get; init; }

        /// <summary>The lines of a message that has several; otherwise empty.</summary>
        public ImmutableArray<MessageLine> Lines { get; init; } = [];
    }

    /// <summary>From the history of private messages: something that his partner did. The sender, the partner's connection, is answered
    /// <see cref="Deliveries.Heard"/>.</summary>
    /// <param name="Event">What.</param>
    public sealed record Hear(Deliveries.Delivery Event) : IRequest;

    /// <summary>Asks who the user is. Answered <see cref="Whois"/>.</summary>
    /// <param name="Asker">Who asks.</param>
    /// <param name="AskerRooms">The rooms he is in: a secret room, or any room of an invisible user, is shown to its members.</param>
    public sealed record GetWhois(UserId Asker, ImmutableHashSet<RoomId> AskerRooms) : IRequest;

    /// <summary>From a room: the user has become a member, or his membership has changed.</summary>
    /// <param name="Membership">The membership as it is now.</param>
    /// <param name="Room">The room.</param>
    public sealed record MembershipChanged(RoomMembership Membership, IActorRef Room);

    /// <summary>From a room: the user is no longer a member.</summary>
    /// <param name="Room">The room.</param>
    public sealed record MembershipEnded(RoomId Room);

    /// <summary>From the directory: which connections monitor the user.</summary>
    /// <param name="Connections">All of them.</param>
    public sealed record MonitoredBy(ImmutableHashSet<IActorRef> Connections);

    /// <summary>To connections that monitor the user and share no room with him: he has changed. Source: IRCv3 extended-monitor.</summary>
    /// <param name="Event">The change.</param>
    public sealed record MonitoredEvent(Deliveries.Delivery Event);
}
