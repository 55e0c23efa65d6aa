using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ChatServer.EndToEnd.Tests;

/// <summary>A client over a real socket, with a deadline for whatever it waits for.</summary>
internal sealed class Client : IDisposable
{
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromMinutes(5);

    private readonly StreamReader _reader;
    private int _lastToken;

    private Client(Socket socket)
    {
        Socket = socket;
        Stream = new NetworkStream(socket);
        _reader = new StreamReader(Stream, Encoding.UTF8);
    }

    public Socket Socket { get; }

    public NetworkStream Stream { get; }

    public static async Task<Client> ConnectAsync(ServerProcess server)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, server.Port)).WaitAsync(ServerProcess.Patience);
        return new Client(socket);
    }

    /// <summary>Connects, registers, and joins a room if one is given.</summary>
    public static async Task<Client> RegisterAsync(ServerProcess server, string nick, string? room = null)
    {
        var client = await ConnectAsync(server);
        await client.SendAsync($"NICK {nick}", $"USER {nick} 0 * :{nick}");
        await client.ReadUntilAsync(" 376 ");
        if (room is null) return client;
        await client.SendAsync($"JOIN {room}");
        await client.ReadUntilAsync(" 366 ");
        return client;
    }

    public async Task SendAsync(params string[] lines) =>
        await SendBytesAsync(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => $"{line}\r\n"))));

    public async Task SendBytesAsync(ReadOnlyMemory<byte> bytes) =>
        await Stream.WriteAsync(bytes).AsTask().WaitAsync(ServerProcess.Patience);

    /// <summary>The next line, or null at the end, in order or not. Answers the server's PING, which is no sign of what is waited
    /// for.</summary>
    public async Task<string?> ReadLineAsync()
    {
        var watch = Stopwatch.StartNew();
        try
        {
            while (true)
            {
                var left = ServerProcess.Patience - watch.Elapsed;
                var line = await _reader.ReadLineAsync().WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero);
                if (line?.StartsWith("PING ", StringComparison.Ordinal) != true) return line;
                await SendAsync("PONG" + line[4..]);
            }
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Reads up to and with the first line that holds a text.</summary>
    public async Task<List<string>> ReadUntilAsync(string part)
    {
        var watch = Stopwatch.StartNew();
        var lines = new List<string>();
        while (await ReadLineAsync() is { } line)
        {
            lines.Add(line);
            if (line.Contains(part, StringComparison.Ordinal)) return lines;
            if (watch.Elapsed > LongestAnswer) throw new TimeoutException($"No \"{part}\" among {lines.Count} lines; last: {line}");
        }

        throw new EndOfStreamException($"No \"{part}\" before the end; last: {string.Join(" | ", lines.TakeLast(3))}");
    }

    /// <summary>Reads to the end.</summary>
    public async Task<List<string>> ReadToEndAsync()
    {
        var lines = new List<string>();
        while (await ReadLineAsync() is { } line) lines.Add(line);
        return lines;
    }

    /// <summary>Reads, for as long as it takes, until the connection ends; answers the server's PING.</summary>
    public async Task ReadAndForgetAsync()
    {
        try
        {
            while (await _reader.ReadLineAsync() is { } line)
            {
                if (line.StartsWith("PING ", StringComparison.Ordinal)) await SendAsync("PONG" + line[4..]);
            }
        }
        catch (Exception end) when (end is IOException or ObjectDisposedException)
        {
            // Closed, by whichever side.
        }
    }

    /// <summary>Everything that the server has to say up to now.</summary>
    public async Task<List<string>> SyncAsync()
    {
        var token = $"t{++_lastToken}";
        await SendAsync($"PING {token}");
        return await ReadUntilAsync($" :{token}");
    }

    /// <summary>Ends the connection by a reset: what a crashed peer's kernel sends.</summary>
    public void Reset()
    {
        Socket.LingerState = new LingerOption(enable: true, seconds: 0);
        Socket.Close();
    }

    /// <summary>Takes the socket away without a word on the wire, neither FIN nor RST, as when a cable is cut. It needs
    /// CAP_NET_ADMIN.</summary>
    /// <returns>False when the system does not let us.</returns>
    /// <remarks>Source: tcp(7) and linux/tcp.h, TCP_REPAIR.</remarks>
    public bool TryVanish()
    {
        const int tcp = 6;
        const int repair = 19;
        try
        {
            Socket.SetRawSocketOption(tcp, repair, BitConverter.GetBytes(1));
        }
        catch (SocketException)
        {
            return false;
        }

        Socket.Close();
        return true;
    }

    public void Dispose()
    {
        _reader.Dispose();
        Stream.Dispose();
        Socket.Dispose();
    }
}
