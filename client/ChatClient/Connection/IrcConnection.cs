using System.Threading.Channels;
using ChatServer.Protocol;

namespace ChatClient.Connection;

/// <summary>An open connection that carries IRC messages.</summary>
/// <remarks>Reading: one caller of <see cref="ReadAllAsync"/>. Sending never waits for the network: a separate task writes a bounded queue.
/// Any thread may send. <see cref="DisposeAsync"/> writes what is queued, for a short while.</remarks>
internal abstract class IrcConnection : IAsyncDisposable
{
    private static readonly TimeSpan PatienceForClosing = TimeSpan.FromSeconds(2);
    private const int MostQueued = 1024;

    private readonly Channel<IrcMessage> _outgoing =
        Channel.CreateBounded<IrcMessage>(new BoundedChannelOptions(MostQueued) { SingleReader = true });

    private readonly CancellationTokenSource _closing = new();
    private Task _writing = Task.CompletedTask;

    /// <summary>What protects it, such as <c>TLS 1.3</c>; null for plain text.</summary>
    public string? Security { get; protected init; }

    /// <summary>Ends reading and writing when the connection is closed from this side.</summary>
    protected CancellationToken Closing => _closing.Token;

    /// <summary>Queues a message.</summary>
    /// <returns>False if the queue is full, because the server has stopped reading, or if the connection is closed.</returns>
    public bool Send(IrcMessage message) => _outgoing.Writer.TryWrite(message);

    /// <summary>The server's messages, until it closes the connection. Lines that are not messages are skipped.</summary>
    /// <exception cref="IOException">The connection broke, or the server sent a line without an end.</exception>
    /// <exception cref="OperationCanceledException">It was closed from this side.</exception>
    public abstract IAsyncEnumerable<IrcMessage> ReadAllAsync();

    /// <summary>Writes what is queued, for two seconds at most, and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        _outgoing.Writer.TryComplete();
        _closing.CancelAfter(PatienceForClosing);
        await _writing;
        await _closing.CancelAsync();
        await CloseAsync();
        _closing.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts to write what is queued. Called once, when everything else is set up.</summary>
    protected void StartWriting() => _writing = WriteAllAsync();

    /// <summary>Writes messages and returns when they have been handed over.</summary>
    /// <param name="messages">Takes the next message, until none is queued.</param>
    protected abstract Task WriteAsync(ChannelReader<IrcMessage> messages);

    /// <summary>Closes the underlying connection.</summary>
    protected abstract ValueTask CloseAsync();

    private async Task WriteAllAsync()
    {
        try
        {
            while (await _outgoing.Reader.WaitToReadAsync(Closing))
                await WriteAsync(_outgoing.Reader);
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The reading side sees the same break, and reports it.
            _outgoing.Writer.TryComplete(error);
        }
    }
}
