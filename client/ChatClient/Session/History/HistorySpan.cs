namespace ChatClient.Session;

/// <summary>A piece of a conversation's history. Source: IRCv3 chathistory, subcommands.</summary>
internal enum HistorySpan
{
    /// <summary>The newest messages. They go after all known messages, except those that arrived live in the meantime.</summary>
    Latest,

    /// <summary>Messages before a known one. They go in front of it.</summary>
    Before,

    /// <summary>Messages after a known one, missed while there was no connection. They are inserted by time.</summary>
    After,
}
