namespace ChatServer.Actors;

/// <summary>An actor that registers a handler per message type, in its constructor and in methods passed to <see cref="Become"/>.</summary>
/// <remarks>
/// Handlers are tried in the order of registration; the first whose type fits and whose predicate accepts gets the message. A handler for a
/// base class or an interface also gets the derived types. Each handler is a delegate that its actor keeps. For a class with very many
/// actors, prefer one method that switches over the message, a <see cref="Actors.Receive"/>.
/// </remarks>
public abstract partial class ReceiveActor : UntypedActor
{
    private BehaviorBuilder? _builder;
    private Behavior? _initial;
    private bool _isConstructed;

    /// <summary>Switches behaviour, starting with the next message.</summary>
    /// <param name="configure">Calls Receive for each type that the behaviour handles.</param>
    protected void Become(Action configure) => Become(Build(configure).Receive);

    /// <summary>As <see cref="Become"/>, but keeps the current behaviour on the stack.</summary>
    /// <param name="configure">Calls Receive for each type that the behaviour handles.</param>
    protected void BecomeStacked(Action configure) => BecomeStacked(Build(configure).Receive);

    /// <summary>Not for use: messages go to the registered handlers.</summary>
    /// <param name="message">The message.</param>
    protected sealed override void OnReceive(object message)
    {
        if (!InitialBehavior()(message)) Unhandled(message);
    }

    internal sealed override void CompleteConstruction()
    {
        _initial = _builder?.Build(this);
        _builder = null;
        _isConstructed = true;
    }

    internal sealed override Receive InitialBehavior() => _initial?.Receive ?? EmptyReceive;

    /// <summary>Called by a behaviour that has no handler for a message.</summary>
    internal void NotHandled(object message) => Unhandled(message);

    private Behavior Build(Action configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var outer = _builder;
        _builder = new BehaviorBuilder();
        try
        {
            configure();
            return _builder.Build(this);
        }
        finally
        {
            _builder = outer;
        }
    }
}
