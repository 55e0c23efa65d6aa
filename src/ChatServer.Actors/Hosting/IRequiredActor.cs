namespace ChatServer.Actors.Hosting;

/// <summary>For constructors of services: a reference from the <see cref="ActorRegistry"/>.</summary>
/// <typeparam name="TActor">The key it is registered under.</typeparam>
public interface IRequiredActor<TActor>
{
    /// <summary>The reference.</summary>
    /// <exception cref="MissingActorRegistryEntryException">It is not registered yet.</exception>
    IActorRef ActorRef { get; }

    /// <summary>The reference, as soon as it is registered.</summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
    Task<IActorRef> GetAsync(CancellationToken cancellationToken = default);
}

internal sealed class RequiredActor<TActor>(IReadOnlyActorRegistry registry) : IRequiredActor<TActor>
{
    public IActorRef ActorRef => registry.Get<TActor>();

    public Task<IActorRef> GetAsync(CancellationToken cancellationToken = default) => registry.GetAsync<TActor>(cancellationToken);
}
