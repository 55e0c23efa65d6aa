using ChatServer.Domain;

namespace ChatServer.Engine.History;

/// <summary>A conversation: the key under which history is kept.</summary>
public abstract record Conversation
{
    private Conversation()
    {
    }

    /// <summary>What happened in a room.</summary>
    /// <param name="Id">The room.</param>
    public sealed record InRoom(RoomId Id) : Conversation;

    /// <summary>Messages between two users, who may be one and the same.</summary>
    public sealed record BetweenUsers : Conversation
    {
        /// <summary>The conversation of two users: the same whoever is named first.</summary>
        /// <param name="one">One of them.</param>
        /// <param name="other">The other.</param>
        public BetweenUsers(UserId one, UserId other) => (Lower, Higher) = one.Value <= other.Value ? (one, other) : (other, one);

        /// <summary>The user with the lower id.</summary>
        public UserId Lower { get; }

        /// <summary>The user with the higher id.</summary>
        public UserId Higher { get; }
    }
}
