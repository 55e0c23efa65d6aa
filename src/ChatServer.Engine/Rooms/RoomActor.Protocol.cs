using System.Collections.Immutable;
using ChatServer.Domain;
using ChatServer.Domain.Events;
using ChatServer.Domain.Rooms;
using ChatServer.Domain.Users;
using ChatServer.Engine.Deliveries;
using ChatServer.Protocol;

namespace ChatServer.Engine.Rooms;

/// <content>The messages of a room.</content>
public sealed partial class RoomActor
{
    /// <summary>Someone asks to join. The sender, his connection, is answered <see cref="Joined"/>, <see cref="Done"/> when he is in
    /// already, <see cref="Forwarded"/> or <see cref="Denied"/>; his user actor learns of the membership before.</summary>
    /// <param name="Who">Who asks.</param>
    /// <param name="User">His user actor, which the room watches from then on.</param>
    /// <param name="Connection">Where he hears the room.</param>
    /// <param name="Key">The key given, or null.</param>
    /// <param name="OtherRooms">The rooms he is in, as far as others may know.</param>
    public sealed record Join(
        UserIdentity Who, IActorRef User, IActorRef Connection, string? Key, IReadOnlyCollection<RoomName> OtherRooms) : IRequest;

    /// <summary>The sender is a member now. The answer comes in the place that his JOIN has among the room's events.</summary>
    /// <param name="Event">The JOIN as everybody sees it.</param>
    /// <param name="Room">The room with him in it.</param>
    /// <param name="Ref">Where to speak.</param>
    public sealed record Joined(Delivery Event, RoomState Room, IActorRef Ref) : IAnswer;

    /// <summary>The sender may not join, but the room forwards him to another (mode <c>f</c>).</summary>
    /// <param name="Reason">Why he may not join.</param>
    /// <param name="Target">The other room.</param>
    public sealed record Forwarded(Refusal Reason, RoomName Target) : IAnswer;

    /// <summary>A member leaves. Answered <see cref="Done"/> or <see cref="Denied"/>.</summary>
    /// <param name="Who">Who leaves.</param>
    /// <param name="Reason">Why; empty when not said.</param>
    public sealed record Part(UserId Who, WireText Reason) : IRequest;

    /// <summary>Someone, member or not, speaks. Answered <see cref="Heard"/> or <see cref="Denied"/>.</summary>
    /// <param name="Who">Who speaks.</param>
    /// <param name="Kind">By which command.</param>
    /// <param name="Audience">Members of this rank and above hear it; none for everybody.</param>
    /// <param name="Text">What he says.</param>
    /// <param name="ClientTags">Client-only tags, as they came.</param>
    public sealed record Say(UserIdentity Who, MessageKind Kind, MemberModes Audience, WireText Text, WireText ClientTags) : IRequest
    {
        /// <summary>The lines of a message that has several; otherwise empty.</summary>
        public ImmutableArray<MessageLine> Lines { get; init; } = [];

        /// <summary>In whose name he speaks; null for his own.</summary>
        public Persona? As { get; init; }

        /// <summary>Whether the server lets him relay messages into any room.</summary>
        public bool MayRelay { get; init; }
    }

    /// <summary>A member sets the topic. Answered <see cref="Done"/> or <see cref="Denied"/>.</summary>
    /// <param name="Who">Who sets it.</param>
    /// <param name="Text">The topic; empty clears it.</param>
    public sealed record SetTopic(UserId Who, WireText Text) : IRequest;

    /// <summary>A member throws another out. Answered <see cref="Done"/> or <see cref="Denied"/>.</summary>
    /// <param name="Who">Who does it.</param>
    /// <param name="Target">The nick of the other.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Kick(UserId Who, Nickname Target, WireText Reason) : IRequest;

    /// <summary>A member invites someone. Answered <see cref="Done"/> or <see cref="Denied"/>.</summary>
    /// <param name="Who">Who invites.</param>
    /// <param name="Target">Who is invited.</param>
    /// <param name="User">His user actor, which the room watches as long as the invitation stands.</param>
    /// <param name="Connection">Where he hears of it.</param>
    public sealed record Invite(UserId Who, UserIdentity Target, IActorRef User, IActorRef Connection) : IRequest;

    /// <summary>A member changes modes. Answered <see cref="ModesApplied"/> or <see cref="Denied"/>.</summary>
    /// <param name="Who">Who asks.</param>
    /// <param name="Changes">What he asks for, as parsed.</param>
    public sealed record ChangeModes(UserId Who, ImmutableArray<ModeChange> Changes) : IRequest
    {
        /// <summary>The operator of the server who asks, whatever his rank, and whether a member or not; null for a member.</summary>
        public UserIdentity? Operator { get; init; }
    }

    /// <summary>The changes were made as far as the rules allow; what changed has been told to all members.</summary>
    /// <param name="Problems">What was not done, and why.</param>
    public sealed record ModesApplied(ImmutableArray<(ModeChange Change, ModeProblem Problem)> Problems) : IAnswer
    {
        /// <summary>What the members were told, for an asker who is no member; null otherwise, or when nothing has changed.</summary>
        public Delivery? Event { get; init; }
    }

    /// <summary>Asks for the room as it is. Answered <see cref="Seen"/>.</summary>
    public sealed record GetState : IRequest
    {
        private GetState()
        {
        }

        /// <summary>The only instance.</summary>
        public static GetState Instance { get; } = new();
    }

    /// <summary>The room as it is. The asker has to check who may see it (<see cref="RoomState.IsVisibleTo"/>).</summary>
    /// <param name="Room">The room.</param>
    public sealed record Seen(RoomState Room) : IAnswer;

    /// <summary>A user is about to change in all his rooms at once. As soon as no other user holds the room, it answers <see cref="Held"/>
    /// and stands still until <see cref="Apply"/> or <see cref="Release"/> from this user; or it answers <see cref="NickHeld"/> and goes
    /// on.</summary>
    /// <param name="Who">The user; the sender is his actor.</param>
    /// <param name="ForNewNick">Whether he is to take another nick, which the room may not allow.</param>
    public sealed record Hold(UserId Who, bool ForNewNick) : IRequest;

    /// <summary>The room stands still for the sender.</summary>
    /// <param name="Room">Which room.</param>
    /// <param name="Audience">The connections of all members to whom he is shown, his own among them; empty when he is no member, and then
    /// the room does not stand still.</param>
    public sealed record Held(RoomId Room, ImmutableArray<IActorRef> Audience) : IAnswer;

    /// <summary>The member has to keep his nick as long as he is in the room.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Room">The room.</param>
    public sealed record NickHeld(Refusal Reason, RoomName Room) : IAnswer;

    /// <summary>The change was called off: the room goes on. Answered <see cref="Done"/>.</summary>
    /// <param name="Who">The user.</param>
    public sealed record Release(UserId Who) : IRequest;

    /// <summary>A user has changed, or is gone, and all who had to be told have been told. Answered <see cref="Done"/>.</summary>
    /// <param name="Who">The user.</param>
    /// <param name="Next">The user as he is now; null when he is gone.</param>
    /// <param name="Event">What they were told, for the room's history.</param>
    public sealed record Apply(UserId Who, UserIdentity? Next, ChatEvent Event) : IRequest;
}
