using ChatServer.Domain.Events;
using ChatServer.Domain.Users;
using ChatServer.Protocol;

namespace ChatServer.Engine.Deliveries;

/// <summary>Writes events as lines of the wire: the one place that knows what each event looks like in each dialect.</summary>
/// <remarks>Any thread. Source: Modern, Messages; IRCv3 server-time, message-tags, message-ids, account-tag, bot-mode,
/// draft/relaymsg.</remarks>
internal static class EventWriter
{
    private const int MaxParametersPerModeLine = 12;
    private const Dialect MultilineBits = Dialect.Multiline | Dialect.Batch;

    [ThreadStatic]
    private static WireBuffer? LineBuffer;

    /// <summary>The capabilities that change how an event is written. Connections that agree in these get the same bytes.</summary>
    public static Dialect RelevantTo(ChatEvent chatEvent) => chatEvent switch
    {
        MessageSent { Lines.IsEmpty: false } => Capabilities.TagBits | MultilineBits,
        MessageSent { As.IsRelayed: true } => Capabilities.TagBits | Dialect.RelayMessage,
        MessageSent => Capabilities.TagBits,
        UserJoined => Capabilities.TagBits | Dialect.ExtendedJoin | Dialect.AwayNotify,
        UserAway => Capabilities.TagBits | Dialect.AwayNotify,
        UserRealNameChanged => Capabilities.TagBits | Dialect.Setname,
        MessageRedacted => Capabilities.TagBits | Dialect.MessageRedaction,
        InvitationAnnounced => Capabilities.TagBits | Dialect.InviteNotify,
        UserHostChanged => Capabilities.TagBits | Dialect.Chghost,
        RoomRenamed => Capabilities.TagBits | Dialect.ChannelRename,
        _ => Capabilities.TagBits,
    };

    /// <summary>Whether an event is written as one batch.</summary>
    public static bool IsBatch(ChatEvent chatEvent, Dialect dialect) =>
        chatEvent is MessageSent { Lines.IsEmpty: false } && dialect.HasFlag(MultilineBits);

