namespace ChatLoad;

/// <summary>How the program ended, for scripts.</summary>
internal enum ExitCode
{
    /// <summary>Everything held.</summary>
    Ok = 0,

    /// <summary>A threshold did not hold.</summary>
    ThresholdCrossed = 1,

    /// <summary>The command line or a file is wrong.</summary>
    Usage = 2,

    /// <summary>The load could not be set up: no server, not enough descriptors, refused clients.</summary>
    Failed = 3,

    /// <summary>Somebody ended the run with Ctrl+C or SIGTERM, whatever the thresholds say. As k6 does.</summary>
    Interrupted = 105,
}
