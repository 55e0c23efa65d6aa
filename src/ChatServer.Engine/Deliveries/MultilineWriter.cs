using ChatServer.Domain.Events;
using ChatServer.Protocol;

namespace ChatServer.Engine.Deliveries;

/// <summary>Writes a message of several lines: as a batch for those who know multiline messages, line by line for the others.</summary>
/// <remarks>Any thread. Source: IRCv3 draft/multiline.</remarks>
internal static class MultilineWriter
{
    /// <summary>Tags of the sender that are longer than this stand on the first line only: a message must not become many times as long
    /// for those who get it line by line.</summary>
    private const int MostRepeatedTagBytes = 128;

    /// <summary>Writes the message.</summary>
    /// <param name="buffer">Where to.</param>
    /// <param name="dialect">What the client understands.</param>
    /// <param name="sent">A message that has <see cref="MessageSent.Lines"/>.</param>
    public static void Write(WireBuffer buffer, Dialect dialect, MessageSent sent)
    {
        if (EventWriter.IsBatch(sent, dialect))
            WriteBatch(buffer, dialect, sent);
        else
            WriteLines(buffer, dialect, sent);
    }

    private static void WriteBatch(WireBuffer buffer, Dialect dialect, MessageSent sent)
    {
        // Connections share the bytes, so the reference must not collide with those that a connection numbers. It may contain all
        // characters of an id but the underscore.
        var reference = "m" + sent.Stamp.MessageId.ToString().Replace('_', '-');
        var line = new MessageWriter(buffer);
        EventTags.Write(ref line, dialect, sent);
        EventTags.WriteFromClient(ref line, dialect, sent);
        line.Source(sent.By.Source);
        line.Verb("BATCH"u8);
        line.Param("+" + reference);
        line.Param("draft/multiline"u8);
        line.Param(sent.Target);
        line.End();
        foreach (var part in sent.Lines)
        {
            line.Tag("batch"u8, reference);
            if (part.IsContinuation) line.Tag("draft/multiline-concat"u8);
            WriteBody(ref line, sent, part);
        }

        line.Source(sent.By.Source);
        line.Verb("BATCH"u8);
        line.Param("-" + reference);
        line.End();
    }

    // Empty lines can't be sent without a batch. Only the first line has the id; the other tags hold for every line, but long ones of the
    // sender are not repeated.
    private static void WriteLines(WireBuffer buffer, Dialect dialect, MessageSent sent)
    {
        var isFirst = true;
        foreach (var part in sent.Lines)
        {
            if (part.Text.IsEmpty) continue;
            var line = new MessageWriter(buffer);
            EventTags.Write(ref line, dialect, sent, withId: isFirst);
            if (isFirst || sent.ClientTags.Length <= MostRepeatedTagBytes) EventTags.WriteFromClient(ref line, dialect, sent);
            WriteBody(ref line, sent, part);
            isFirst = false;
        }
    }

    private static void WriteBody(ref MessageWriter line, MessageSent sent, MessageLine part)
    {
        line.Source(sent.By.Source);
        line.Verb(EventWriter.VerbOf(sent.Kind));
        line.Param(sent.Target);
        line.Trailing(part.Text);
        line.End();
    }
}
