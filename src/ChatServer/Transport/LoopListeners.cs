using System.Net;
using System.Net.Sockets;
using ChatServer.Host.Endpoints;
using Microsoft.Extensions.Logging;

namespace ChatServer.Host.Transport;

/// <summary>The listening sockets on the event loops: bound one by one, opened together.</summary>
/// <remarks>So a server whose start fails because its next address is taken has let no client in. Not thread-safe: used only while the
/// process starts.</remarks>
internal sealed class LoopListeners(EventLoops loops, TimeProvider clock, ILogger<LoopListeners> log)
{
    private readonly List<LoopListener> _bound = [];

    /// <summary>Binds to an address; clients that connect wait until <see cref="Open"/>.</summary>
    /// <param name="address">Where; port 0 for any free one.</param>
    /// <param name="onAccepted">See <see cref="LoopListener"/>.</param>
    /// <exception cref="StartException">The address is in use, or the operating system refuses.</exception>
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
