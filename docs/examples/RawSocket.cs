using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ChatServer.Examples;

// asyncio: sock_recv and sock_sendall. A socket's operations are tasks; pipe their outcome to the actor that owns the socket.
public static class RawSocket
{
    public static async Task RunAsync(ActorSystem system, Action<object> say)
    {
        using var socket = new Socket(SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var done = new TaskCompletionSource();
        system.ActorOf(Props.Create(() => new Receiver(socket, say, done)));
        using var sender = new Socket(SocketType.Dgram, ProtocolType.Udp);
        foreach (var text in new[] { "one", "two", "" }) await sender.SendToAsync(Encoding.UTF8.GetBytes(text), socket.LocalEndPoint!);
        await done.Task;
    }

    private sealed class Receiver : ReceiveActor
    {
        public Receiver(Socket socket, Action<object> say, TaskCompletionSource done)
        {
            var buffer = new byte[1500];
            socket.ReceiveAsync(buffer).PipeTo(Self);
            Receive<int>(length =>
            {
                say(Encoding.UTF8.GetString(buffer, 0, length));
                if (length == 0) done.SetResult();
                else socket.ReceiveAsync(buffer).PipeTo(Self);
            });
        }
    }
}
