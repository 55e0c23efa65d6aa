using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace ChatServer.Protocol;

/// <summary>All known capabilities. Which of them a server offers is its own decision.</summary>
/// <remarks>Immutable; any thread. Source: the IRCv3 extension registry; each row names its specification.</remarks>
public static class Capabilities
{
    /// <summary>The bits that add tags to everything a user causes.</summary>
    public const Dialect TagBits = Dialect.ServerTime | Dialect.AccountTag | Dialect.MessageTags;

    private static readonly FrozenDictionary<string, Capability> ByName;

    /// <summary>All rows, ordered by name.</summary>
    public static readonly ImmutableArray<Capability> All =
    [
        Row("account-notify", Dialect.AccountNotify),
        Row("account-tag", Dialect.AccountTag),
        Row("away-notify", Dialect.AwayNotify),
        Row("batch", Dialect.Batch),
        Row("cap-notify", Dialect.CapNotify, specification: "capability-negotiation"),
        Row("chghost", Dialect.Chghost),
        Row("draft/channel-rename", Dialect.ChannelRename, specification: "channel-rename"),
        Row("draft/chathistory", Dialect.ChatHistory, specification: "chathistory"),
        Row("draft/event-playback", Dialect.EventPlayback, specification: "chathistory"),
        Row("draft/extended-isupport", Dialect.ExtendedIsupport, specification: "extended-isupport"),
        Row("draft/message-redaction", Dialect.MessageRedaction, specification: "message-redaction"),
        Row("draft/multiline", Dialect.Multiline, needs: Dialect.Batch, specification: "multiline"),
        Row("draft/no-implicit-names", Dialect.NoImplicitNames, specification: "no-implicit-names"),
        Row("draft/pre-away", Dialect.PreAway, specification: "pre-away"),
        Row("draft/read-marker", Dialect.ReadMarker, specification: "read-marker"),
        new("draft/relaymsg", Dialect.RelayMessage, Dialect.None, "pull request 417"),
        Row("echo-message", Dialect.EchoMessage),
        Row("extended-join", Dialect.ExtendedJoin),
        Row("extended-monitor", Dialect.ExtendedMonitor),
        Row("invite-notify", Dialect.InviteNotify),
        Row("labeled-response", Dialect.LabeledResponse, needs: Dialect.Batch),
        Row("message-tags", Dialect.MessageTags),
        Row("multi-prefix", Dialect.MultiPrefix),
        Row("no-implicit-names", Dialect.NoImplicitNames),
        Row("sasl", Dialect.Sasl, specification: "sasl-3.2"),
        Row("server-time", Dialect.ServerTime),
        Row("setname", Dialect.Setname),
        Row("soju.im/no-implicit-names", Dialect.NoImplicitNames, specification: "no-implicit-names"),
        Row("standard-replies", Dialect.StandardReplies),
        Row("sts", Dialect.None),
        Row("userhost-in-names", Dialect.UserhostInNames),
    ];

    // Static fields are initialised in textual order; this one reads All.
    static Capabilities() => ByName = All.ToFrozenDictionary(row => row.Name, StringComparer.Ordinal);

    /// <summary>Finds a capability by its exact name.</summary>
    public static bool TryGet(string name, [NotNullWhen(true)] out Capability? capability) => ByName.TryGetValue(name, out capability);

    private static Capability Row(string name, Dialect bit, Dialect needs = Dialect.None, string? specification = null) =>
        new(name, bit, needs, $"extensions/{specification ?? name}.md");
}
