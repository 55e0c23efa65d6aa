namespace ChatClient.Connection;

/// <summary>How bytes get to a server.</summary>
internal enum Transport
{
    /// <summary>A socket, in plain text.</summary>
    Tcp,

    /// <summary>A socket with TLS.</summary>
    Tls,

    /// <summary>A WebSocket, in plain text. Source: IRCv3 websocket.</summary>
    WebSocket,

    /// <summary>A WebSocket with TLS. Source: IRCv3 websocket.</summary>
    SecureWebSocket,
}
