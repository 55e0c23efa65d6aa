using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ChatClient.CommandLine;

/// <summary>Where a server is.</summary>
/// <param name="Host">Name or address, without brackets.</param>
/// <param name="Port">Port, or null for the usual one.</param>
internal sealed record ServerAddress(string Host, int? Port)
{
    /// <summary>Reads <c>HOST</c>, <c>HOST:PORT</c>, <c>[IPV6]:PORT</c> or a bare IPv6 address.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ServerAddress? address)
    {
        address = null;
        var (host, port) = Split(text);
        if (host.Length == 0 || Uri.CheckHostName(host) == UriHostNameType.Unknown)
            return false;
        if (port is null)
        {
            address = new ServerAddress(host, null);
            return true;
        }

        if (!int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 65535)
            return false;

        address = new ServerAddress(host, number);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Port is null ? Host : string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");

    private static (string Host, string? Port) Split(string text)
    {
        if (text.StartsWith('[') && text.IndexOf(']', StringComparison.Ordinal) is var end and > 0)
            return text[(end + 1)..] switch
            {
                "" => (text[1..end], null),
                [':', .. var port] => (text[1..end], port),
                _ => (string.Empty, null),
            };

        var colon = text.LastIndexOf(':');
        var isBareIpv6 = colon != text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 || isBareIpv6 ? (text, null) : (text[..colon], text[(colon + 1)..]);
    }
}
