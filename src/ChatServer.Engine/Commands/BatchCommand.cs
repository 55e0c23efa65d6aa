using System.Globalization;
using ChatServer.Domain.Events;
using ChatServer.Engine.Connections;
using ChatServer.Protocol;

namespace ChatServer.Engine.Commands;

/// <summary><c>BATCH</c> from a client: a message of several lines, which is delivered, or refused, as a whole.</summary>
/// <remarks>
/// <code>
/// BATCH +reference draft/multiline target
/// @batch=reference[;draft/multiline-concat] PRIVMSG target :line
/// BATCH -reference
/// </code>
/// While a batch is open nothing else may be said. After something was wrong with it, what still comes of it is passed over, and all else
/// is carried out as usual. Source: IRCv3 draft/multiline, client-batch.
/// </remarks>
internal static class BatchCommand
{
    private const string Verb = "BATCH";
    private const string Multiline = "draft/multiline";

    /// <summary>How long a batch may stay open: as long as registration may take by default.
    /// A client has its lines ready when it opens one.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private static ReadOnlySpan<byte> Continuation => "draft/multiline-concat"u8;

    /// <summary>Opens a batch, or closes one that has ended otherwise.</summary>
    public static void Batch(Session session, MessageView message)
    {
        if (!session.Dialect.HasFlag(Dialect.Multiline | Dialect.Batch))
        {
            session.Replies.Numeric(Numerics.ERR_UNKNOWNCOMMAND, Verb);
            return;
        }

        var reference = message.Text(0);
        var type = message.Text(1);
        if (reference.Length < 2 || reference[0] != '+' || !reference.AsSpan(1).ContainsOnlyReferenceCharacters())
            session.Replies.Fail(Verb, "INVALID_REFTAG", "No batch can be opened, or is open, by this name", reference);
        else if (type != Multiline)
            session.Replies.Fail(Verb, "UNKNOWN_TYPE", "There is no such type of batch", reference[1..], type.Length == 0 ? "*" : type);
        else if (message.Count != 3)
            session.Replies.Fail(Verb, "MULTILINE_INVALID", "A multiline batch has one target");
        else
            Open(session, message, reference[1..]);
    }

    /// <summary>Takes a line that belongs to the open batch.</summary>
    /// <returns>False when none is open, or the line is one that may come at any time.</returns>
    public static bool TryTake(Session session, MessageView message)
    {
        if (session.OpenBatch is not { } batch) return false;
        if (message.IsVerb("PING"u8) || message.IsVerb("PONG"u8) || message.IsVerb("QUIT"u8)) return false;
        if (message.IsVerb("BATCH"u8) && message.Text(0) == "-" + batch.Reference)
        {
            Close(session, batch);
            return true;
        }

        var isInside = message.TryGetTag("batch"u8, out var reference) && System.Text.Ascii.Equals(reference, batch.Reference);
        if (batch.IsSpoilt) return isInside;
        if (!isInside)
            Spoil(session, "MULTILINE_INVALID", "Nothing but the open batch may be sent");
        else
            Take(session, batch, message);
        return true;
    }

    /// <summary>A batch has been open for <see cref="Longest"/>.</summary>
    public static void TimeOut(Session session, ClientBatch batch)
    {
        if (session.OpenBatch != batch || batch.IsSpoilt) return;
        Spoil(session, "TIMEOUT", "The batch was open for too long", batch.Reference);
        session.Replies.EndResponse();
    }

    /// <summary>A line that can't be read has come: it may have been part of the open batch, which would be delivered without it.</summary>
    public static void SpoilByUnreadableLine(Session session)
    {
        if (session.OpenBatch is { IsSpoilt: false }) Spoil(session, "MULTILINE_INVALID", "A line of the batch could not be read");
    }

    private static void Open(Session session, MessageView message, string reference)
    {
        session.OpenBatch = new ClientBatch(reference, message.Text(2), MessageCommands.ClientTags(session, message));
        session.Replies.PostponeResponse();
    }

    private static void Take(Session session, ClientBatch batch, MessageView message)
    {
        var limits = session.Engine.Settings.Limits;
        MessageKind? kind = message.IsVerb("PRIVMSG"u8) ? MessageKind.Message : message.IsVerb("NOTICE"u8) ? MessageKind.Notice : null;
        var line = new MessageLine(WireText.Copy(message[1]), message.TryGetTag(Continuation, out _));
        if (kind is null || message.Count != 2 || (batch.Kind is not null && batch.Kind != kind) || HasOtherTags(message))
            Spoil(session, "MULTILINE_INVALID", "A batch has PRIVMSGs or NOTICEs only, each with target, text and no tags of its own");
        else if (message.Text(0) != batch.Target)
            Spoil(session, "MULTILINE_INVALID_TARGET", "All lines go to the batch's target", batch.Target, message.Text(0));
        else if (line.IsContinuation && line.Text.IsEmpty)
            Spoil(session, "MULTILINE_INVALID", "An empty line can't be joined to the one before");
        else if (!MessageCommands.FitsLine(session, kind.Value, message[0].Length, line.Text.Length))
            Spoil(session, "MULTILINE_INVALID", "A line of the batch is too long");
        else if (batch.Count == limits.MultilineLines)
            Spoil(session, "MULTILINE_MAX_LINES", "The message has too many lines", Number(limits.MultilineLines));
        else
            batch.Add(kind.Value, line);
        if (batch.Bytes > limits.MultilineBytes)
            Spoil(session, "MULTILINE_MAX_BYTES", "The message is too long", Number(limits.MultilineBytes));
    }

    private static void Close(Session session, ClientBatch batch)
    {
        session.OpenBatch = null;
        if (batch.IsSpoilt) return;
        session.Replies.ResumeResponse();
        if (batch.IsBlank)
            session.Replies.Fail(Verb, "MULTILINE_INVALID", "All lines of the batch are empty");
        else
            MessageCommands.SpeakLines(session, batch.Target, batch.Kind!.Value, batch.TakeLines(), batch.ClientTags);
    }

    private static void Spoil(Session session, string code, string text, params ReadOnlySpan<string> context)
    {
        session.OpenBatch!.IsSpoilt = true;
        session.OpenBatch.TakeLines();
        session.Replies.ResumeResponse();
        session.Replies.Fail(Verb, code, text, context);
    }

    private static bool HasOtherTags(MessageView message)
    {
        foreach (var tag in message.Tags)
        {
            if (!tag.Key.SequenceEqual("batch"u8) && !tag.Key.SequenceEqual(Continuation)) return true;
        }

        return false;
    }

    // Source: IRCv3 batch, reference tags.
    private static bool ContainsOnlyReferenceCharacters(this ReadOnlySpan<char> reference)
    {
        foreach (var character in reference)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character != '-') return false;
        }

        return true;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
