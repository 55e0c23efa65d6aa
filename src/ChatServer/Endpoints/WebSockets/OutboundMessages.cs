using System.Buffers;
using System.IO.Pipelines;
using System.Net.WebSockets;
using System.Text;
using System.Text.Unicode;

namespace ChatServer.Host.Endpoints.WebSockets;

/// <summary>From lines to WebSocket messages.</summary>
internal static class OutboundMessages
{
    /// <summary>Sends every line of a pipe as a message, without its end, until the pipe ends; then says that this was all.</summary>
    public static async Task PumpAsync(PipeReader lines, WebSocket socket, WebSocketMessageType type)
    {
        try
        {
            var isLast = false;
            while (!isLast)
            {
                var read = await lines.ReadAsync();
                var rest = read.Buffer;
                while (TryTakeLine(ref rest, out var line))
                    await socket.SendAsync(MessageOf(line, type), type, endOfMessage: true, CancellationToken.None);
                lines.AdvanceTo(rest.Start, rest.End);
                isLast = read.IsCompleted;
            }

            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, statusDescription: null, CancellationToken.None);
            await lines.CompleteAsync();
        }
        catch (Exception broken) when (broken is WebSocketException or OperationCanceledException or IOException)
        {
            // The connection finds it in its next flush.
            await lines.CompleteAsync(broken);
        }
    }

    private static bool TryTakeLine(ref ReadOnlySequence<byte> buffer, out ReadOnlySequence<byte> line)
    {
        var reader = new SequenceReader<byte>(buffer);
        if (!reader.TryReadTo(out line, "\r\n"u8)) return false;
        buffer = reader.UnreadSequence;
        return true;
    }

    // Browsers close the connection at text that is not UTF-8. Where such bytes are relayed at all (Server:Utf8Only is off), text clients
    // get U+FFFD in their place. Source: IRCv3 websocket.
    private static ReadOnlyMemory<byte> MessageOf(ReadOnlySequence<byte> line, WebSocketMessageType type)
    {
        var message = line.IsSingleSegment ? line.First : line.ToArray();
        return type == WebSocketMessageType.Binary || Utf8.IsValid(message.Span)
            ? message
            : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(message.Span));
    }
}
