using ChatServer.Engine.Connections;

namespace ChatServer.Engine.Replies;

/// <summary>What one labelled command makes the connection write, gathered so that it can be marked as the answer to that label: one line
/// carries the label itself, several go into a batch that carries it, none are replaced by ACK.</summary>
/// <remarks>Not thread-safe: owned by one connection, for as long as the command runs. Source: IRCv3 labeled-response, batch.</remarks>
internal sealed class LabelledResponse(ReplyWriter replies, Outbound outbound, byte[] label, string batch)
{
    /// <summary>Longest label that counts. Unit: bytes, as on the wire.</summary>
    public const int MaxLabelBytes = 64;

    private readonly byte[] _labelTag = [.. "label="u8, .. label];
    private readonly byte[] _batchTag = [.. "batch="u8, .. System.Text.Encoding.ASCII.GetBytes(batch)];
    private readonly List<byte[]> _lines = [];
    private bool _isBatchOpen;

    /// <summary>Adds to the response.</summary>
    /// <param name="lines">One line or several, each with CR LF.</param>
    public void Add(ReadOnlySpan<byte> lines)
    {
        while (!lines.IsEmpty)
        {
            var end = lines.IndexOf((byte)'\n') + 1;
            if (_isBatchOpen)
                outbound.Write(WithTag(lines[..end], _batchTag));
            else
                _lines.Add(lines[..end].ToArray());
            lines = lines[end..];
        }
    }

    /// <summary>Something that is no part of the response is about to be written: what was gathered goes out before it, in a batch that
    /// stays open, so that the order of events is kept.</summary>
    public void MakeWay()
    {
        if (_lines.Count > 0 && !_isBatchOpen) OpenBatch();
    }

    /// <summary>The command has finished.</summary>
    public void End()
    {
        if (_lines.Count > 1 && !_isBatchOpen) OpenBatch();
        if (_isBatchOpen)
            outbound.Write(replies.Render("BATCH", "-" + batch));
        else
            outbound.Write(WithTag(_lines.Count == 1 ? _lines[0] : replies.Render("ACK"), _labelTag));
    }

    private void OpenBatch()
    {
        outbound.Write(WithTag(replies.Render("BATCH", "+" + batch, "labeled-response"), _labelTag));
        _isBatchOpen = true;
        foreach (var line in _lines) outbound.Write(WithTag(line, _batchTag));
    }

    private static byte[] WithTag(ReadOnlySpan<byte> line, ReadOnlySpan<byte> tag) =>
        line[0] == '@' ? [(byte)'@', .. tag, (byte)';', .. line[1..]] : [(byte)'@', .. tag, (byte)' ', .. line];
}
