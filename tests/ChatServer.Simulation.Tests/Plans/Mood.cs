namespace ChatServer.SimulationTests.Plans;

/// <summary>What all clients of a plan are after, more than anything else.</summary>
internal enum Mood
{
    None,

    /// <summary>One room, where some are kept out or kept silent, and some are not in spite of it.</summary>
    Guarded,

    /// <summary>Other nicks, other rooms, and people thrown out meanwhile.</summary>
    Unsettled,

    /// <summary>Whether somebody is here, while all come and go.</summary>
    Watchful,

    /// <summary>Everybody becomes another all the time, while rooms come to forbid it.</summary>
    Shifting,

    /// <summary>Rooms take other names while people come and go.</summary>
    Renaming,

    /// <summary>People are spoken to who hear only some.</summary>
    Calling,

    /// <summary>People get other hosts while they come, go and are thrown out.</summary>
    Uprooted,

    /// <summary>What was said in one room, and between two.</summary>
    Mindful,

    /// <summary>What of it can be taken back, and by whom.</summary>
    Regretful,
}
