namespace ChatClient.Session;

/// <summary>Whether someone is typing. Source: IRCv3 typing.</summary>
internal enum TypingState
{
    /// <summary>Not typing, or no longer typing.</summary>
    Done,

    /// <summary>Typing.</summary>
    Active,

    /// <summary>There is text, but typing has paused.</summary>
    Paused,
}
