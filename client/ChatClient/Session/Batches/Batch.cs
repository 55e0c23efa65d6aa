using ChatServer.Protocol;

namespace ChatClient.Session;

/// <summary>A batch that is open, or was closed just now. Source: IRCv3 batch.</summary>
/// <param name="Opener">The message that opened it.</param>
/// <param name="Label">The label of what it answers, or null.</param>
internal sealed record Batch(IrcMessage Opener, string? Label)
{
    /// <summary>What kind it is, without the prefix of drafts.</summary>
    public string Type { get; } = Opener.Params.Length > 1 ? WithoutDraft(Opener.Params[1]) : string.Empty;

    /// <summary>Whether its messages mean something only together, so that they wait for its end.</summary>
    public bool IsCollected =>
        Type is BatchTypes.History or BatchTypes.Targets or BatchTypes.Multiline or BatchTypes.Split or BatchTypes.Rejoin;

    /// <summary>What came in it.</summary>
    public List<IrcMessage> Messages { get; } = [];

    /// <summary>A parameter behind the type, or empty.</summary>
    public string Parameter(int index) => Opener.Params.Length > index + 2 ? Opener.Params[index + 2] : string.Empty;

    private static string WithoutDraft(string type) => type.StartsWith("draft/", StringComparison.Ordinal) ? type["draft/".Length..] : type;
}

/// <summary>The kinds of batches that are understood.</summary>
internal static class BatchTypes
{
    /// <summary>IRCv3 chathistory.</summary>
    public const string History = "chathistory";

    /// <summary>The conversations that there is history of. IRCv3 chathistory, TARGETS.</summary>
    public const string Targets = "chathistory-targets";

    /// <summary>One message of several lines. IRCv3 multiline.</summary>
    public const string Multiline = "multiline";

    /// <summary>Servers that lost each other. IRCv3 netsplit.</summary>
    public const string Split = "netsplit";

    /// <summary>Servers that found each other. IRCv3 netsplit.</summary>
    public const string Rejoin = "netjoin";
}
