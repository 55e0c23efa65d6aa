using System.Net;
using System.Net.Sockets;

namespace ChatLoad.Wire;

/// <summary>The server under test, and how to reach it.</summary>
internal sealed class Target
{
    private readonly IPEndPoint[] _sources;

    /// <summary>A server.</summary>
    /// <param name="host">Its name as given, which TLS and WebSocket send.</param>
    /// <param name="endPoint">Where it is.</param>
    /// <param name="transport">What carries the lines.</param>
    /// <param name="path">The path that a WebSocket asks for.</param>
    /// <param name="sources">How many source addresses to use, from 127.0.0.1 up, when the server is on 127.0.0.0/8; 0 leaves the choice
    /// to the system.</param>
    public Target(string host, IPEndPoint endPoint, Transport transport, string path, int sources)
    {
        Host = host;
        EndPoint = endPoint;
        Transport = transport;
        Path = path;
        SocketAddress = endPoint.Serialize();
        var isLoopback = endPoint.AddressFamily == AddressFamily.InterNetwork && IPAddress.IsLoopback(endPoint.Address);
        _sources = [.. Enumerable.Range(1, isLoopback ? sources : 0)
            .Select(i => new IPEndPoint(new IPAddress([127, 0, (byte)(i >> 8), (byte)i]), 0))];
    }

    /// <summary>Its name as given.</summary>
    public string Host { get; }

    /// <summary>Where it is.</summary>
    public IPEndPoint EndPoint { get; }

    /// <summary>The same, for the system calls.</summary>
    public SocketAddress SocketAddress { get; }

    /// <summary>What carries the lines.</summary>
    public Transport Transport { get; }

    /// <summary>The path that a WebSocket asks for.</summary>
    public string Path { get; }

    /// <summary>The source address of a connection, or null to let the system choose.</summary>
    public EndPoint? SourceOf(int number) => _sources.Length == 0 ? null : _sources[number % _sources.Length];

    /// <summary>Begins a connection.</summary>
    /// <param name="loop">The loop that it belongs to.</param>
    /// <param name="number">Its number, which chooses its source address.</param>
    /// <param name="receiveBuffer">Size of the socket's receive buffer in bytes, or 0 for the system's.</param>
    /// <param name="owner">The owner to call.</param>
    /// <exception cref="SocketException">No socket or address is available, or the server refused at once.</exception>
    public Link Connect(EventLoop loop, int number, int receiveBuffer, ILinkOwner owner) => Transport == Transport.Tcp
        ? new PlainLink(loop, this, number, receiveBuffer, owner)
        : new StreamLink(loop, this, number, receiveBuffer, owner);
}
