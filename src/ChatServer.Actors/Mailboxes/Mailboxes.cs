namespace ChatServer.Actors;

/// <summary>The kinds of mailbox of a system, by name.</summary>
public sealed class Mailboxes
{
    /// <summary>Without a limit; what an actor gets that asks for nothing else.</summary>
    public const string DefaultMailboxId = "akka.actor.default-mailbox";

    private readonly Func<ActorCell, MessageDispatcher, Mailbox>? _replacement;

    internal Mailboxes(Func<ActorCell, MessageDispatcher, Mailbox>? replacement) => _replacement = replacement;

    internal Mailbox Create(ActorCell cell, MessageDispatcher dispatcher) => _replacement?.Invoke(cell, dispatcher) ?? new Mailbox(cell, dispatcher);
}
