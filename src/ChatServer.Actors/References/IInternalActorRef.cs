namespace ChatServer.Actors;

/// <summary>What the runtime itself can do with a reference, besides telling it a message.</summary>
internal interface IInternalActorRef : IActorRef
{
    /// <summary>The system the reference belongs to; null for <see cref="ActorRefs.Nobody"/>.</summary>
    ActorSystem? System { get; }

    /// <summary>The reference itself, or the one it stands for (a test probe stands for the actor behind it).</summary>
    IInternalActorRef Underlying => this;

    IActorRef Parent { get; }

    bool IsTerminated { get; }

    /// <summary>A living child by name, or null.</summary>
    IInternalActorRef? GetChild(string name);

    /// <summary>A snapshot of the living children.</summary>
    IReadOnlyList<IInternalActorRef> GetChildren();

    /// <summary>Sends a message of the runtime's own protocol. It overtakes user messages and ignores mailbox bounds.</summary>
    void SendSystemMessage(SystemMessage message);
}

internal static class InternalActorRefExtensions
{
    /// <summary>The runtime passes every reference it gets through here, so that sets and maps hold one object per actor.</summary>
    public static IInternalActorRef AsInternal(this IActorRef actor) => actor is IInternalActorRef known
        ? known.Underlying
        : throw new ArgumentException($"{actor} was not made by an actor system.", nameof(actor));

    public static void Stop(this IInternalActorRef actor) => actor.SendSystemMessage(new TerminateMessage());

    public static void Suspend(this IInternalActorRef actor) => actor.SendSystemMessage(new SuspendMessage());

    public static void Resume(this IInternalActorRef actor, Exception? causedByFailure) =>
        actor.SendSystemMessage(new ResumeMessage(causedByFailure));

    public static void Restart(this IInternalActorRef actor, Exception cause) => actor.SendSystemMessage(new RecreateMessage(cause));
}
