using ChatServer.Engine;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace ChatServer.Host.Endpoints.WebSockets;

/// <summary>Where HTTP comes in: WebSockets become connections, whatever their path; everything else gets a hint.</summary>
/// <remarks>Any thread. <c>Origin</c> is not checked: it protects servers that know their users by cookies, and this one has
/// none.</remarks>
internal sealed class WebSocketDoor(ConnectionDelegate door, EngineContext engine)
{
    private const string Hint = "This is an IRC server. Connect to it with a WebSocket client: binary.ircv3.net or text.ircv3.net.\n";

    public async Task HandleAsync(HttpContext http)
    {
        if (!http.WebSockets.IsWebSocketRequest)
        {
            // Whoever just looks must not keep one of the few places of those who have yet to become WebSockets.
            http.Features.Get<IConnectionLifetimeNotificationFeature>()?.RequestClose();
            http.Response.ContentType = "text/plain; charset=utf-8";
            await http.Response.WriteAsync(Hint);
            return;
        }

        var subProtocol = SubProtocol.Choose(http.WebSockets.WebSocketRequestedProtocols);
        using var socket = await http.WebSockets.AcceptWebSocketAsync(subProtocol.Name);
        http.Features.Get<Antechamber.Stay>()?.End();
        await using var connection = new WebSocketConnection(http, socket);
        await connection.ServeAsync(door, subProtocol.MessageType, engine.Settings.Timeouts.Shutdown, engine.Clock);
    }
}
