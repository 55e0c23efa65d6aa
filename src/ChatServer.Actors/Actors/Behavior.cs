namespace ChatServer.Actors;

/// <summary>One behaviour of one actor: a shape shared by all behaviours that are built by the same calls, and this actor's own
/// handlers.</summary>
internal sealed class Behavior
{
    private readonly ReceiveActor _actor;
    private readonly BehaviorShape _shape;
    private readonly Delegate[] _handlers;

    public Behavior(ReceiveActor actor, BehaviorShape shape, Delegate[] handlers)
    {
        (_actor, _shape, _handlers) = (actor, shape, handlers);
        Receive = Handle;
    }

    /// <summary>The behaviour as the cell knows it.</summary>
    public Receive Receive { get; }

    private bool Handle(object message)
    {
        foreach (var entry in _shape.RouteFor(message.GetType()))
        {
            if (entry.Kind.Handle(_handlers, entry.Slot, message)) return true;
        }

        // As in Akka: a ReceiveActor deals with unhandled messages itself, so its caller sees every message as handled.
        _actor.NotHandled(message);
        return true;
    }
}
