using ChatServer.Domain.Events;
using ChatServer.Protocol;

namespace ChatServer.Engine.Deliveries;

/// <content>What users say, and take back.</content>
internal static partial class EventWriter
{
    /// <summary>The verb of a message's command.</summary>
    public static ReadOnlySpan<byte> VerbOf(MessageKind kind) => kind switch
    {
        MessageKind.Message => "PRIVMSG"u8,
        MessageKind.Notice => "NOTICE"u8,
        _ => "TAGMSG"u8,
    };

    private static void WriteMessage(WireBuffer buffer, Dialect dialect, MessageSent sent)
    {
        if (sent.Kind == MessageKind.TagsOnly && !dialect.HasFlag(Dialect.MessageTags)) return;

        var line = new MessageWriter(buffer);
        EventTags.Write(ref line, dialect, sent);
        EventTags.WriteFromClient(ref line, dialect, sent);
        line.Source(sent.As is { } persona ? persona.Source.Span : sent.By.Source);
        line.Verb(VerbOf(sent.Kind));
        line.Param(sent.Target);
        if (sent.Kind != MessageKind.TagsOnly) line.Trailing(sent.Text);
        line.End();
    }

    private static void WriteRedaction(WireBuffer buffer, Dialect dialect, MessageRedacted redacted)
    {
        var line = Begin(buffer, dialect, redacted, "REDACT"u8);
        line.Param(redacted.Target);
        line.Param(redacted.MessageId.ToString());
        EndWithReason(ref line, redacted.Reason);
    }

    private static void WriteWallops(WireBuffer buffer, Dialect dialect, WallopsSent sent)
    {
        var line = Begin(buffer, dialect, sent, "WALLOPS"u8);
        line.Trailing(sent.Text);
        line.End();
    }
}
