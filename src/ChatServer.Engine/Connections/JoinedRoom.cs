using ChatServer.Domain;

namespace ChatServer.Engine.Connections;

/// <summary>A room that the user is in.</summary>
/// <param name="Id">The room.</param>
/// <param name="Ref">Where to speak.</param>
internal readonly record struct JoinedRoom(RoomId Id, IActorRef Ref);
