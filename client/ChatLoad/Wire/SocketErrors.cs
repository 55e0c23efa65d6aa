using System.Net.Sockets;

namespace ChatLoad.Wire;

/// <summary>What Linux calls the errors of <c>connect</c>, in .NET's terms. Source: connect(2), errno(3).</summary>
internal static class SocketErrors
{
    /// <summary>The error for an errno.</summary>
    public static int FromErrno(int errno) => (int)(errno switch
    {
        111 => SocketError.ConnectionRefused,
        101 => SocketError.NetworkUnreachable,
        113 => SocketError.HostUnreachable,
        99 => SocketError.AddressNotAvailable,
        98 => SocketError.AddressAlreadyInUse,
        _ => SocketError.SocketError,
    });
}
