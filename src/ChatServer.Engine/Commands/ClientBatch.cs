using System.Collections.Immutable;
using ChatServer.Domain.Events;
using ChatServer.Protocol;

namespace ChatServer.Engine.Commands;

/// <summary>A message of several lines that a client is sending: a batch that it has opened and not yet closed.</summary>
/// <remarks>Not thread-safe: owned by one connection. Source: IRCv3 draft/multiline, client-batch.</remarks>
/// <param name="reference">Names the batch.</param>
/// <param name="target">Where the message goes, as it was written.</param>
/// <param name="clientTags">The client-only tags of the message, as they came.</param>
internal sealed class ClientBatch(string reference, string target, WireText clientTags)
{
    private readonly ImmutableArray<MessageLine>.Builder _lines = ImmutableArray.CreateBuilder<MessageLine>();

    public string Reference { get; } = reference;

    public string Target { get; } = target;

    public WireText ClientTags { get; } = clientTags;

    /// <summary>Whether something was wrong with it: the client has been told, and the rest of the batch is ignored.</summary>
    public bool IsSpoilt { get; set; }

    /// <summary>By which command the lines came; null before the first.</summary>
    public MessageKind? Kind { get; private set; }

    public int Count => _lines.Count;

    /// <summary>Length of the whole text: the lines, and a line feed before each that does not continue the last. Unit: bytes.</summary>
    public int Bytes { get; private set; }

    /// <summary>Whether all lines so far are empty.</summary>
    public bool IsBlank { get; private set; } = true;

    public void Add(MessageKind kind, MessageLine line)
    {
        Kind = kind;
        Bytes += line.Text.Length + (Count > 0 && !line.IsContinuation ? 1 : 0);
        IsBlank &= line.Text.IsEmpty;
        _lines.Add(line);
    }

    public ImmutableArray<MessageLine> TakeLines() => _lines.DrainToImmutable();
}
