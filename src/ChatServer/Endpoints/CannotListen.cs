using System.Net;
using System.Net.Sockets;

namespace ChatServer.Host.Endpoints;

/// <summary>A plain sentence for each address that can't be listened on.</summary>
internal static class CannotListen
{
    /// <summary>One address can't be listened on.</summary>
    public static StartException On(EndPoint endpoint, SocketException fault) => new(Reason(endpoint, fault), fault);

    /// <summary>Tries every address. A start stops at the first that is taken, but its administrator wants to know them all.</summary>
    /// <param name="addresses">The addresses; this process must not be listening on any of them.</param>
    /// <returns>One line for each that can't be listened on; null when each can.</returns>
    public static StartException? OnSomeOf(IEnumerable<IPEndPoint> addresses)
    {
        // Held until all have been tried: the endpoint that --dev-certificate adds may want the address of another.
        var held = new List<Socket>();
        var reasons = new List<string>();
        foreach (var address in addresses)
        {
            try
            {
                var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
                held.Add(socket);
                if (address.Address.Equals(IPAddress.IPv6Any)) socket.DualMode = true;
                socket.Bind(address);
                socket.Listen();
            }
            catch (SocketException fault)
            {
                reasons.Add(Reason(address, fault));
            }
        }

        held.ForEach(socket => socket.Dispose());
        return reasons.Count == 0 ? null : new StartException(string.Join(Environment.NewLine, reasons));
    }

    private static string Reason(EndPoint endpoint, SocketException fault) =>
        fault.SocketErrorCode == SocketError.AddressAlreadyInUse
            ? $"can't listen on {endpoint}: another program does already"
            : $"can't listen on {endpoint}: {fault.Message}";
}
