using ChatServer.Domain.Events;
using ChatServer.Domain.Users;
using ChatServer.Protocol;

namespace ChatServer.Engine.History;

/// <summary>A slot for one event. A plain message, by far the most common event, is taken apart and kept in memory that the slot reuses for
/// the next one; every other event is kept as it is.</summary>
/// <remarks>Objects that live for some hundred messages and then die are the worst case for a generational collector: it moves each of them
/// twice, while everybody waits, only to find it dead in the oldest generation. Messages that are taken apart leave nothing to move. For
/// measurements see docs/benchmarks.md.</remarks>
internal struct KeptEvent
{
    private const int TextStep = 32;

    private ChatEvent? _whole;
    private UserIdentity? _by;
    private string? _target;
    private MessageKind _kind;
    private DateTimeOffset _time;
    private MessageId _id;
    private byte[]? _text;
    private int _textLength;

    /// <summary>When it happened.</summary>
    public readonly DateTimeOffset Time => _whole?.Stamp.Time ?? _time;

    /// <summary>Whether it is something that was said.</summary>
    public readonly bool IsSpoken => _whole is null ? _kind != MessageKind.TagsOnly : HistoryRules.IsSpoken(_whole);

    /// <summary>The event.</summary>
    public readonly ChatEvent Event => _whole ?? new MessageSent(
        new EventStamp(_time, _id), _by!, _kind, _target!, WireText.Copy(_text.AsSpan(0, _textLength)), WireText.Empty);

    /// <summary>Replaces whatever was in the slot by an event.</summary>
    public void Put(ChatEvent chatEvent)
    {
        if (chatEvent is MessageSent { IsPlain: true } sent)
        {
            _whole = null;
            (_by, _target, _kind, _time, _id) = (sent.By, sent.Target, sent.Kind, sent.Stamp.Time, sent.Stamp.MessageId);
            PutText(sent.Text.Span);
        }
        else
        {
            Forget();
            _whole = chatEvent;
        }
    }

    /// <summary>Drops the event, and keeps the memory for the next one.</summary>
    public void Forget() => (_whole, _by, _target) = (null, null, null);

    /// <summary>Whether it is the event of this id.</summary>
    public readonly bool Has(MessageId messageId) => messageId == (_whole?.Stamp.MessageId ?? _id);

    private void PutText(ReadOnlySpan<byte> text)
    {
        if (_text is null || _text.Length < text.Length) _text = new byte[(text.Length + TextStep - 1) / TextStep * TextStep];
        text.CopyTo(_text);
        _textLength = text.Length;
    }
}
