using System.Net;
using System.Net.Sockets;
using ChatServer.Host.Endpoints;
using Microsoft.Extensions.Logging;

namespace ChatServer.Host.Transport;

/// <summary>The listening sockets on the event loops: bound one after the other, opened together.</summary>
/// <remarks>So no client is let in by a server whose start then fails because its next address is taken. Not thread-safe: owned by the
/// start of the process.</remarks>
internal sealed class LoopListeners(EventLoops loops, TimeProvider clock, ILogger<LoopListeners> log)
{
    private readonly List<LoopListener> _bound = [];

    /// <summary>Takes an address; clients that connect wait until <see cref="Open"/>.</summary>
    /// <param name="address">Where; port 0 for any that is free.</param>
    /// <param name="onAccepted">As <see cref="LoopListener"/> has it.</param>
    /// <exception cref="StartException">Somebody else listens there, or the operating system refuses.</exception>
    public LoopListener Bind(IPEndPoint address, Action<LoopConnection> onAccepted)
    {
        try
        {
            var listener = new LoopListener(address, onAccepted, loops.All, clock, log);
            _bound.Add(listener);
            return listener;
        }
        catch (SocketException fault)
        {
            throw CannotListen.On(address, fault);
        }
    }

    /// <summary>Lets clients in at all addresses bound since the last call.</summary>
    public void Open()
    {
        foreach (var listener in _bound) listener.Open();
        _bound.Clear();
    }
}
