using ChatServer.Engine;
using Microsoft.Extensions.DependencyInjection;

namespace ChatServer.Host;

/// <summary>Puts the actors into the host, on Akka.NET; its own log goes to the host's.</summary>
internal static class Composition
{
    /// <summary>Adds the actor system, with <see cref="ChatActor"/> as its root, registered under its own type.</summary>
    public static IServiceCollection AddActors(this IServiceCollection services) =>
        services.AddAkka("chat", (builder, provider) => builder
            .ConfigureLoggers(log =>
            {
                log.ClearLoggers();
                log.AddLoggerFactory();
            })
            .WithActors((system, registry) => registry.Register<ChatActor>(
                system.ActorOf(ChatActor.PropsFor(provider.GetRequiredService<EngineContext>()), ChatActor.Name))));
}
