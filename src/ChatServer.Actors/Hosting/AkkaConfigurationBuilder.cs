using Microsoft.Extensions.DependencyInjection;

namespace ChatServer.Actors.Hosting;

/// <summary>Creates actors with the services of the host.</summary>
public interface IDependencyResolver
{
    /// <summary>Props whose constructor parameters come from the arguments and, for the rest, from the host's services.</summary>
    /// <typeparam name="T">The actor's class.</typeparam>
    /// <param name="args">The arguments that are not services.</param>
    Props Props<T>(params object[] args)
        where T : ActorBase;
}

/// <summary>The setup of a hosted system, and what to do when it has started.</summary>
public sealed class AkkaConfigurationBuilder
{
    private readonly List<Action<ActorSystem, IActorRegistry, IDependencyResolver>> _starts = [];

    internal AkkaConfigurationBuilder(BootstrapSetup setup) => Setup = setup;

    /// <summary>Clock, log and limits; clock and log are the host's unless replaced.</summary>
    public BootstrapSetup Setup { get; private set; }

    /// <summary>Changes the setup.</summary>
    /// <param name="change">Gets the current setup.</param>
    public AkkaConfigurationBuilder WithSetup(Func<BootstrapSetup, BootstrapSetup> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        Setup = change(Setup);
        return this;
    }

    /// <summary>Creates actors when the system starts.</summary>
    /// <param name="actorStarter">Creates them, and registers those that others look up.</param>
    public AkkaConfigurationBuilder WithActors(Action<ActorSystem, IActorRegistry> actorStarter)
    {
        ArgumentNullException.ThrowIfNull(actorStarter);
        return WithActors((system, registry, _) => actorStarter(system, registry));
    }

    /// <summary>Creates actors when the system starts.</summary>
    /// <param name="actorStarter">Creates them, and registers those that others look up.</param>
    public AkkaConfigurationBuilder WithActors(Action<ActorSystem, IActorRegistry, IDependencyResolver> actorStarter)
    {
        ArgumentNullException.ThrowIfNull(actorStarter);
        _starts.Add(actorStarter);
        return this;
    }

    internal void Start(ActorSystem system, IActorRegistry registry, IServiceProvider services)
    {
        var resolver = new ServiceProviderResolver(services);
        foreach (var start in _starts) start(system, registry, resolver);
    }

    private sealed class ServiceProviderResolver(IServiceProvider services) : IDependencyResolver
    {
        public Props Props<T>(params object[] args)
            where T : ActorBase => Actors.Props.CreateBy(new Producer<T>(services, args), args);
    }

    private sealed class Producer<T>(IServiceProvider services, object[] args) : IIndirectActorProducer
        where T : ActorBase
    {
        public Type ActorType => typeof(T);

        public ActorBase Produce() => ActivatorUtilities.CreateInstance<T>(services, args);
    }
}
