using System.Diagnostics.CodeAnalysis;
using ChatServer.Protocol;

namespace ChatClient.Session;

/// <summary>The batches that are open, and what has come in them so far.</summary>
/// <remarks>Source: IRCv3 batch, labeled-response.</remarks>
internal sealed class BatchTable
{
    private readonly Dictionary<string, Batch> _open = new(StringComparer.Ordinal);

    /// <summary>Forgets all: their connection is gone.</summary>
    public void Clear() => _open.Clear();

    /// <summary>Takes a message that waits for the end of its batch.</summary>
    /// <returns>False if the message is to be handled at once.</returns>
    public bool TryCollect(IrcMessage message)
    {
        if (CollectorOf(message) is not { } batch)
            return false;

        batch.Messages.Add(message);
        return true;
    }

    /// <summary>The label of a message's own, or of the batch that it is in.</summary>
    public string? LabelOf(IrcMessage message) =>
        message.Tags.TryGetValue("label", out var label) ? label : BatchOf(message)?.Label;

    /// <summary>Takes <c>BATCH +reference type [parameters]</c>.</summary>
    public void Open(string reference, IrcMessage opener) => _open[reference] = new Batch(opener, LabelOf(opener));

    /// <summary>Takes <c>BATCH -reference</c>.</summary>
    /// <param name="reference">Which.</param>
    /// <param name="batch">What was in it.</param>
    /// <param name="parent">The batch around it, if that one is collected.</param>
    public bool TryClose(string reference, [NotNullWhen(true)] out Batch? batch, out Batch? parent)
    {
        parent = null;
        if (!_open.Remove(reference, out batch))
            return false;

        parent = CollectorOf(batch.Opener);
        return true;
    }

    // Batches of a kind that is not known may stand in between.
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
