namespace ChatServer.Actors;

// What the actor does with the next message.
internal sealed partial class ActorCell
{
    /// <summary>Null: the actor's own Receive; its delegate is made when the first message comes.</summary>
    private Receive? _behavior;
    private Stack<Receive>? _behaviorsBelow;

    private Receive CurrentBehavior => _behavior ??= _actor!.InitialBehavior();

    public void Become(Receive receive)
    {
        ArgumentNullException.ThrowIfNull(receive);
        _behavior = receive;
    }

    public void BecomeStacked(Receive receive)
    {
        ArgumentNullException.ThrowIfNull(receive);
        if (_behavior is null && _actor is null)
            throw new InvalidOperationException("Stack a behaviour in PreStart or later: before, there is no first one.");
        (_behaviorsBelow ??= new()).Push(CurrentBehavior);
        _behavior = receive;
    }

    public void UnbecomeStacked()
    {
        // The bottom one stays; the actor always needs a behaviour.
        if (_behaviorsBelow?.TryPop(out var below) == true) _behavior = below;
    }

    public void Become(UntypedReceive receive) => Become(Total(receive));

    public void BecomeStacked(UntypedReceive receive) => BecomeStacked(Total(receive));

    private static Receive Total(UntypedReceive receive)
    {
        ArgumentNullException.ThrowIfNull(receive);
        return message =>
        {
            receive(message);
            return true;
        };
    }

    private void ClearBehaviors() => (_behavior, _behaviorsBelow) = (null, null);
}
