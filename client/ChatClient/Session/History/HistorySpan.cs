namespace ChatClient.Session;

/// <summary>Which piece of a conversation's history. Source: IRCv3 chathistory, subcommands.</summary>
internal enum HistorySpan
{
    /// <summary>The newest messages: they go below everything that is known, except for what came live meanwhile.</summary>
    Latest,

    /// <summary>Before some message: they go above it.</summary>
    Before,

    /// <summary>After some message: the gap that a lost connection left. They are sorted in by time.</summary>
    After,
}
