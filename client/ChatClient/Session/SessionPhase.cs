namespace ChatClient.Session;

/// <summary>How far a session has come.</summary>
internal enum SessionPhase
{
    /// <summary>No connection: not yet, or not any more. What is said is refused.</summary>
    Offline,

    /// <summary>Negotiating capabilities and a nick. What is submitted waits.</summary>
    Registering,

    /// <summary>The server has welcomed us, and its greeting has ended.</summary>
    Ready,

    /// <summary>QUIT is sent.</summary>
    Leaving,

    /// <summary>The server said no, or does not answer. Nothing more is sent on this connection.</summary>
    Over,
}
