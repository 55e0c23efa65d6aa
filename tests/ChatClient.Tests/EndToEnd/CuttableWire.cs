using System.Net;
using System.Net.Sockets;

namespace ChatClient.Tests.EndToEnd;

/// <summary>A proxy between a client and a server. The test can break the connection and allow it again.</summary>
internal sealed class CuttableWire : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _over = new();
    private readonly int _serverPort;
    private CancellationTokenSource _cut = new();
    private TaskCompletionSource _mended = new();

    public CuttableWire(int serverPort)
    {
        _serverPort = serverPort;
        _mended.SetResult();
        _listener.Start();
        _ = AcceptAsync();
    }

    public string Address => _listener.LocalEndpoint.ToString()!;

    /// <summary>Breaks all connections. New ones wait until <see cref="Mend"/>.</summary>
    public void Cut()
    {
        _mended = new TaskCompletionSource();
        _cut.Cancel();
        _cut = new CancellationTokenSource();
    }

    public void Mend() => _mended.SetResult();

    public void Dispose()
    {
        _over.Cancel();
        _cut.Cancel();
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_over.Token);
                _ = CarryAsync(client);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task CarryAsync(TcpClient client)
    {
        await _mended.Task;
        var cut = _cut.Token;
        using (client)
        using (var server = new TcpClient())
        {
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, _serverPort, cut);
                await Task.WhenAny(
                    client.GetStream().CopyToAsync(server.GetStream(), cut), server.GetStream().CopyToAsync(client.GetStream(), cut));
            }
            catch (Exception error) when (error is OperationCanceledException or SocketException or IOException)
            {
                // The test broke the connection, or one side has closed it: both ends are closed.
            }
        }
    }
}
