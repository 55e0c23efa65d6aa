using System.Buffers;
using System.IO.Pipelines;
using System.Net.WebSockets;

namespace ChatServer.Host.Endpoints.WebSockets;

/// <summary>From WebSocket messages to lines.</summary>
internal static class InboundMessages
{
    private const int ReceiveBytes = 2048;

    /// <summary>Writes every message as a line into a pipe, until the client closes or the network breaks.</summary>
    /// <remarks>A message is passed on as its parts arrive, so it needs no limit of its own: the line's limits hold, and a pipe that
    /// nobody reads stops the receiving.</remarks>
    public static async Task PumpAsync(WebSocket socket, PipeWriter lines)
    {
        try
        {
            while (await socket.ReceiveAsync(lines.GetMemory(ReceiveBytes), CancellationToken.None)
                is { MessageType: not WebSocketMessageType.Close } part)
            {
                lines.Advance(part.Count);
                if (part.EndOfMessage) lines.Write("\r\n"u8);
                await lines.FlushAsync();
            }

            await lines.CompleteAsync();
        }
        catch (Exception broken) when (broken is WebSocketException or OperationCanceledException or IOException)
        {
            // The network broke, or the client broke the protocol, by text that is not UTF-8 for one. The next read shows it.
            await lines.CompleteAsync(broken);
        }
    }
}
