using System.Net;
using System.Net.Sockets;

namespace ChatServer.Host.Endpoints;

/// <summary>A plain sentence for an address that can't be listened on.</summary>
internal static class CannotListen
{
    public static StartException On(EndPoint endpoint, SocketException fault) =>
        new(
            fault.SocketErrorCode == SocketError.AddressAlreadyInUse
                ? $"can't listen on {endpoint}: another program does already"
                : $"can't listen on {endpoint}: {fault.Message}",
            fault);
}
