using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ChatServer.Protocol;

/// <summary>The host part of a mask if it is an address or a range of them (CIDR): <c>192.0.2.7</c>, <c>2001:db8::/32</c>.</summary>
internal readonly record struct AddressRange(IPNetwork Network)
{
    /// <summary>Parses an address with an optional prefix length; bits beyond the prefix are ignored.</summary>
    /// <returns>False for everything that isn't a complete address, such as <c>10</c> or <c>192.0.2.*</c>.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out AddressRange range)
    {
        range = default;
        var slash = text.IndexOf('/');
        var addressText = slash < 0 ? text : text[..slash];

        // .NET also parses "10" and "10.1" as IPv4 addresses; in a mask they are far more likely a name.
        if (!addressText.Contains(':') && addressText.Count('.') != 3)
            return false;
        if (addressText.Contains('%') || addressText.Contains('[') || !IPAddress.TryParse(addressText, out var address))
            return false;

        var bits = address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128;
        var prefix = bits;
        if (slash >= 0 && !int.TryParse(text[(slash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out prefix))
            return false;
        if (prefix > bits)
            return false;

        range = new AddressRange(new IPNetwork(FirstOf(address, prefix), prefix));
        return true;
    }

    /// <summary>Whether the range contains the address; never true across address families.</summary>
    public bool Contains(IPAddress address) => Network.Contains(address);

    private static IPAddress FirstOf(IPAddress address, int prefix)
    {
        var bytes = address.GetAddressBytes();
        for (var i = 0; i < bytes.Length; i++)
        {
            var kept = Math.Clamp(prefix - (i * 8), 0, 8);
            bytes[i] &= (byte)(0xFF00 >> kept);
        }

        return new IPAddress(bytes);
    }
}
