using System.Net.WebSockets;

namespace ChatServer.Host.Endpoints.WebSockets;

/// <summary>How IRC lines travel in WebSocket messages.</summary>
/// <param name="Name">The name that clients request; null for clients that request none.</param>
/// <param name="MessageType">What the server sends; it accepts both kinds.</param>
/// <remarks>Source: IRCv3 websocket.</remarks>
internal sealed record SubProtocol(string? Name, WebSocketMessageType MessageType)
{
    /// <summary>For clients that request none that we know: older than the specification, mostly browsers, which prefer text.</summary>
    private static readonly SubProtocol Unnamed = new(null, WebSocketMessageType.Text);

    private static readonly SubProtocol[] Known =
    [
        new("binary.ircv3.net", WebSocketMessageType.Binary),
        new("text.ircv3.net", WebSocketMessageType.Text),
    ];

    /// <summary>The first of the client's that we know.</summary>
    /// <param name="offered">The client's, the best first.</param>
    public static SubProtocol Choose(IEnumerable<string> offered) =>
        offered.Select(name => Array.Find(Known, known => known.Name == name)).FirstOrDefault(known => known is not null) ?? Unnamed;
}
