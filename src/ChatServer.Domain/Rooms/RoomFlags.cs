namespace ChatServer.Domain.Rooms;

/// <summary>Modes of a room that take no parameter. Source: Modern, channel modes of type D.</summary>
[Flags]
public enum RoomFlags
{
    /// <summary>No mode.</summary>
    None = 0,

    /// <summary><c>i</c>: only those who were invited may join.</summary>
    InviteOnly = 1,

    /// <summary><c>m</c>: only voiced members and above may speak.</summary>
    Moderated = 2,

    /// <summary><c>n</c>: only members may speak.</summary>
    NoOutsideMessages = 4,

    /// <summary><c>s</c>: outsiders do not learn that the room exists.</summary>
    Secret = 8,

    /// <summary><c>t</c>: only half-operators and above may set the topic.</summary>
    ProtectedTopic = 16,
}
