using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatServer.Actors.Hosting;

/// <summary>Puts an actor system into a host: it starts with the host and stops with it.</summary>
public static class AkkaHostingExtensions
{
    /// <summary>Adds a system with the host's clock and log, an <see cref="ActorRegistry"/> and <see
    /// cref="IRequiredActor{TActor}"/>.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="actorSystemName">The name of the system.</param>
    /// <param name="builder">Says what to start.</param>
    public static IServiceCollection AddAkka(
        this IServiceCollection services, string actorSystemName, Action<AkkaConfigurationBuilder> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return services.AddAkka(actorSystemName, (configuration, _) => builder(configuration));
    }

    /// <summary>Adds a system with the host's clock and log, an <see cref="ActorRegistry"/> and <see
    /// cref="IRequiredActor{TActor}"/>.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="actorSystemName">The name of the system.</param>
    /// <param name="builder">Says what to start.</param>
    public static IServiceCollection AddAkka(
        this IServiceCollection services, string actorSystemName, Action<AkkaConfigurationBuilder, IServiceProvider> builder)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(builder);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ActorRegistry>();
        services.TryAddSingleton<IActorRegistry>(static provider => provider.GetRequiredService<ActorRegistry>());
        services.TryAddSingleton<IReadOnlyActorRegistry>(static provider => provider.GetRequiredService<ActorRegistry>());
        services.TryAddSingleton(typeof(IRequiredActor<>), typeof(RequiredActor<>));
        services.TryAddSingleton(provider =>
        {
            var setup = BootstrapSetup.Create().WithTimeProvider(provider.GetRequiredService<TimeProvider>());
            if (provider.GetService<ILoggerFactory>() is { } log) setup = setup.WithLoggerFactory(log);
            var configuration = new AkkaConfigurationBuilder(setup);
            builder(configuration, provider);
            return new HostedActorSystem(actorSystemName, configuration, provider);
        });
        services.TryAddSingleton(static provider => provider.GetRequiredService<HostedActorSystem>().System);
        services.AddHostedService(static provider => provider.GetRequiredService<HostedActorSystem>());
        return services;
    }

    private sealed class HostedActorSystem(string name, AkkaConfigurationBuilder configuration, IServiceProvider services) : IHostedService
    {
        public ActorSystem System { get; } = ActorSystem.Create(name, configuration.Setup);

        public Task StartAsync(CancellationToken cancellationToken)
        {
            configuration.Start(System, services.GetRequiredService<ActorRegistry>(), services);
            return Task.CompletedTask;
        }

        // The token carries the host's own shutdown deadline.
        public Task StopAsync(CancellationToken cancellationToken) => System.Terminate().WaitAsync(cancellationToken);
    }
}
