namespace ChatClient.Session;

/// <summary>The phase of a session.</summary>
internal enum SessionPhase
{
    /// <summary>No connection, or none any longer. Submitted lines are refused.</summary>
    Offline,

    /// <summary>Negotiating capabilities and a nick. Submitted lines wait.</summary>
    Registering,

    /// <summary>The server has welcomed us, and its greeting has ended.</summary>
    Ready,

    /// <summary>QUIT is sent.</summary>
    Leaving,

    /// <summary>The server refused us or does not answer. Nothing more is sent on this connection.</summary>
    Over,
}
