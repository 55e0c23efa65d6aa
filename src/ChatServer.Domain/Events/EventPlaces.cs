using ChatServer.Protocol;

namespace ChatServer.Domain.Events;

/// <summary>Moves events to the current name of their room.</summary>
public static class EventPlaces
{
    /// <summary>An event of a room, under the room's current name, the only one that clients know.</summary>
    /// <param name="chatEvent">What happened in the room.</param>
    /// <param name="room">The name now.</param>
    public static ChatEvent In(this ChatEvent chatEvent, RoomName room) => chatEvent switch
    {
        MessageSent sent => sent with { Target = room.Text },
        UserJoined joined => joined with { Room = room },
        UserParted parted => parted with { Room = room },
        UserKicked kicked => kicked with { Room = room },
        TopicChanged changed => changed with { Room = room },
        RoomModesChanged changed => changed with { Room = room },
        _ => chatEvent,
    };
}
