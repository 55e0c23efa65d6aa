namespace ChatLoad.Wire;

/// <summary>What carries the lines.</summary>
internal enum Transport
{
    /// <summary>TCP.</summary>
    Tcp,

    /// <summary>TLS over TCP.</summary>
    Tls,

    /// <summary>WebSocket.</summary>
    WebSocket,

    /// <summary>WebSocket over TLS.</summary>
    SecureWebSocket,
}
