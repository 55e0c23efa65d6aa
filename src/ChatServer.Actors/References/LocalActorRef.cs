namespace ChatServer.Actors;

/// <summary>The reference of an actor that lives in this process.</summary>
/// <remarks>It is all that other actors hold, and it is small: after the actor has stopped, its state can be collected even if they keep
/// the reference.</remarks>
internal sealed class LocalActorRef : IInternalActorRef
{
    private readonly Mailbox _mailbox;

    public LocalActorRef(ActorSystem system, Props props, IActorRef parent, ActorPath path)
    {
        Path = path;
        Cell = new ActorCell(system, props, this, parent);
        _mailbox = Cell.Mailbox;
    }

    public ActorPath Path { get; }

    public ActorCell Cell { get; }

    public ActorSystem? System => Cell.System;

    public IActorRef Parent => Cell.Parent;

    public bool IsTerminated => _mailbox.IsClosed;

    public IInternalActorRef? GetChild(string name) => Cell.Children?.Find(name);

    public IReadOnlyList<IInternalActorRef> GetChildren() => Cell.Children?.Snapshot() ?? [];

    public void Tell(object message, IActorRef? sender)
    {
        if (message is null) InvalidMessageException.ThrowNull();
        _mailbox.Enqueue(new Envelope(message, sender));
    }

    public void SendSystemMessage(SystemMessage message) => _mailbox.EnqueueSystem(message);

    public bool Equals(IActorRef? other) => ReferenceEquals(this, other) || ReferenceEquals(this, (other as IInternalActorRef)?.Underlying);

    public override bool Equals(object? obj) => obj is IActorRef other && Equals(other);

    // The number depends only on the order in which actors were made. It decides the order in which sets of references are enumerated, and
    // a simulation must run the same way each time.
    public override int GetHashCode() => Path.Uid.GetHashCode();

    public int CompareTo(IActorRef? other) => other is null ? 1 : Path.CompareTo(other.Path);

    public override string ToString() => $"[{Path}#{Path.Uid}]";
}
