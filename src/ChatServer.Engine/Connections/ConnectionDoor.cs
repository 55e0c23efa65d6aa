using System.Text;
using Microsoft.AspNetCore.Connections;

namespace ChatServer.Engine.Connections;

/// <summary>Where sockets come in: hands each to the listener.</summary>
/// <param name="listener">The listener actor.</param>
/// <remarks>Any thread: an endpoint runs it for every socket it accepts.</remarks>
public sealed class ConnectionDoor(IActorRef listener)
{
    /// <summary>Serves one socket and disposes of it. Returns at once.</summary>
    /// <param name="transport">The socket.</param>
    public void Serve(ConnectionContext transport)
    {
        ArgumentNullException.ThrowIfNull(transport);
        listener.Tell(new Owned(transport), ActorRefs.NoSender);
    }

    /// <summary>Serves one socket, until the server is done with it.</summary>
    /// <param name="transport">The socket; its owner disposes it when the task ends.</param>
    public async Task HandleAsync(ConnectionContext transport)
    {
        ArgumentNullException.ThrowIfNull(transport);
        var outcome = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        listener.Tell(new Lent(transport, outcome), ActorRefs.NoSender);
        if (await outcome.Task is { } refusal) await SayNoAsync(transport, refusal);
    }

    private static async Task SayNoAsync(ConnectionContext transport, string reason)
    {
        await transport.Transport.Output.WriteAsync(Encoding.UTF8.GetBytes($"ERROR :Closing Link: ({reason})\r\n"));
        await transport.Transport.Output.CompleteAsync();
    }

    /// <summary>A socket that nobody else disposes of.</summary>
    private sealed class Owned(ConnectionContext transport) : ListenerActor.Admit(transport)
    {
        public override void Refuse(string reason) => _ = TurnAwayAsync(reason);

        public override void Complete() => _ = DisposeAsync();

        private async Task TurnAwayAsync(string reason)
        {
            await SayNoAsync(Transport, reason);
            await DisposeAsync();
        }

        private async Task DisposeAsync() => await Transport.DisposeAsync();
    }

    /// <summary>A socket whose owner waits.</summary>
    private sealed class Lent(ConnectionContext transport, TaskCompletionSource<string?> outcome) : ListenerActor.Admit(transport)
    {
        public override void Refuse(string reason) => outcome.TrySetResult(reason);

        public override void Complete() => outcome.TrySetResult(null);
    }
}
