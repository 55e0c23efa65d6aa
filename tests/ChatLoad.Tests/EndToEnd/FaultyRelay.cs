using System.Net;
using System.Net.Sockets;

namespace ChatLoad.Tests.EndToEnd;

/// <summary>Stands between clients and a server, passes on every byte, and does something wrong to some of the messages.</summary>
internal sealed class FaultyRelay : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly int _serverPort;
    private readonly Fault _fault;
    private int _messages;

    /// <summary>A relay to a server.</summary>
    /// <param name="serverPort">Its port.</param>
    /// <param name="fault">What is done wrong.</param>
    public FaultyRelay(int serverPort, Fault fault)
    {
        (_serverPort, _fault) = (serverPort, fault);
        _listener.Start(512);
        _ = AcceptAsync();
    }

    /// <summary>Puts what becomes of a message into <paramref name="output"/>.</summary>
    /// <param name="number">Its number among the messages to all clients, from 1.</param>
    /// <param name="message">The line, with its end.</param>
    /// <param name="held">Lines that this client will get after its next message.</param>
    /// <param name="output">Where lines to this client go.</param>
    public delegate void Fault(int number, byte[] message, List<byte[]> held, List<byte[]> output);

    public string Address => _listener.LocalEndpoint.ToString()!;

    /// <summary>Loses every n-th message.</summary>
    public static Fault DropOneIn(int n) => (number, message, _, output) =>
    {
        if (number % n != 0)
            output.Add(message);
    };

    /// <summary>Passes every n-th message on twice.</summary>
    public static Fault RepeatOneIn(int n) => (number, message, _, output) =>
    {
        output.Add(message);
        if (number % n == 0)
            output.Add(message);
    };

    /// <summary>Lets one message, the n-th of all, be overtaken by the next one to the same client.</summary>
    public static Fault SwapOnce(int n) => (number, message, held, output) =>
    {
        if (number == n)
        {
            held.Add(message);
            return;
        }

        output.Add(message);
        output.AddRange(held);
        held.Clear();
    };

    public void Dispose()
    {
        _closing.Cancel();
        _listener.Dispose();
        _closing.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = RelayAsync(await _listener.AcceptTcpClientAsync(_closing.Token));
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task RelayAsync(TcpClient client)
    {
        using var server = new TcpClient();
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, _serverPort, _closing.Token);
            await Task.WhenAny(
                client.GetStream().CopyToAsync(server.GetStream(), _closing.Token), PassOnAsync(server.GetStream(), client.GetStream()));
        }
        catch (Exception error) when (error is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // One of the two has gone.
        }
        finally
        {
            client.Dispose();
        }
    }

    private async Task PassOnAsync(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[64 * 1024];
        var (line, held, output) = (new List<byte>(), new List<byte[]>(), new List<byte[]>());
        while (await from.ReadAsync(buffer, _closing.Token) is var received and > 0)
        {
            foreach (var one in buffer.AsSpan(0, received))
            {
                line.Add(one);
                if (one != '\n')
                    continue;
                Judge([.. line], held, output);
                line.Clear();
            }

            foreach (var passed in output)
                await to.WriteAsync(passed, _closing.Token);
            output.Clear();
        }
    }

    private void Judge(byte[] line, List<byte[]> held, List<byte[]> output)
    {
        if (line.AsSpan().IndexOf(" PRIVMSG "u8) < 0)
            output.Add(line);
        else
            _fault(Interlocked.Increment(ref _messages), line, held, output);
    }
}
