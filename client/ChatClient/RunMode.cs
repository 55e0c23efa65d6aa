namespace ChatClient;

/// <summary>What the program looks like from outside.</summary>
internal enum RunMode
{
    /// <summary>The whole of a terminal.</summary>
    FullScreen,

    /// <summary>Lines that only grow downwards.</summary>
    Plain,

    /// <summary>Sends standard input, and leaves.</summary>
    Once,

    /// <summary>Prints what is said.</summary>
    Follow,

    /// <summary>Prints what is said, as JSON.</summary>
    FollowAsJson,
}
