namespace ChatServer.Actors;

/// <summary>The address of one actor incarnation. It stays valid through restarts and leads to dead letters after the actor has
/// stopped.</summary>
/// <remarks>
/// Two references are equal when they lead to the same incarnation. A later actor under the same name has another reference.
/// Any thread may use a reference.
/// </remarks>
public interface IActorRef : ICanTell, IEquatable<IActorRef>, IComparable<IActorRef>
{
    /// <summary>The actor's place in the tree.</summary>
    ActorPath Path { get; }
}
