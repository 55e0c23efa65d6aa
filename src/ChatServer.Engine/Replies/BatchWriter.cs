using System.Buffers;
using System.Text;
using ChatServer.Domain.Events;
using ChatServer.Engine.Deliveries;
using ChatServer.Protocol;

namespace ChatServer.Engine.Replies;

/// <summary>Gathers lines that belong together and writes them as one batch; a client that knows no batches gets the lines alone.</summary>
/// <remarks>Not thread-safe: owned by one connection, for the length of one turn. Source: IRCv3 batch.</remarks>
internal sealed class BatchWriter
{
    private readonly ReplyWriter _replies;
    private readonly Dialect _dialect;
    private readonly string? _reference;
    private readonly byte[] _tag;
    private readonly WireBuffer _lines = new();

    /// <summary>Use <see cref="ReplyWriter.BeginBatch"/>.</summary>
    /// <param name="replies">Where it will be written.</param>
    /// <param name="dialect">What the client understands.</param>
    /// <param name="reference">Names the batch while it is open; null for a client that knows no batches.</param>
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

    /// <summary>Adds something that happened before. That its user was away then is no news, and is left out.</summary>
    /// <param name="chatEvent">What happened.</param>
    public void AddPast(ChatEvent chatEvent) =>
        Add(EventWriter.Write(chatEvent, _dialect & ~Dialect.AwayNotify), EventWriter.IsBatch(chatEvent, _dialect));

    /// <summary>Writes the batch.</summary>
    public void End()
    {
        if (_reference is not null) _lines.Write(_replies.Render("BATCH", "-" + _reference));
        _replies.Respond(_lines.WrittenSpan, isBatch: _reference is not null);
    }

    // Of a batch inside this one, only its beginning says so; its lines say to which they belong. Source: IRCv3 batch, nested batches.
    private void Add(ReadOnlySpan<byte> lines, bool isBatch = false)
    {
        for (var isInside = false; !lines.IsEmpty; isInside = isBatch)
        {
            var line = LineTag.TakeLine(ref lines);
            _lines.Write(_reference is null || isInside ? line : LineTag.With(line, _tag));
        }
    }
}
