namespace ChatServer.Actors;

/// <summary>An actor that says in its constructor, and in methods passed to <see cref="Become"/>, how it handles which type of
/// message.</summary>
/// <remarks>
/// Handlers are tried in the order in which they were given; the first whose type fits and whose predicate agrees gets the message.
/// A handler for a base class or an interface gets the derived ones too. Each handler is a delegate that its actor keeps: where there are
/// very many actors of a class, let them become a method that switches over the message, a <see cref="Actors.Receive"/>.
/// </remarks>
public abstract partial class ReceiveActor : UntypedActor
{
    private BehaviorBuilder? _builder;
    private Behavior? _initial;
    private bool _isConstructed;

    /// <summary>Handles messages with another behaviour from the next one on.</summary>
    /// <param name="configure">Calls Receive for each type that the behaviour knows.</param>
    protected void Become(Action configure) => Become(Build(configure).Receive);

    /// <summary>As <see cref="Become"/>, keeping the present behaviour below.</summary>
    /// <param name="configure">Calls Receive for each type that the behaviour knows.</param>
    protected void BecomeStacked(Action configure) => BecomeStacked(Build(configure).Receive);

    /// <summary>Not for use: messages go to the configured handlers.</summary>
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

    /// <summary>Called by a behaviour that knows no handler for a message.</summary>
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
