using ChatServer.Engine.Connections;

namespace ChatServer.Engine.Replies;

/// <summary>The response to one labelled command, gathered so that it can be marked with the label: a single line or batch carries the
/// label itself, several go into a batch that carries it, and an empty response is replaced by ACK.</summary>
/// <remarks>Not thread-safe: owned by one connection, for as long as the command runs. Source: IRCv3 labeled-response, batch.</remarks>
internal sealed class LabelledResponse(ReplyWriter replies, Outbound outbound, byte[] label, string batch)
{
    /// <summary>Longest label that counts. Unit: bytes, as on the wire.</summary>
    public const int MaxLabelBytes = 64;

    private readonly byte[] _labelTag = [.. "label="u8, .. label];
    private readonly byte[] _batchTag = [.. "batch="u8, .. System.Text.Encoding.ASCII.GetBytes(batch)];
    private readonly List<(byte[] Line, bool IsInside)> _lines = [];
    private int _parts;
    private bool _isBatchOpen;

    /// <summary>Adds to the response.</summary>
    /// <param name="lines">One line or several, each with CR LF.</param>
    /// <param name="isBatch">Whether they are one batch: the first line opens it, and the others are tagged as belonging to it.</param>
    public void Add(ReadOnlySpan<byte> lines, bool isBatch = false)
    {
        for (var isInside = false; !lines.IsEmpty; isInside = isBatch)
        {
            var line = LineTag.TakeLine(ref lines).ToArray();
            if (!isInside) _parts++;
            if (_isBatchOpen)
                Write(line, isInside);
            else
                _lines.Add((line, isInside));
        }
    }

    /// <summary>To be called before something is written that is no part of the response: writes out what was gathered, in a batch that
    /// stays open, so that the order of events is kept.</summary>
    public void MakeWay()
    {
        if (_lines.Count > 0 && !_isBatchOpen) OpenBatch();
    }

    /// <summary>The command has finished.</summary>
    public void End()
    {
        if (_parts > 1 && !_isBatchOpen) OpenBatch();
        if (_isBatchOpen)
        {
            outbound.Write(replies.Render("BATCH", "-" + batch));
            return;
        }

        outbound.Write(LineTag.With(_parts == 1 ? _lines[0].Line : replies.Render("ACK"), _labelTag));
        foreach (var (line, _) in _lines.Skip(1)) outbound.Write(line);
    }

    private void OpenBatch()
    {
        outbound.Write(LineTag.With(replies.Render("BATCH", "+" + batch, "labeled-response"), _labelTag));
        _isBatchOpen = true;
        foreach (var (line, isInside) in _lines) Write(line, isInside);
    }

    private void Write(byte[] line, bool isInside) => outbound.Write(isInside ? line : LineTag.With(line, _batchTag));
}
