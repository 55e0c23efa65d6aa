namespace ChatClient.Session;

/// <summary>What someone's hands do. Source: IRCv3 typing.</summary>
internal enum TypingState
{
    /// <summary>Not typing, or not any more.</summary>
    Done,

    /// <summary>Typing.</summary>
    Active,

    /// <summary>There is text, but it does not grow.</summary>
    Paused,
}
