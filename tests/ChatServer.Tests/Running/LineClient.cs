using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ChatServer.Tests.Running;

/// <summary>A client that sends and reads lines, with a deadline for each.</summary>
internal sealed class LineClient : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly TcpClient _socket = new();
    private StreamReader _reader = StreamReader.Null;

    public static async Task<LineClient> ConnectAsync(int port, string from = "127.0.0.1")
    {
        var client = new LineClient();
        client._socket.Client.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
        await client._socket.ConnectAsync("127.0.0.1", port).WaitAsync(Deadline);
        client._reader = new StreamReader(client.Stream, Encoding.UTF8);
        return client;
    }

    public Stream Stream => _socket.GetStream();

    public async Task SendAsync(params string[] lines) =>
        await Stream.WriteAsync(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => $"{line}\r\n")))).AsTask().WaitAsync(Deadline);

    /// <summary>The next line, or null at the end of the stream.</summary>
    public Task<string?> ReadLineAsync() => _reader.ReadLineAsync().WaitAsync(Deadline);

    /// <summary>The next line, or null at the end of the stream, in order or not.</summary>
    public async Task<string?> ReadLineOrResetAsync()
    {
        try
        {
            return await ReadLineAsync();
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>The next line that has <paramref name="part"/> in it.</summary>
    /// <exception cref="EndOfStreamException">None came before the end.</exception>
    public async Task<string> ReadUntilAsync(string part)
    {
        while (await ReadLineAsync() is { } line)
        {
            if (line.Contains(part, StringComparison.Ordinal))
                return line;
        }

        throw new EndOfStreamException($"No line with \"{part}\" came.");
    }

    public void Dispose()
    {
        _reader.Dispose();
        _socket.Dispose();
    }
}
