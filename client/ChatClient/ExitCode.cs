namespace ChatClient;

/// <summary>How the program ended, for scripts.</summary>
internal enum ExitCode
{
    /// <summary>Everything was sent, or the user left.</summary>
    Ok = 0,

    /// <summary>The command line is invalid.</summary>
    Usage = 1,

    /// <summary>No connection: unknown host, refused, timed out, certificate not trusted.</summary>
    NoConnection = 2,

    /// <summary>The server refused: nick, password, ban, room, or a message.</summary>
    Refused = 3,

    /// <summary>The connection broke, or the server closed it.</summary>
    ConnectionLost = 4,

    /// <summary>Interrupted before everything was sent: 128 + SIGINT, as in shells.</summary>
    Interrupted = 130,
}
