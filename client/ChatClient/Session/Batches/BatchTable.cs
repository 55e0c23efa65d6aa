using System.Diagnostics.CodeAnalysis;
using ChatServer.Protocol;

namespace ChatClient.Session;

/// <summary>The open batches, with the messages received so far.</summary>
/// <remarks>Source: IRCv3 batch, labeled-response.</remarks>
internal sealed class BatchTable
{
    private readonly Dictionary<string, Batch> _open = new(StringComparer.Ordinal);

    /// <summary>Forgets all batches, because the connection is gone.</summary>
    public void Clear() => _open.Clear();

    /// <summary>Adds a message to its batch if it has to wait for the end of the batch.</summary>
    /// <returns>False if the message can be handled at once.</returns>
    public bool TryCollect(IrcMessage message)
    {
        if (CollectorOf(message) is not { } batch)
            return false;

        batch.Messages.Add(message);
        return true;
    }

    /// <summary>The label of a message, or else of the batch that it is in.</summary>
    public string? LabelOf(IrcMessage message) =>
        message.Tags.TryGetValue("label", out var label) ? label : BatchOf(message)?.Label;

    /// <summary>Opens a batch: <c>BATCH +reference type [parameters]</c>.</summary>
    public void Open(string reference, IrcMessage opener) => _open[reference] = new Batch(opener, LabelOf(opener));

    /// <summary>Closes a batch: <c>BATCH -reference</c>.</summary>
    /// <param name="reference">Reference of the batch.</param>
    /// <param name="batch">The closed batch.</param>
    /// <param name="parent">The batch that contains it, if the messages of that batch are handled together.</param>
    public bool TryClose(string reference, [NotNullWhen(true)] out Batch? batch, out Batch? parent)
    {
        parent = null;
        if (!_open.Remove(reference, out batch))
            return false;

        parent = CollectorOf(batch.Opener);
        return true;
    }

    // A batch may be nested in batches of other types, whose messages do not wait.
    private Batch? CollectorOf(IrcMessage message)
    {
        var batch = BatchOf(message);
        while (batch is { IsCollected: false })
            batch = BatchOf(batch.Opener);
        return batch;
    }

    private Batch? BatchOf(IrcMessage message) =>
        message.Tags.TryGetValue("batch", out var reference) ? _open.GetValueOrDefault(reference) : null;
}
