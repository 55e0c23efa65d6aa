using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ChatServer.Host.Endpoints;

/// <summary>Kestrel's sockets, with a plain sentence for an address that can't be listened on.</summary>
internal sealed class ReportingListenerFactory(IOptions<SocketTransportOptions> options, ILoggerFactory loggers)
    : IConnectionListenerFactory, IConnectionListenerFactorySelector
{
    private readonly SocketTransportFactory _sockets = new(options, loggers);

    public bool CanBind(EndPoint endpoint) => _sockets.CanBind(endpoint);

    /// <exception cref="StartException">Somebody else listens there, or the operating system refuses.</exception>
    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        try
        {
            return await _sockets.BindAsync(endpoint, cancellationToken);
        }
        catch (AddressInUseException fault) when (fault.InnerException is SocketException cause)
        {
            throw CannotListen.On(endpoint, cause);
        }
        catch (SocketException fault)
        {
            throw CannotListen.On(endpoint, fault);
        }
    }
}
