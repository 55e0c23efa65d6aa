using ChatServer.Engine;
using ChatServer.Engine.Connections;
using ChatServer.Engine.Deliveries;
using ChatServer.Host.Transport;
using Microsoft.Extensions.DependencyInjection;

namespace ChatServer.Host;

/// <summary>Puts the actors into the host, on our own runtime; it takes its clock and its log from the host's services, and runs actors on
/// the threads of the event loops.</summary>
internal static class Composition
{
    /// <summary>What the names of the runtime's own loggers begin with.</summary>
    public const string LogSource = "ChatServer.Actors";

    // What many are told is patient: before it is written to sockets, what has come in meanwhile is read, and goes out with it.
    // A turn of a room or of a connection should take all that waits, as it ends with writes to sockets: the fewer, the cheaper. Measured:
    // docs/benchmarks.md.
    private const int Throughput = 128;

    /// <summary>Adds the actor system, with <see cref="ChatActor"/> as its root, registered under its own type.</summary>
    public static IServiceCollection AddActors(this IServiceCollection services) =>
        services.AddAkka("chat", (builder, provider) => builder
            .WithSetup(setup => setup.WithThroughput(Throughput).WithEventSources(
                [.. provider.GetRequiredService<EventLoops>().All.Select(loop => new Sockets(loop))],
                patient: [typeof(Delivery), typeof(DeliverySeries)]))
            .WithActors((system, registry) =>
            {
                system.Mailboxes.RegisterBounded(ConnectionActor.MailboxId, ConnectionActor.MailboxCapacity);
                registry.Register<ChatActor>(
                    system.ActorOf(ChatActor.PropsFor(provider.GetRequiredService<EngineContext>()), ChatActor.Name));
            }));

    private sealed class Sockets(EventLoop loop) : IEventSource
    {
        public bool Poll(bool mayWait, Action settle) => loop.Poll(mayWait, settle);

        public void Interrupt() => loop.Interrupt();
    }
}