    /// <summary>The line or lines of an event, with CR LF; empty when this dialect does not hear of it.</summary>
    public static byte[] Write(ChatEvent chatEvent, Dialect dialect)
    {
        var buffer = LineBuffer ??= new WireBuffer();
        buffer.Clear();
        switch (chatEvent)
        {
            case MessageSent { Lines.IsEmpty: false } sent:
                MultilineWriter.Write(buffer, dialect, sent);
                break;
            case MessageSent sent:
                WriteMessage(buffer, dialect, sent);
                break;
            case UserJoined joined:
                WriteJoin(buffer, dialect, joined);
                break;
            case UserParted parted:
                var part = Begin(buffer, dialect, parted, "PART"u8);
                part.Param(parted.Room.Text);
                EndWithReason(ref part, parted.Reason);
                break;
            case UserKicked kicked:
                var kick = Begin(buffer, dialect, kicked, "KICK"u8);
                kick.Param(kicked.Room.Text);
                kick.Param(kicked.Target.Nick.Text);
                EndWithReason(ref kick, kicked.Reason);
                break;
            case TopicChanged changed:
                var topic = Begin(buffer, dialect, changed, "TOPIC"u8);
                topic.Param(changed.Room.Text);
                topic.Trailing(changed.Text);
                topic.End();
                break;
            case RoomRenamed renamed when dialect.HasFlag(Dialect.ChannelRename):
                var rename = Begin(buffer, dialect, renamed, "RENAME"u8);
                rename.Param(renamed.Room.Text);
                rename.Param(renamed.Name.Text);
                rename.Trailing(renamed.Reason);
                rename.End();
                break;
            case RoomModesChanged changed:
                WriteModes(buffer, dialect, changed, changed.Room.Text, changed.Changes);
                break;
            case UserModesChanged changed:
                WriteModes(buffer, dialect, changed, changed.By.Nick.Text, changed.Changes);
                break;
            case UserInvited invited:
                WriteInvitation(buffer, dialect, invited, invited.Target, invited.Room);
                break;
            case InvitationAnnounced announced when dialect.HasFlag(Dialect.InviteNotify):
                WriteInvitation(buffer, dialect, announced, announced.Target, announced.Room);
                break;
            case MessageRedacted redacted when dialect.HasFlag(Dialect.MessageRedaction):
                var redact = Begin(buffer, dialect, redacted, "REDACT"u8);
                redact.Param(redacted.Target);
                redact.Param(redacted.MessageId);
                EndWithReason(ref redact, redacted.Reason);
                break;
            case UserRenamed renamed:
                var nick = Begin(buffer, dialect, renamed, "NICK"u8);
                nick.Param(renamed.Nick.Text);
                nick.End();
                break;
            case UserQuit left:
                var quit = Begin(buffer, dialect, left, "QUIT"u8);
                quit.Trailing(left.Reason);
                quit.End();
                break;
            case UserAway away when dialect.HasFlag(Dialect.AwayNotify):
                WriteAway(buffer, dialect, away);
                break;
            case UserRealNameChanged changed when dialect.HasFlag(Dialect.Setname):
                var name = Begin(buffer, dialect, changed, "SETNAME"u8);
                name.Trailing(changed.By.RealName);
                name.End();
                break;
            case UserHostChanged changed when dialect.HasFlag(Dialect.Chghost):
                var host = Begin(buffer, dialect, changed, "CHGHOST"u8);
                host.Param(changed.Next.UserName);
                host.Param(changed.Next.Host);
                host.End();
                break;
            case UserKilled killed:
                var kill = Begin(buffer, dialect, killed, "KILL"u8);
                kill.Param(killed.Target.Nick.Text);
                kill.Trailing(killed.Comment);
                kill.End();
                break;
            case WallopsSent sent:
                var wallops = Begin(buffer, dialect, sent, "WALLOPS"u8);
                wallops.Trailing(sent.Text);
                wallops.End();
                break;
        }

        return buffer.ToArray();
    }

    // Who is away is said to be so right after his JOIN. Source: IRCv3 extended-join, away-notify.
    private static void WriteJoin(WireBuffer buffer, Dialect dialect, UserJoined joined)
    {
        var line = Begin(buffer, dialect, joined, "JOIN"u8);
        line.Param(joined.Room.Text);
        if (dialect.HasFlag(Dialect.ExtendedJoin))
        {
            line.Param(joined.By.Account ?? "*");
            line.Trailing(joined.By.RealName);
        }

        line.End();
        if (joined.By.Away is not null && dialect.HasFlag(Dialect.AwayNotify)) WriteAway(buffer, dialect, joined);
    }

    private static void WriteAway(WireBuffer buffer, Dialect dialect, ChatEvent chatEvent)
    {
        var line = Begin(buffer, dialect, chatEvent, "AWAY"u8);
        EndWithReason(ref line, chatEvent.By.Away ?? WireText.Empty);
    }

    private static void WriteInvitation(WireBuffer buffer, Dialect dialect, ChatEvent invited, Nickname target, RoomName room)
    {
        var line = Begin(buffer, dialect, invited, "INVITE"u8);
        line.Param(target.Text);
        line.Param(room.Text);
        line.End();
    }

    private static void WriteMessage(WireBuffer buffer, Dialect dialect, MessageSent sent)
    {
        if (sent.Kind == MessageKind.TagsOnly && !dialect.HasFlag(Dialect.MessageTags)) return;

        var line = new MessageWriter(buffer);
        WriteTags(ref line, dialect, sent);
        WriteClientTags(ref line, dialect, sent);
        line.Source(sent.As is { } persona ? persona.Source.Span : sent.By.Source);
        line.Verb(VerbOf(sent.Kind));
        line.Param(sent.Target);
        if (sent.Kind != MessageKind.TagsOnly) line.Trailing(sent.Text);
        line.End();
    }

