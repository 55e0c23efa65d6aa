namespace ChatLoad.Scenarios;

/// <summary>The scenarios there are.</summary>
internal enum ScenarioKind
{
    /// <summary>Connect, register, hold.</summary>
    Connect,

    /// <summary>Connect, register, join, speak, quit, over and over.</summary>
    Churn,

    /// <summary>Some speak in rooms, all listen.</summary>
    Fanout,

    /// <summary>Pairs play ping-pong with private messages.</summary>
    Pm,

    /// <summary>A mixture of everything, as on an evening.</summary>
    Evening,

    /// <summary>Fan-out with members that do not read.</summary>
    Slow,

    /// <summary>All connections break at once and come back.</summary>
    Storm,
}
