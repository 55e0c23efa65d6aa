namespace ChatServer.Protocol;

/// <summary>The capabilities that a connection negotiated. They say what its client understands and so how an event is written for
/// it.</summary>
/// <remarks>The tag bits come first because everything a user causes is rendered once per combination of them. Bits may be renumbered
/// between releases; they are not stored. Source: IRCv3 capability-negotiation.</remarks>
[Flags]
public enum Dialect : uint
{
    /// <summary>Plain RFC 1459.</summary>
    None = 0,

    /// <summary><c>server-time</c>: the <c>time</c> tag.</summary>
    ServerTime = 1 << 0,

    /// <summary><c>account-tag</c>: the <c>account</c> tag.</summary>
    AccountTag = 1 << 1,

    /// <summary><c>message-tags</c>: any tag, and TAGMSG.</summary>
    MessageTags = 1 << 2,

    /// <summary><c>batch</c>: lines that belong together.</summary>
    Batch = 1 << 3,

    /// <summary><c>labeled-response</c>: answers carry the label of their question.</summary>
    LabeledResponse = 1 << 4,

    /// <summary><c>echo-message</c>: a client gets its own messages back.</summary>
    EchoMessage = 1 << 5,

    /// <summary><c>multi-prefix</c>: all prefixes of a member.</summary>
    MultiPrefix = 1 << 6,

    /// <summary><c>userhost-in-names</c>: full sources in NAMES.</summary>
    UserhostInNames = 1 << 7,

    /// <summary><c>extended-join</c>: account and real name in JOIN.</summary>
    ExtendedJoin = 1 << 8,

    /// <summary><c>away-notify</c>: AWAY of others.</summary>
    AwayNotify = 1 << 9,

    /// <summary><c>account-notify</c>: ACCOUNT.</summary>
    AccountNotify = 1 << 10,

    /// <summary><c>chghost</c>: CHGHOST.</summary>
    Chghost = 1 << 11,

    /// <summary><c>invite-notify</c>: INVITE of others.</summary>
    InviteNotify = 1 << 12,

    /// <summary><c>setname</c>: SETNAME.</summary>
    Setname = 1 << 13,

    /// <summary><c>cap-notify</c>: CAP NEW and CAP DEL.</summary>
    CapNotify = 1 << 14,

    /// <summary><c>standard-replies</c>: FAIL, WARN and NOTE that no other specification names.</summary>
    StandardReplies = 1 << 15,

    /// <summary><c>no-implicit-names</c>: no NAMES after the client's own JOIN.</summary>
    NoImplicitNames = 1 << 16,

    /// <summary><c>extended-monitor</c>: more events of monitored nicks.</summary>
    ExtendedMonitor = 1 << 17,

    /// <summary><c>sasl</c>: AUTHENTICATE.</summary>
    Sasl = 1 << 18,

    /// <summary><c>draft/pre-away</c>: AWAY before registration.</summary>
    PreAway = 1 << 19,

    /// <summary><c>draft/extended-isupport</c>: ISUPPORT as a command and as a batch.</summary>
    ExtendedIsupport = 1 << 20,

    /// <summary><c>draft/channel-rename</c>: RENAME.</summary>
    ChannelRename = 1 << 21,

    /// <summary><c>draft/read-marker</c>: MARKREAD.</summary>
    ReadMarker = 1 << 22,

    /// <summary><c>draft/relaymsg</c>: who relayed a message.</summary>
    RelayMessage = 1 << 23,

    /// <summary><c>draft/chathistory</c>: CHATHISTORY.</summary>
    ChatHistory = 1 << 24,

    /// <summary><c>draft/event-playback</c>: more than messages in history.</summary>
    EventPlayback = 1 << 25,

    /// <summary><c>draft/message-redaction</c>: REDACT.</summary>
    MessageRedaction = 1 << 26,

    /// <summary><c>draft/multiline</c>: messages of several lines.</summary>
    Multiline = 1 << 27,
}
