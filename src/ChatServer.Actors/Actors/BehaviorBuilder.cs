namespace ChatServer.Actors;

/// <summary>Collects the calls to Receive.</summary>
internal sealed class BehaviorBuilder
{
    private BehaviorShape _shape = BehaviorShape.Empty;
    private Delegate[] _handlers = [];
    private int _count;

    public void Add(Type type, HandlerKind kind, Delegate handler, Delegate? predicate = null)
    {
        if (_shape.TakesEverything)
            throw new InvalidOperationException("A handler for all messages is configured; none after it would ever be called.");
        _shape = _shape.With(type, kind);
        Push(handler);
        if (predicate is not null) Push(predicate);
    }

    public Behavior Build(ReceiveActor actor)
    {
        // Trimmed to the exact size: it lives as long as the actor, and there may be many actors.
        if (_handlers.Length != _count) Array.Resize(ref _handlers, _count);
        return new Behavior(actor, _shape, _handlers);
    }

    private void Push(Delegate handler)
    {
        if (_count == _handlers.Length) Array.Resize(ref _handlers, Math.Max(4, 2 * _count));
        _handlers[_count++] = handler;
    }
}