    /// <summary>The client-only tags of a message.</summary>
    public static void WriteClientTags(ref MessageWriter line, Dialect dialect, MessageSent sent)
    {
        if (!dialect.HasFlag(Dialect.MessageTags) || sent.ClientTags.IsEmpty) return;
        foreach (var tag in new TagSection(sent.ClientTags.Span)) line.RawTag(tag.Key, tag.RawValue);
    }

    /// <summary>The verb of a message's command.</summary>
    public static ReadOnlySpan<byte> VerbOf(MessageKind kind) => kind switch
    {
        MessageKind.Message => "PRIVMSG"u8,
        MessageKind.Notice => "NOTICE"u8,
        _ => "TAGMSG"u8,
    };

    private static void WriteModes(WireBuffer buffer, Dialect dialect, ChatEvent changed, string target, IEnumerable<ModeChange> changes)
    {
        var room = MessageWriter.DefaultLineBytes - ":  MODE  \r\n"u8.Length - changed.By.Source.Length - target.Length;
        foreach (var modes in ModeFormatter.FormatLines(changes, room, MaxParametersPerModeLine))
        {
            var line = Begin(buffer, dialect, changed, "MODE"u8);
            line.Param(target);
            line.Param(modes.Modes);
            foreach (var parameter in modes.Parameters) line.Param(parameter);
            line.End();
        }
    }

    private static MessageWriter Begin(WireBuffer buffer, Dialect dialect, ChatEvent chatEvent, ReadOnlySpan<byte> verb)
    {
        var line = new MessageWriter(buffer);
        WriteTags(ref line, dialect, chatEvent);
        line.Source(chatEvent.By.Source);
        line.Verb(verb);
        return line;
    }

    /// <summary>The tags that the server gives an event.</summary>
    /// <param name="line">Stands at its beginning.</param>
    /// <param name="dialect">What the client understands.</param>
    /// <param name="chatEvent">The event.</param>
    /// <param name="withId">Whether the line stands for the event, and not for a part of it only.</param>
    public static void WriteTags(ref MessageWriter line, Dialect dialect, ChatEvent chatEvent, bool withId = true)
    {
        if (dialect.HasFlag(Dialect.ServerTime)) WriteTime(ref line, chatEvent.Stamp.Time);
        if (withId && dialect.HasFlag(Dialect.MessageTags)) line.Tag("msgid"u8, chatEvent.Stamp.MessageId);
        if (chatEvent is MessageSent { As: { } persona })
            WriteRelay(ref line, dialect, chatEvent, persona);
        else
            WriteAuthor(ref line, dialect, chatEvent.By);
    }

    private static void WriteAuthor(ref MessageWriter line, Dialect dialect, UserIdentity author)
    {
        if (dialect.HasFlag(Dialect.AccountTag) && author.Account is { } account) line.Tag("account"u8, account);
        if (dialect.HasFlag(Dialect.MessageTags) && author.Has(UserModeFlags.Bot)) line.Tag("bot"u8);
    }

    // What is said of the author would be taken for the persona's.
    private static void WriteRelay(ref MessageWriter line, Dialect dialect, ChatEvent chatEvent, Persona persona)
    {
        if (persona.IsRelayed && dialect.HasFlag(Dialect.RelayMessage)) line.Tag("draft/relaymsg"u8, chatEvent.By.Nick.Text);
    }

    /// <summary>The tag of server-time: UTC with exactly three decimals. Source: IRCv3 server-time.</summary>
    public static void WriteTime(ref MessageWriter line, DateTimeOffset time)
    {
        Span<byte> text = stackalloc byte[WireTime.Length];
        WireTime.Format(time, text);
        line.Tag("time"u8, text);
    }

    private static void EndWithReason(ref MessageWriter line, WireText reason)
    {
        if (!reason.IsEmpty) line.Trailing(reason);
        line.End();
    }
}
