using ChatServer.Domain.Events;
using ChatServer.Domain.Users;
using ChatServer.Protocol;

namespace ChatServer.Engine.Deliveries;

/// <summary>Writes the tags of events, as far as the client understands them.</summary>
/// <remarks>Any thread. Source: IRCv3 server-time, message-tags, message-ids, account-tag, bot-mode, draft/relaymsg.</remarks>
internal static class EventTags
{
    /// <summary>The tags that the server gives an event.</summary>
    /// <param name="line">The line, nothing of which has been written yet.</param>
    /// <param name="dialect">What the client understands.</param>
    /// <param name="chatEvent">The event.</param>
    /// <param name="withId">Whether the line is the event, or its first one; the others of a split message have no id.</param>
    public static void Write(ref MessageWriter line, Dialect dialect, ChatEvent chatEvent, bool withId = true)
    {
        if (dialect.HasFlag(Dialect.ServerTime)) WriteTime(ref line, chatEvent.Stamp.Time);
        if (withId && dialect.HasFlag(Dialect.MessageTags)) WriteId(ref line, chatEvent.Stamp.MessageId);
        if (chatEvent is MessageSent { As: { } persona })
            WriteRelay(ref line, dialect, chatEvent, persona);
        else
            WriteAuthor(ref line, dialect, chatEvent.By);
    }

    /// <summary>The client-only tags of a message.</summary>
    public static void WriteFromClient(ref MessageWriter line, Dialect dialect, MessageSent sent)
    {
        if (!dialect.HasFlag(Dialect.MessageTags) || sent.ClientTags.IsEmpty) return;
        foreach (var tag in new TagSection(sent.ClientTags.Span)) line.RawTag(tag.Key, tag.RawValue);
    }

    /// <summary>The tag of server-time: UTC with exactly three decimals. Source: IRCv3 server-time.</summary>
    public static void WriteTime(ref MessageWriter line, DateTimeOffset time)
    {
        Span<byte> text = stackalloc byte[WireTime.Length];
        WireTime.Format(time, text);
        line.Tag("time"u8, text);
    }

    private static void WriteId(ref MessageWriter line, MessageId id)
    {
        Span<byte> text = stackalloc byte[MessageId.WireLength];
        id.Format(text);
        line.Tag("msgid"u8, text);
    }

    private static void WriteAuthor(ref MessageWriter line, Dialect dialect, UserIdentity author)
    {
        if (dialect.HasFlag(Dialect.AccountTag) && author.Account is { } account) line.Tag("account"u8, account);
        if (dialect.HasFlag(Dialect.MessageTags) && author.Has(UserModeFlags.Bot)) line.Tag("bot"u8);
    }

    // The tags of the author are left out: clients would take them for the persona's.
    private static void WriteRelay(ref MessageWriter line, Dialect dialect, ChatEvent chatEvent, Persona persona)
    {
        if (persona.IsRelayed && dialect.HasFlag(Dialect.RelayMessage)) line.Tag("draft/relaymsg"u8, chatEvent.By.Nick.Text);
    }
}
