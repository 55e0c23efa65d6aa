using System.Net;

namespace ChatServer.Engine.Connections;

/// <summary>A set of IP addresses, given as ranges.</summary>
/// <remarks>Immutable; any thread. An IPv4 address that a dual-mode socket shows as IPv6 counts as the IPv4 address.</remarks>
public sealed class AddressRanges
{
    private readonly IPNetwork[] _ranges;

    /// <summary>Makes a set.</summary>
    /// <param name="ranges">In CIDR notation.</param>
    /// <exception cref="FormatException">One is no range.</exception>
    public AddressRanges(IEnumerable<string> ranges) => _ranges = [.. ranges.Select(IPNetwork.Parse)];

    /// <summary>Whether the address is in one of the ranges.</summary>
    public bool Contains(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var plain = Peer.Plain(address);
        return Array.Exists(_ranges, range => range.Contains(plain));
    }
}
