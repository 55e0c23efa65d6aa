using System.Linq.Expressions;

namespace ChatServer.Actors;

/// <summary>A recipe for an actor. It is used for the first creation and again for each restart.</summary>
/// <remarks>Immutable; any thread. One Props may make many actors, and sharing it is cheaper than making a new one each time.</remarks>
public sealed class Props : IEquatable<Props>
{
    private readonly IIndirectActorProducer _producer;

    private Props(IIndirectActorProducer producer, object?[] arguments) => (_producer, Arguments) = (producer, arguments);

    private Props(Props other)
    {
        _producer = other._producer;
        Arguments = other.Arguments;
        Dispatcher = other.Dispatcher;
        Mailbox = other.Mailbox;
        SupervisorStrategy = other.SupervisorStrategy;
        StashCapacity = other.StashCapacity;
    }

    /// <summary>The class of the actor.</summary>
    public Type Type => _producer.ActorType;

    /// <summary>The arguments of its constructor.</summary>
    public IReadOnlyList<object?> Arguments { get; }

    /// <summary>The name of the dispatcher; empty for the default.</summary>
    public string Dispatcher { get; private init; } = string.Empty;

    /// <summary>The name of the mailbox; empty for the default, which is unbounded.</summary>
    public string Mailbox { get; private init; } = string.Empty;

    /// <summary>Supervises the actor's children instead of the actor's own strategy; null to use that.</summary>
    public SupervisorStrategy? SupervisorStrategy { get; private init; }

    /// <summary>Maximum number of messages in the actor's stash; -1 for no limit.</summary>
    public int StashCapacity { get; private init; } = -1;

    /// <summary>From a constructor call. Its arguments are evaluated once, now; the constructor runs in the actor's own turn.</summary>
    /// <typeparam name="TActor">The actor's class.</typeparam>
    /// <param name="factory"><c>() => new X(...)</c>, nothing else.</param>
    /// <param name="supervisorStrategy">Supervises the actor's children instead of the actor's own strategy.</param>
    /// <exception cref="ArgumentException">The expression is not a constructor call.</exception>
    public static Props Create<TActor>(Expression<Func<TActor>> factory, SupervisorStrategy? supervisorStrategy = null)
        where TActor : ActorBase
    {
        ArgumentNullException.ThrowIfNull(factory);
        if (factory.Body is not NewExpression { Constructor: { } constructor } construction)
            throw new ArgumentException("The expression must be a constructor call: () => new X(...).", nameof(factory));
        var arguments = ArgumentEvaluation.Evaluate(construction.Arguments);
        return new Props(new ConstructorProducer(constructor, arguments), arguments) { SupervisorStrategy = supervisorStrategy };
    }

    /// <summary>From a class and the arguments of one of its constructors.</summary>
    /// <typeparam name="TActor">The actor's class.</typeparam>
    /// <param name="args">The arguments.</param>
    public static Props Create<TActor>(params object?[] args)
        where TActor : ActorBase => Create(typeof(TActor), args);

    /// <summary>From a class with a constructor without parameters.</summary>
    /// <typeparam name="TActor">The actor's class.</typeparam>
    /// <param name="supervisorStrategy">Supervises the actor's children instead of the actor's own strategy.</param>
    public static Props Create<TActor>(SupervisorStrategy? supervisorStrategy)
        where TActor : ActorBase, new() => new(Create<TActor>()) { SupervisorStrategy = supervisorStrategy };

    /// <summary>From a class and the arguments of one of its constructors.</summary>
    /// <param name="type">The actor's class.</param>
    /// <param name="args">The arguments.</param>
    /// <exception cref="ArgumentException">No constructor takes them, or more than one does, or the type is not an actor class.</exception>
    public static Props Create(Type type, params object?[] args)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(args);
        if (!typeof(ActorBase).IsAssignableFrom(type)) throw new ArgumentException($"{type} is not an actor.", nameof(type));
        return new Props(new ConstructorProducer(ConstructorProducer.Find(type, args), args), args);
    }

    /// <summary>From a producer that knows how to make the actor, for example with a container.</summary>
    /// <param name="producer">Called once per incarnation, in the actor's own turn.</param>
    /// <param name="args">For information only.</param>
    public static Props CreateBy(IIndirectActorProducer producer, params object?[] args)
    {
        ArgumentNullException.ThrowIfNull(producer);
        return new Props(producer, args);
    }

    /// <summary>A copy with another dispatcher.</summary>
    /// <param name="dispatcher">Its name, see <see cref="Dispatchers"/>.</param>
    public Props WithDispatcher(string dispatcher) => new(this) { Dispatcher = dispatcher };

    /// <summary>A copy with another kind of mailbox.</summary>
    /// <param name="mailbox">Its name, see <see cref="Mailboxes"/>.</param>
    public Props WithMailbox(string mailbox) => new(this) { Mailbox = mailbox };

    /// <summary>A copy with another strategy for the children.</summary>
    /// <param name="supervisorStrategy">The strategy.</param>
    public Props WithSupervisorStrategy(SupervisorStrategy? supervisorStrategy) => new(this) { SupervisorStrategy = supervisorStrategy };

    /// <summary>A copy with a limit to the stash.</summary>
    /// <param name="stashCapacity">Maximum number of messages; -1 for no limit.</param>
    public Props WithStashCapacity(int stashCapacity) => new(this) { StashCapacity = stashCapacity };

    /// <inheritdoc/>
    public bool Equals(Props? other) =>
        other is not null && Type == other.Type && Dispatcher == other.Dispatcher && Mailbox == other.Mailbox
        && StashCapacity == other.StashCapacity && Equals(SupervisorStrategy, other.SupervisorStrategy)
        && Arguments.SequenceEqual(other.Arguments);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Props);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Type, Dispatcher, Mailbox, Arguments.Count);

    /// <inheritdoc/>
    public override string ToString() => $"Props({Type.Name})";

    internal ActorBase NewActor() => _producer.Produce();
}

/// <summary>Makes actors of one class in its own way.</summary>
public interface IIndirectActorProducer
{
    /// <summary>The class.</summary>
    Type ActorType { get; }

    /// <summary>Makes a new actor each time.</summary>
    ActorBase Produce();

    /// <summary>Called when the actor has stopped.</summary>
    /// <param name="actor">The actor.</param>
    void Release(ActorBase actor)
    {
    }
}
