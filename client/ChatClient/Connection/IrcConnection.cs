using System.Threading.Channels;
using ChatServer.Protocol;

namespace ChatClient.Connection;

/// <summary>An open connection that carries IRC messages.</summary>
/// <remarks>Reading: one caller of <see cref="ReadAllAsync"/>. Sending never waits for the network: a queue of limited length is
/// written by a task of its own. Any thread may send. <see cref="DisposeAsync"/> writes what is queued, for a short while.</remarks>
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
    /// <returns>False if the queue is full or the connection closed: the server does not read any more.</returns>
    public bool Send(IrcMessage message) => _outgoing.Writer.TryWrite(message);

    /// <summary>The server's messages, until it closes the connection. Lines that are no messages are left out.</summary>
    /// <exception cref="IOException">The connection broke, or the server sent a line without end.</exception>
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

    /// <summary>Begins to write what is queued. Called once, when all else is set up.</summary>
    protected void StartWriting() => _writing = WriteAllAsync();

    /// <summary>Writes messages and returns when they are on their way.</summary>
    /// <param name="messages">Takes the next message, until there is none that is queued already.</param>
    protected abstract Task WriteAsync(ChannelReader<IrcMessage> messages);

    /// <summary>Closes what lies below.</summary>
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
            // The reading side sees the same break, and it is the one that reports it.
            _outgoing.Writer.TryComplete(error);
        }
    }
}
