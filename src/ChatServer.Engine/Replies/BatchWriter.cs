using System.Buffers;
using System.Text;
using ChatServer.Domain.Events;
using ChatServer.Engine.Deliveries;
using ChatServer.Protocol;

namespace ChatServer.Engine.Replies;

/// <summary>Gathers lines that belong together and writes them as one batch; a client without batches gets just the lines.</summary>
/// <remarks>Not thread-safe: owned by one connection, for one turn. Source: IRCv3 batch.</remarks>
internal sealed class BatchWriter
{
    private readonly ReplyWriter _replies;
    private readonly Dialect _dialect;
    private readonly string? _reference;
    private readonly byte[] _tag;
    private readonly WireBuffer _lines = new();

    /// <summary>Use <see cref="ReplyWriter.BeginBatch"/>.</summary>
    /// <param name="replies">Where to write it.</param>
    /// <param name="dialect">What the client understands.</param>
    /// <param name="reference">The reference tag of the batch; null for a client without batches.</param>
    /// <param name="type">The type.</param>
    /// <param name="parameters">What the type says of the batch.</param>
    public BatchWriter(ReplyWriter replies, Dialect dialect, string? reference, string type, ReadOnlySpan<string> parameters)
    {
        _replies = replies;
        _dialect = dialect;
        _reference = reference;
        _tag = Encoding.ASCII.GetBytes("batch=" + reference);
        if (reference is not null) _lines.Write(replies.Render("BATCH", ["+" + reference, type, .. parameters]));
    }

    /// <summary>Adds a line from the server.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="parameters">The parameters, single words.</param>
    public void Add(string verb, params string[] parameters) => Add(_replies.Render(verb, parameters));

    /// <summary>Adds a numeric with its customary text.</summary>
    /// <param name="numeric">Which.</param>
    /// <param name="parameters">What stands between the client's nick and the text.</param>
    public void Add(Numeric numeric, params ReadOnlySpan<string> parameters) => Add(_replies.Render(numeric, parameters));

    /// <summary>Adds an event of the past, without the away state that its user had then.</summary>
    /// <param name="chatEvent">What happened.</param>
    public void AddPast(ChatEvent chatEvent) =>
        Add(EventWriter.Write(chatEvent, _dialect & ~Dialect.AwayNotify), EventWriter.IsBatch(chatEvent, _dialect));

    /// <summary>Writes the batch.</summary>
    public void End()
    {
        if (_reference is not null) _lines.Write(_replies.Render("BATCH", "-" + _reference));
        _replies.Respond(_lines.WrittenSpan, isBatch: _reference is not null);
    }

    // Of a nested batch only the first line is tagged as part of this one; its other lines are tagged as part of the nested batch. Source:
    // IRCv3 batch, nested batches.
    private void Add(ReadOnlySpan<byte> lines, bool isBatch = false)
    {
        for (var isInside = false; !lines.IsEmpty; isInside = isBatch)
        {
            var line = LineTag.TakeLine(ref lines);
            _lines.Write(_reference is null || isInside ? line : LineTag.With(line, _tag));
        }
    }
}
