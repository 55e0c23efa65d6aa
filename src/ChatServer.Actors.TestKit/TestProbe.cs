namespace ChatServer.Actors.TestKit;

/// <summary>A test actor with its own expectations, which stands in for an actor that the one under test talks to.</summary>
/// <remarks>It can be used as a reference; to the runtime it is the actor behind it.</remarks>
public sealed class TestProbe : TestKitBase, IInternalActorRef
{
    internal TestProbe(ActorSystem system, string? name, TestKitSettings settings)
        : base(system, setup: null, actorSystemName: null, name, settings)
    {
    }

    /// <summary>A probe on a system.</summary>
    /// <param name="system">The system.</param>
    /// <param name="testProbeName">The probe's name; null for a generated one.</param>
    public TestProbe(ActorSystem system, string? testProbeName = null)
        : this(system, testProbeName, new TestKitSettings())
    {
    }

    /// <summary>The reference of the actor behind the probe.</summary>
    public IActorRef Ref => TestActor;

    /// <summary>The sender of the last message received.</summary>
    public IActorRef Sender => LastSender;

    /// <inheritdoc/>
    public ActorPath Path => TestActor.Path;

    ActorSystem? IInternalActorRef.System => Sys;

    IActorRef IInternalActorRef.Parent => Behind.Parent;

    IInternalActorRef IInternalActorRef.Underlying => Behind;

    bool IInternalActorRef.IsTerminated => Behind.IsTerminated;

    private IInternalActorRef Behind => TestActor.AsInternal();

    /// <summary>Tells an actor something, as the probe.</summary>
    /// <param name="actor">The recipient.</param>
    /// <param name="message">The message.</param>
    public void Send(IActorRef actor, object message)
    {
        ArgumentNullException.ThrowIfNull(actor);
        actor.Tell(message, TestActor);
    }

    /// <summary>Answers the last message received, as the probe.</summary>
    /// <param name="message">The answer.</param>
    public void Reply(object message) => Sender.Tell(message, TestActor);

    /// <summary>Passes the last message received on, with its sender.</summary>
    /// <param name="actor">The recipient.</param>
    public void Forward(IActorRef actor) =>
        Forward(actor, LastMessage ?? throw new InvalidOperationException("No message was received yet."));

    /// <summary>Passes a message on with the sender of the last one received.</summary>
    /// <param name="actor">The recipient.</param>
    /// <param name="message">The message.</param>
    public void Forward(IActorRef actor, object message)
    {
        ArgumentNullException.ThrowIfNull(actor);
        actor.Tell(message, Sender);
    }

    /// <inheritdoc/>
    public void Tell(object message, IActorRef? sender) => TestActor.Tell(message, sender);

    /// <inheritdoc/>
    public bool Equals(IActorRef? other) => TestActor.Equals(other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is IActorRef other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => TestActor.GetHashCode();

    /// <inheritdoc/>
    public int CompareTo(IActorRef? other) => TestActor.CompareTo(other);

    /// <inheritdoc/>
    public override string ToString() => TestActor.ToString()!;

    IInternalActorRef? IInternalActorRef.GetChild(string name) => Behind.GetChild(name);

    IReadOnlyList<IInternalActorRef> IInternalActorRef.GetChildren() => Behind.GetChildren();

    void IInternalActorRef.SendSystemMessage(SystemMessage message) => Behind.SendSystemMessage(message);
}
