using System.Collections.Immutable;
using System.Net;
using ChatServer.Engine.Settings;

namespace ChatServer.Engine.Connections;

/// <summary>The gateways that may use <c>WEBIRC</c>, which says for whom they connect.</summary>
/// <remarks>Immutable; any thread.</remarks>
internal sealed class Gateways
{
    private readonly Gateway[] _all;

    public Gateways(WebIrcSettings settings, AddressRanges trustedProxies) =>
        _all = [.. settings.Gateways.Select(gateway => new Gateway(
            gateway.Addresses.Count > 0 ? new AddressRanges(gateway.Addresses) : trustedProxies, gateway.Password))];

    /// <summary>Whether a gateway connects from this address.</summary>
    public bool Contains(IPAddress address) => Array.Exists(_all, gateway => gateway.Addresses.Contains(address));

    /// <summary>The passwords of the gateways that connect from this address; none when no gateway does.</summary>
    public ImmutableArray<string> PasswordsFrom(IPAddress address) =>
        [.. _all.Where(gateway => gateway.Addresses.Contains(address)).Select(gateway => gateway.Password)];

    private sealed record Gateway(AddressRanges Addresses, string Password);
}
