using System.Net;
using System.Net.Sockets;

namespace ChatServer.Examples;

// asyncio: start_server and a coroutine for each client. Here an actor for each client; a broken one takes nobody with it.
public static class EchoServer
{
    public static async Task RunAsync(ActorSystem system, Action<object> say)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = Task.Run(async () => system.ActorOf(Echo.PropsFor(await listener.AcceptTcpClientAsync()), "client1"));

        using var client = new TcpClient("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port);
        await client.GetStream().WriteAsync("hello"u8.ToArray());
        var buffer = new byte[5];
        await client.GetStream().ReadExactlyAsync(buffer);
        say($"echo: {System.Text.Encoding.UTF8.GetString(buffer)}");
        client.Close();
        say($"connection actor stopped: {await (await serving).WatchEndAsync(system)}");
    }

    private sealed class Echo : ReceiveActor
    {
        private readonly byte[] _buffer = new byte[4096];

        public Echo(TcpClient client) => ReceiveAsync<int>(async received =>
        {
            if (received > 0) await client.GetStream().WriteAsync(_buffer.AsMemory(0, received));
            if (received == 0) Context.Stop(Self);
            else _ = client.GetStream().ReadAsync(_buffer).PipeTo(Self, failure: _ => 0);
        });

        public static Props PropsFor(TcpClient client) => Props.Create(() => new Echo(client));

        protected override void PreStart() => Self.Tell(-1);
    }
}
