using System.Runtime.CompilerServices;

namespace ChatServer.Actors;

/// <summary>Base of the references that have no mailbox: nobody, dead letters, promises, the root.</summary>
internal abstract class MinimalActorRef : IInternalActorRef
{
    public abstract ActorPath Path { get; }

    public abstract ActorSystem? System { get; }

    public virtual IActorRef Parent => ActorRefs.Nobody;

    public virtual bool IsTerminated => false;

    public virtual IInternalActorRef? GetChild(string name) => null;

    public virtual IReadOnlyList<IInternalActorRef> GetChildren() => [];

    public abstract void Tell(object message, IActorRef? sender);

    public virtual void SendSystemMessage(SystemMessage message)
    {
    }

    public bool Equals(IActorRef? other) => ReferenceEquals(this, (other as IInternalActorRef)?.Underlying);

    public override bool Equals(object? obj) => obj is IActorRef other && Equals(other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    public int CompareTo(IActorRef? other) => other is null ? 1 : Path.CompareTo(other.Path);

    public override string ToString() => $"[{Path}]";
}
