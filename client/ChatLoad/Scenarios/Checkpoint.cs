namespace ChatLoad.Scenarios;

/// <summary>Where the processes of a run wait for one another.</summary>
internal enum Checkpoint
{
    /// <summary>Nothing has been done yet.</summary>
    Start,

    /// <summary>Everybody is connected and registered.</summary>
    Registered,

    /// <summary>Everything is set up.</summary>
    Ready,

    /// <summary>The warm-up has begun to drain.</summary>
    WarmedUp,

    /// <summary>The warm-up is over; the measurement begins.</summary>
    Measure,

    /// <summary>Everything is sent.</summary>
    Sent,

    /// <summary>Everything has arrived, or will not.</summary>
    Arrived,

    /// <summary>All other work is done.</summary>
    End,
}
