namespace ChatServer.Actors;

/// <summary>Shorthands for making actors.</summary>
public static class ActorRefFactoryExtensions
{
    /// <summary>Makes an actor from a class with a constructor without parameters.</summary>
    /// <typeparam name="TActor">The actor's class.</typeparam>
    /// <param name="factory">The system, or the parent's context.</param>
    /// <param name="name">See <see cref="IActorRefFactory.ActorOf"/>.</param>
    public static IActorRef ActorOf<TActor>(this IActorRefFactory factory, string? name = null)
        where TActor : ActorBase, new()
    {
        ArgumentNullException.ThrowIfNull(factory);
        return factory.ActorOf(Props.Create<TActor>(), name);
    }
}
