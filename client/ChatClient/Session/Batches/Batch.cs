using ChatServer.Protocol;

namespace ChatClient.Session;

/// <summary>A batch that is open or was just closed. Source: IRCv3 batch.</summary>
/// <param name="Opener">The message that opened it.</param>
/// <param name="Label">The label of the request that the batch answers, or null.</param>
internal sealed record Batch(IrcMessage Opener, string? Label)
{
    /// <summary>The type of the batch, without the prefix of draft specifications.</summary>
    public string Type { get; } = Opener.Params.Length > 1 ? WithoutDraft(Opener.Params[1]) : string.Empty;

    /// <summary>Whether its messages only make sense together, so that they are handled when the batch is closed.</summary>
    public bool IsCollected =>
        Type is BatchTypes.History or BatchTypes.Targets or BatchTypes.Multiline or BatchTypes.Split or BatchTypes.Rejoin;

    /// <summary>The messages in the batch.</summary>
    public List<IrcMessage> Messages { get; } = [];

    /// <summary>A parameter after the type, or empty.</summary>
    public string Parameter(int index) => Opener.Params.Length > index + 2 ? Opener.Params[index + 2] : string.Empty;

    private static string WithoutDraft(string type) => type.StartsWith("draft/", StringComparison.Ordinal) ? type["draft/".Length..] : type;
}

/// <summary>The batch types that this client supports.</summary>
internal static class BatchTypes
{
    /// <summary>IRCv3 chathistory.</summary>
    public const string History = "chathistory";

    /// <summary>The conversations that have history. IRCv3 chathistory, TARGETS.</summary>
    public const string Targets = "chathistory-targets";

    /// <summary>A message of several lines. IRCv3 multiline.</summary>
    public const string Multiline = "multiline";

    /// <summary>Two servers have lost their connection to each other. IRCv3 netsplit.</summary>
    public const string Split = "netsplit";

    /// <summary>Two servers are connected again. IRCv3 netsplit.</summary>
    public const string Rejoin = "netjoin";
}
