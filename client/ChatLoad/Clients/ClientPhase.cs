namespace ChatLoad.Clients;

/// <summary>The state of a client.</summary>
internal enum ClientPhase
{
    /// <summary>Without a connection.</summary>
    Closed,

    /// <summary>Connecting, TLS and WebSocket included.</summary>
    Connecting,

    /// <summary>Connected; the server has not yet said 001.</summary>
    Registering,

    /// <summary>A user of the server.</summary>
    Registered,
}
