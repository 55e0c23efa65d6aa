using System.Text;
using Microsoft.AspNetCore.Connections;

namespace ChatServer.Engine.Connections;

/// <summary>Where sockets come in: hands each to the listener, and returns when the server is through with it.</summary>
/// <param name="listener">The listener actor.</param>
/// <remarks>Any thread: an endpoint runs it for every socket it accepts.</remarks>
public sealed class ConnectionDoor(IActorRef listener)
{
    /// <summary>Serves one socket and disposes of it.</summary>
    /// <param name="transport">The socket.</param>
    public void Serve(ConnectionContext transport)
    {
        ArgumentNullException.ThrowIfNull(transport);
        listener.Tell(
            new ListenerActor.Admit(transport, WhenRefused: reason => _ = TurnAwayAsync(transport, reason), WhenDone: () => _ = DisposeAsync(transport)),
            ActorRefs.NoSender);
    }

    /// <summary>Serves one socket.</summary>
    /// <param name="transport">The socket; its owner disposes it when the task ends.</param>
    public async Task HandleAsync(ConnectionContext transport)
    {
        ArgumentNullException.ThrowIfNull(transport);
        var outcome = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        listener.Tell(
            new ListenerActor.Admit(
                transport, WhenRefused: reason => outcome.TrySetResult(reason), WhenDone: () => outcome.TrySetResult(null)),
            ActorRefs.NoSender);

        if (await outcome.Task is { } refusal) await SayNoAsync(transport, refusal);
    }

    private static async Task TurnAwayAsync(ConnectionContext transport, string reason)
    {
        await SayNoAsync(transport, reason);
        await DisposeAsync(transport);
    }

    private static async Task SayNoAsync(ConnectionContext transport, string reason)
    {
        await transport.Transport.Output.WriteAsync(Encoding.UTF8.GetBytes($"ERROR :Closing Link: ({reason})\r\n"));
        await transport.Transport.Output.CompleteAsync();
    }

    private static async Task DisposeAsync(ConnectionContext transport) => await transport.DisposeAsync();
}
