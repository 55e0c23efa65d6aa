using System.Net.WebSockets;
using ChatServer.Host.Endpoints.WebSockets;

namespace ChatServer.Tests.Endpoints.WebSockets;

public sealed class SubProtocolTests
{
    // "The server MUST accept any subprotocol it supports, respecting the client's order of preference."
    // https://ircv3.net/specs/extensions/websocket
    [Theory]
    [InlineData("binary.ircv3.net", "binary.ircv3.net", WebSocketMessageType.Binary)]
    [InlineData("text.ircv3.net", "text.ircv3.net", WebSocketMessageType.Text)]
    [InlineData("text.ircv3.net binary.ircv3.net", "text.ircv3.net", WebSocketMessageType.Text)]
    [InlineData("mqtt binary.ircv3.net text.ircv3.net", "binary.ircv3.net", WebSocketMessageType.Binary)]
    [InlineData("mqtt", null, WebSocketMessageType.Text)]
    [InlineData("", null, WebSocketMessageType.Text)]
    public void The_first_that_the_client_offers_and_the_server_knows_is_chosen(string offered, string? name, WebSocketMessageType type) =>
        Assert.Equal(new SubProtocol(name, type), SubProtocol.Choose(offered.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
}
