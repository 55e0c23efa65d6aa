using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using ChatServer.Protocol;

namespace ChatClient.Connection;

/// <summary>A socket, with TLS or without, that carries IRC messages.</summary>
/// <remarks>Reading: one caller of <see cref="ReadAllAsync"/>. Sending never waits for the network: a queue of limited length is
/// written by a task of its own. Any thread may send. <see cref="DisposeAsync"/> writes what is queued, for a short while.</remarks>
public sealed class IrcConnection : IAsyncDisposable
{
    // Servers may send longer lines than clients: 8191 bytes of tags, and whatever LINELEN says.
    private static readonly LineLimits Limits = new(LineBytes: 16 * 1024, TagBytes: 8 * 1024 + 2, UnterminatedBytes: 32 * 1024);
    private static readonly TimeSpan PatienceForConnecting = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan PatienceForClosing = TimeSpan.FromSeconds(2);
    private const int MostQueued = 1024;

    private readonly Stream _stream;
    private readonly Channel<IrcMessage> _outgoing =
        Channel.CreateBounded<IrcMessage>(new BoundedChannelOptions(MostQueued) { SingleReader = true });

    private readonly CancellationTokenSource _closing = new();
    private readonly Task _writing;

    /// <summary>A connection over an open stream, which it owns from here on.</summary>
    public IrcConnection(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _stream = stream;
        _writing = WriteAllAsync();
    }

    /// <summary>Connects.</summary>
    /// <param name="host">Name or address; of several addresses of a name, the first that answers.</param>
    /// <param name="port">Port.</param>
    /// <param name="tls">How to check the server's certificate; null for plain text.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ConnectionFailedException">Not reachable, or not to be trusted; its message is for people.</exception>
    public static async Task<IrcConnection> ConnectAsync(string host, int port, TlsCheck? tls, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(PatienceForConnecting);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(new DnsEndPoint(host, port), patience.Token);
            var stream = new NetworkStream(socket, ownsSocket: true);
            return new IrcConnection(tls is null ? stream : await tls.SecureAsync(stream, host, patience.Token));
        }
        catch (SocketException error)
        {
            socket.Dispose();
            throw new ConnectionFailedException(error.Message, error);
        }
        catch (OperationCanceledException error) when (!cancellation.IsCancellationRequested)
        {
            socket.Dispose();
            throw new ConnectionFailedException($"no answer within {PatienceForConnecting.TotalSeconds:0} seconds", error);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Queues a message.</summary>
    /// <returns>False if the queue is full or the connection closed: the server does not read any more.</returns>
    public bool Send(IrcMessage message) => _outgoing.Writer.TryWrite(message);

    /// <summary>The server's messages, until it closes the connection. Lines that are no messages are left out.</summary>
    /// <exception cref="IOException">The connection broke, or the server sent a line without end.</exception>
    public async IAsyncEnumerable<IrcMessage> ReadAllAsync()
    {
        var reader = PipeReader.Create(_stream, new StreamPipeReaderOptions(bufferSize: 8 * 1024, leaveOpen: true));
        var scratch = new byte[Limits.ScratchBytes];
        var messages = new List<IrcMessage>();
        while (true)
        {
            var result = await reader.ReadAsync(_closing.Token);
            var rest = Parse(result.Buffer, scratch, messages);
            reader.AdvanceTo(rest.Start, rest.End);

            foreach (var message in messages)
                yield return message;
            messages.Clear();
            if (result.IsCompleted)
                yield break;
        }
    }

    /// <summary>Writes what is queued, for two seconds at most, and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        _outgoing.Writer.TryComplete();
        _closing.CancelAfter(PatienceForClosing);
        await _writing;
        await _closing.CancelAsync();
        await _stream.DisposeAsync();
        _closing.Dispose();
    }

    private static ReadOnlySequence<byte> Parse(ReadOnlySequence<byte> input, byte[] scratch, List<IrcMessage> messages)
    {
        while (true)
        {
            switch (LineReader.Read(ref input, Limits, scratch, out var line))
            {
                case LineVerdict.NeedMore:
                    return input;
                case LineVerdict.Line or LineVerdict.BodyTooLong when IrcMessage.TryParse(line, out var message, out _):
                    messages.Add(message);
                    break;
                case LineVerdict.Unterminated:
                    throw new IOException("the server sent a line without end");
            }
        }
    }

    private async Task WriteAllAsync()
    {
        var buffer = new WireBuffer();
        try
        {
            while (await _outgoing.Reader.WaitToReadAsync(_closing.Token))
            {
                while (buffer.WrittenCount < 16 * 1024 && _outgoing.Reader.TryRead(out var message))
                    message.Write(buffer);
                await _stream.WriteAsync(buffer.WrittenMemory, _closing.Token);
                buffer.Clear();
            }
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The reading side sees the same break, and it is the one that reports it.
            _outgoing.Writer.TryComplete(error);
        }
    }
}
