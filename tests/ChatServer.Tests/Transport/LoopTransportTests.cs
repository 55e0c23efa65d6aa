using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ChatServer.Host.Transport;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatServer.Tests.Transport;

/// <summary>The event loops' sockets, with real sockets at the other end.</summary>
public sealed class LoopTransportTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly EventLoops _loops = new();
    private readonly LoopListeners _listeners;
    private readonly List<IAsyncDisposable> _open = [];
    private IConnectionListener _listener = null!;

    public LoopTransportTests() => _listeners = new LoopListeners(_loops, TimeProvider.System, NullLogger<LoopListeners>.Instance);

    public async Task InitializeAsync()
    {
        _loops.RunOnOwnThreads();
        _listener = await ListenAsync(IPAddress.Loopback);
    }

    public async Task DisposeAsync()
    {
        foreach (var open in _open) await open.DisposeAsync();
        await _listener.DisposeAsync();
    }

    public void Dispose() => _loops.Dispose();

    [Fact]
    public async Task Bytes_come_in_as_they_were_sent_and_go_out_as_they_were_written()
    {
        var (client, server) = await ConnectAsync();
        await client.SendAsync("hello\r\n"u8.ToArray());
        Assert.Equal("hello\r\n", await ReadTextAsync(server, 7));

        await server.Transport.Output.WriteAsync("and to you\r\n"u8.ToArray());
        Assert.Equal("and to you\r\n", Encoding.ASCII.GetString(await ReceiveAsync(client, 12)));
        Assert.Equal(client.LocalEndPoint, server.RemoteEndPoint);
        Assert.Equal(client.RemoteEndPoint, server.LocalEndPoint);
    }

    [Fact]
    public async Task The_end_is_seen_after_the_last_bytes_though_both_came_at_once()
    {
        var (client, server) = await ConnectAsync();
        await client.SendAsync(new byte[10_000]);
        client.Shutdown(SocketShutdown.Send);

        var seen = 0L;
        while (true)
        {
            var result = await server.Transport.Input.ReadAsync().AsTask().WaitAsync(Patience);
            seen += result.Buffer.Length;
            server.Transport.Input.AdvanceTo(result.Buffer.End);
            if (result.IsCompleted) break;
        }

        Assert.Equal(10_000, seen);
    }

    [Fact]
    public async Task What_is_not_consumed_comes_again_with_more_however_long_it_gets()
    {
        var (client, server) = await ConnectAsync();
        var sent = RandomBytes(200_000);
        for (var at = 0; at < sent.Length; at += 50_000)
        {
            await client.SendAsync(sent.AsMemory(at, 50_000));
            while (true)
            {
                var result = await server.Transport.Input.ReadAsync().AsTask().WaitAsync(Patience);
                var isThere = result.Buffer.Length == at + 50_000;
                if (isThere) Assert.Equal(sent[..(at + 50_000)], result.Buffer.ToArray());
                server.Transport.Input.AdvanceTo(result.Buffer.Start, result.Buffer.End);
                if (isThere) break;
            }
        }
    }

    [Fact]
    public async Task What_is_not_examined_comes_again_at_once()
    {
        var (client, server) = await ConnectAsync();
        await client.SendAsync("one two"u8.ToArray());
        var first = await ReadAtLeastAsync(server, 7);
        server.Transport.Input.AdvanceTo(first.GetPosition(4));

        var rest = server.Transport.Input.ReadAsync();

        Assert.True(rest.IsCompleted);
        Assert.Equal("two", Encoding.ASCII.GetString((await rest).Buffer));
    }

    [Fact]
    public async Task A_flush_that_the_kernel_does_not_take_ends_when_the_other_side_has_read()
    {
        var (client, server) = await ConnectAsync();
        var sent = RandomBytes(20_000_000);
        server.Transport.Output.Write(sent);
        var flush = server.Transport.Output.FlushAsync().AsTask();
        Assert.False(flush.IsCompleted);

        Assert.Equal(sent, await ReceiveAsync(client, sent.Length));
        Assert.False((await flush.WaitAsync(Patience)).IsCompleted);
    }

    [Fact]
    public async Task What_is_written_behind_a_waiting_flush_is_sent_before_the_end()
    {
        var (client, server) = await ConnectAsync();
        var sent = RandomBytes(20_000_000);
        server.Transport.Output.Write(sent.AsSpan(0, 19_000_000));
        var flush = server.Transport.Output.FlushAsync().AsTask();
        server.Transport.Output.Write(sent.AsSpan(19_000_000));
        await server.Transport.Output.CompleteAsync();

        Assert.Equal(sent, await ReceiveAsync(client, sent.Length));
        Assert.Equal(0, await client.ReceiveAsync(new byte[1]).WaitAsync(Patience));
        await flush.WaitAsync(Patience);
    }

    [Fact]
    public async Task Completing_the_output_ends_the_stream_and_leaves_the_input_open()
    {
        var (client, server) = await ConnectAsync();
        await server.Transport.Output.CompleteAsync();
        Assert.Equal(0, await client.ReceiveAsync(new byte[1]).WaitAsync(Patience));

        await client.SendAsync("still here"u8.ToArray());
        Assert.Equal("still here", await ReadTextAsync(server, 10));
    }

    [Fact]
    public async Task A_reset_breaks_the_reading()
    {
        var (client, server) = await ConnectAsync();
        client.LingerState = new LingerOption(true, 0);
        client.Dispose();

        await Assert.ThrowsAnyAsync<IOException>(async () => await ReadAtLeastAsync(server, 1).WaitAsync(Patience));
        server.Transport.Output.Write("nobody hears"u8);
        Assert.True((await server.Transport.Output.FlushAsync()).IsCompleted);
    }

    [Fact]
    public async Task A_reset_ends_a_waiting_flush()
    {
        var (client, server) = await ConnectAsync();
        server.Transport.Output.Write(new byte[20_000_000]);
        var flush = server.Transport.Output.FlushAsync().AsTask();
        client.LingerState = new LingerOption(true, 0);
        client.Dispose();

        Assert.True((await flush.WaitAsync(Patience)).IsCompleted);
        Assert.True((await server.Transport.Output.FlushAsync()).IsCompleted);
    }

    [Fact]
    public async Task Aborting_ends_reading_and_writing()
    {
        var (_, server) = await ConnectAsync();
        server.Transport.Output.Write(new byte[20_000_000]);
        var flush = server.Transport.Output.FlushAsync().AsTask();
        var read = server.Transport.Input.ReadAsync().AsTask();

        server.Abort();

        Assert.True((await read.WaitAsync(Patience)).IsCompleted);
        Assert.True((await flush.WaitAsync(Patience)).IsCompleted);
    }

    [Fact]
    public async Task A_waiting_read_can_be_cancelled_and_reading_goes_on()
    {
        var (client, server) = await ConnectAsync();
        var read = server.Transport.Input.ReadAsync().AsTask();
        server.Transport.Input.CancelPendingRead();
        var cancelled = await read.WaitAsync(Patience);
        Assert.True(cancelled.IsCanceled);
        server.Transport.Input.AdvanceTo(cancelled.Buffer.Start);

        using var source = new CancellationTokenSource();
        read = server.Transport.Input.ReadAsync(source.Token).AsTask();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await read.WaitAsync(Patience));

        await client.SendAsync("on"u8.ToArray());
        Assert.Equal("on", await ReadTextAsync(server, 2));
    }

    [Fact]
    public async Task Disposing_closes_the_socket_and_ends_what_waits()
    {
        var (client, server) = await ConnectAsync();
        var closed = server.ConnectionClosed;
        server.Transport.Output.Write(new byte[20_000_000]);
        var flush = server.Transport.Output.FlushAsync().AsTask();

        await server.DisposeAsync();
        await server.DisposeAsync();

        Assert.True((await flush.WaitAsync(Patience)).IsCompleted);
        Assert.True(closed.IsCancellationRequested);
        await ReceiveToEndAsync(client);
    }

    [Fact]
    public async Task Hundreds_talk_at_once_and_nobody_gets_what_was_for_another()
    {
        const int clients = 300;
        const int rounds = 50;
        var echoing = Task.Run(async () =>
        {
            for (var i = 0; i < clients; i++) _ = EchoAsync((await _listener.AcceptAsync())!);
        });

        await Task.WhenAll(Enumerable.Range(0, clients).Select(async number =>
        {
            using var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            await client.ConnectAsync(_listener.EndPoint);
            var random = new Random(number);
            for (var round = 0; round < rounds; round++)
            {
                var sent = new byte[random.Next(1, 20_000)];
                random.NextBytes(sent);
                var received = ReceiveAsync(client, sent.Length);
                await client.SendAsync(sent);
                Assert.Equal(sent, await received);
            }
        })).WaitAsync(Patience);
        await echoing;
    }

    [Fact]
    public async Task Who_comes_before_the_opening_is_let_in_afterwards()
    {
        var accepted = new TaskCompletionSource<ConnectionContext>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var early = _listeners.Bind(new IPEndPoint(IPAddress.Loopback, 0), accepted.SetResult);
        using var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await client.ConnectAsync(early.EndPoint);

        // The loop tells in the order of events: it would have told of the first client before the second.
        await ConnectAsync();
        Assert.False(accepted.Task.IsCompleted);

        _listeners.Open();
        await using var server = await accepted.Task.WaitAsync(Patience);
        Assert.Equal(client.LocalEndPoint, server.RemoteEndPoint);
    }

    [Fact]
    public async Task A_listener_that_was_never_opened_can_be_closed()
    {
        var listener = await BindAsync(IPAddress.Loopback);
        await listener.DisposeAsync();

        Assert.Null(await listener.AcceptAsync());
        using var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await Assert.ThrowsAsync<SocketException>(() => client.ConnectAsync(listener.EndPoint));
    }

    [Fact]
    public async Task After_the_end_of_listening_nobody_is_accepted()
    {
        await _listener.UnbindAsync();
        Assert.Null(await _listener.AcceptAsync());
        using var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await Assert.ThrowsAsync<SocketException>(() => client.ConnectAsync(_listener.EndPoint));
    }

    [Fact]
    public async Task Addresses_of_both_families_are_told_as_they_are()
    {
        await using var listener = await ListenAsync(IPAddress.IPv6Any);
        var port = ((IPEndPoint)listener.EndPoint).Port;
        foreach (var address in new[] { IPAddress.Loopback, IPAddress.IPv6Loopback })
        {
            using var client = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            await client.ConnectAsync(address, port);
            await using var server = (await listener.AcceptAsync())!;
            var remote = ((IPEndPoint)server.RemoteEndPoint!).Address;
            Assert.Equal(address, remote.IsIPv4MappedToIPv6 ? remote.MapToIPv4() : remote);
        }
    }

    private async Task<IConnectionListener> ListenAsync(IPAddress address)
    {
        var listener = await BindAsync(address);
        _listeners.Open();
        return listener;
    }

    private ValueTask<IConnectionListener> BindAsync(IPAddress address) =>
        new LoopTransport(_listeners).BindAsync(new LoopEndPoint(new IPEndPoint(address, 0)));

    private async Task<(Socket Client, ConnectionContext Server)> ConnectAsync()
    {
        var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await client.ConnectAsync(_listener.EndPoint);
        var server = (await _listener.AcceptAsync())!;
        _open.Add(server);
        return (client, server);
    }

    private static byte[] RandomBytes(int count)
    {
        var bytes = new byte[count];
        new Random(count).NextBytes(bytes);
        return bytes;
    }

    private static async Task EchoAsync(ConnectionContext connection)
    {
        while (true)
        {
            var result = await connection.Transport.Input.ReadAsync();
            foreach (var segment in result.Buffer) connection.Transport.Output.Write(segment.Span);
            connection.Transport.Input.AdvanceTo(result.Buffer.End);
            await connection.Transport.Output.FlushAsync();
            if (result.IsCompleted) break;
        }

        await connection.DisposeAsync();
    }

    private static async Task<ReadOnlySequence<byte>> ReadAtLeastAsync(ConnectionContext server, int bytes)
    {
        while (true)
        {
            var result = await server.Transport.Input.ReadAsync();
            if (result.Buffer.Length >= bytes || result.IsCompleted) return result.Buffer;
            server.Transport.Input.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    private static async Task<string> ReadTextAsync(ConnectionContext server, int bytes)
    {
        var buffer = await ReadAtLeastAsync(server, bytes).WaitAsync(Patience);
        var text = Encoding.ASCII.GetString(buffer);
        server.Transport.Input.AdvanceTo(buffer.End);
        return text;
    }

    private static async Task<byte[]> ReceiveAsync(Socket client, int bytes)
    {
        var received = new byte[bytes];
        for (var at = 0; at < bytes;)
        {
            var count = await client.ReceiveAsync(received.AsMemory(at)).AsTask().WaitAsync(Patience);
            Assert.NotEqual(0, count);
            at += count;
        }

        return received;
    }

    private static async Task ReceiveToEndAsync(Socket client)
    {
        try
        {
            var buffer = new byte[65_536];
            while (await client.ReceiveAsync(buffer).WaitAsync(Patience) > 0)
            {
                // What was under way.
            }
        }
        catch (SocketException)
        {
            // An end as well: the other side has closed with bytes of ours unread.
        }
    }
}
