using ChatServer.Engine;
using ChatServer.Engine.Connections;
using ChatServer.Host.Transport;
using Microsoft.Extensions.DependencyInjection;

namespace ChatServer.Host;

/// <summary>Puts the actors into the host, on Akka.NET; its own log goes to the host's.</summary>
internal static class Composition
{
    /// <summary>What the names of the runtime's own loggers begin with.</summary>
    public const string LogSource = "Akka";

    private static readonly string ConnectionMailbox =
        $$"""
        {{ConnectionActor.MailboxId}} {
          mailbox-type = "Akka.Dispatch.BoundedMailbox, Akka"
          mailbox-capacity = {{ConnectionActor.MailboxCapacity}}
          mailbox-push-timeout-time = 0s
        }
        """;

    /// <summary>Adds the actor system, with <see cref="ChatActor"/> as its root, registered under its own type.</summary>
    public static IServiceCollection AddActors(this IServiceCollection services) =>
        services.AddAkka("chat", (builder, provider) => builder
            .AddHocon(ConnectionMailbox, HoconAddMode.Append)
            .ConfigureLoggers(log =>
            {
                log.ClearLoggers();
                log.AddLoggerFactory();
            })
            .WithActors((system, registry) =>
            {
                // Akka's dispatchers have threads of their own, and so have the event loops here.
                provider.GetRequiredService<EventLoops>().RunOnOwnThreads();
                registry.Register<ChatActor>(
                    system.ActorOf(ChatActor.PropsFor(provider.GetRequiredService<EngineContext>()), ChatActor.Name));
            }));
}
