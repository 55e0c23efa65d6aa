using ChatServer.Protocol;

namespace ChatServer.Engine.Deliveries;

/// <summary>A room or a user took a message. An answer from a room comes in the place that the message has among the room's
/// events.</summary>
/// <param name="Event">The message as everybody sees it; used for the echo.</param>
/// <param name="Away">Why the recipient is away; null for a room, or when he is present.</param>
/// <param name="By">The user who heard it; null for a room.</param>
public sealed record Heard(Delivery Event, WireText? Away = null, IActorRef? By = null) : IAnswer;
