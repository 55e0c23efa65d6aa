using System.Threading.Channels;

namespace ChatServer.Actors.TestKit;

/// <summary>Messages that a test actor has received and the test has not looked at yet. Filled by the actor, emptied by the test.</summary>
internal sealed class TestMailbag
{
    private readonly Channel<MessageEnvelope> _messages = Channel.CreateUnbounded<MessageEnvelope>();

    public int Count => _messages.Reader.Count;

    public void Add(MessageEnvelope envelope) => _messages.Writer.TryWrite(envelope);

    /// <summary>Takes the oldest, and waits for it if necessary; null if none comes in time.</summary>
    public async ValueTask<MessageEnvelope?> TakeAsync(TimeSpan max, CancellationToken cancellationToken) =>
        _messages.Reader.TryRead(out var ready)
            || (await WaitAsync(max, cancellationToken).ConfigureAwait(false) && _messages.Reader.TryRead(out ready))
            ? ready
            : null;

    /// <summary>Looks at the oldest without taking it; null when none comes in time.</summary>
    public async ValueTask<MessageEnvelope?> PeekAsync(TimeSpan max, CancellationToken cancellationToken) =>
        _messages.Reader.TryPeek(out var ready)
            || (await WaitAsync(max, cancellationToken).ConfigureAwait(false) && _messages.Reader.TryPeek(out ready))
            ? ready
            : null;

    private async ValueTask<bool> WaitAsync(TimeSpan max, CancellationToken cancellationToken)
    {
        if (max <= TimeSpan.Zero) return false;
        try
        {
            return await _messages.Reader.WaitToReadAsync(cancellationToken).AsTask().WaitAsync(max,
                cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // The answer to "does anything come?" is no.
            return false;
        }
    }
}
