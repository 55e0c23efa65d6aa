using System.IO.Pipelines;
using System.Text;

namespace ChatServer.Engine.Tests.Harness;

/// <summary>The client's end of a connection.</summary>
/// <remarks>A command has taken effect when the PONG after it is here, and stands in the mailbox of everybody concerned: so
/// <see cref="SyncAsync"/> on the one who acts, and then on the one who watches, shows all there is to see. Nothing waits for
/// time.</remarks>
internal sealed class TestClient(IDuplexPipe pipe, Task served)
{
    private int _lastToken;

    /// <summary>Ends when the server is through with the connection.</summary>
    public Task Served { get; } = served;

    public async Task SendAsync(params string[] lines)
    {
        foreach (var line in lines) await SendBytesAsync(Encoding.UTF8.GetBytes(line + "\r\n"));
    }

    public async Task SendBytesAsync(byte[] bytes) => await pipe.Output.WriteAsync(bytes).AsTask().WaitAsync(TestServer.Patience);

    /// <summary>Everything that the server has to say up to now.</summary>
    public async Task<List<string>> SyncAsync()
    {
        var token = $"sync-{++_lastToken}";
        await SendAsync($"PING {token}");
        var lines = await ReadUntilAsync(line => line.EndsWith($"PONG test.example :{token}", StringComparison.Ordinal));
        lines.RemoveAt(lines.Count - 1);
        return lines;
    }

    /// <summary>Sends, and returns what comes of it.</summary>
    public async Task<List<string>> DoAsync(params string[] lines)
    {
        await SendAsync(lines);
        return await SyncAsync();
    }

    /// <summary>Reads up to and with the first line that meets the condition.</summary>
    public async Task<List<string>> ReadUntilAsync(Predicate<string> condition)
    {
        var lines = new List<string>();
        while (await ReadLineAsync() is { } line)
        {
            lines.Add(line);
            if (condition(line)) return lines;
        }

        throw new EndOfStreamException("The server closed the connection; last it said: " + string.Join(" | ", lines.TakeLast(5)));
    }

    /// <summary>Reads to the end of the connection.</summary>
    public async Task<List<string>> ReadToEndAsync()
    {
        var lines = new List<string>();
        while (await ReadLineAsync() is { } line) lines.Add(line);
        return lines;
    }

    /// <summary>The next line without its end; null at the end of the connection.</summary>
    public async Task<string?> ReadLineAsync()
    {
        while (true)
        {
            var read = await pipe.Input.ReadAsync().AsTask().WaitAsync(TestServer.Patience);
            var buffer = read.Buffer;
            var reader = new System.Buffers.SequenceReader<byte>(buffer);
            if (reader.TryReadTo(out System.Buffers.ReadOnlySequence<byte> line, "\r\n"u8))
            {
                var text = Encoding.UTF8.GetString(line);
                pipe.Input.AdvanceTo(reader.Position);
                return text;
            }

            pipe.Input.AdvanceTo(buffer.Start, buffer.End);
            if (read.IsCompleted) return null;
        }
    }

    /// <summary>Ends the connection without a word, as a broken network does.</summary>
    public void Vanish()
    {
        pipe.Output.Complete();
        pipe.Input.Complete();
    }
}
