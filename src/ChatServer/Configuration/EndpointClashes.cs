using System.Net;
using System.Net.Sockets;

namespace ChatServer.Host.Configuration;

/// <summary>Finds endpoints that can't be there side by side.</summary>
internal static class EndpointClashes
{
    /// <summary>One problem for each endpoint that can't be there beside an earlier one.</summary>
    /// <param name="endpoints">All that are configured.</param>
    /// <param name="originOf">Where a key was set.</param>
    public static IReadOnlyList<SettingsProblem> In(IReadOnlyList<EndpointSettings> endpoints, Func<string, string?> originOf)
    {
        var problems = new List<SettingsProblem>();
        for (var i = 1; i < endpoints.Count; i++)
        {
            var fault = Enumerable.Range(0, i)
                .Select(earlier => Fault(endpoints[i], endpoints[earlier], KeyOf(earlier)))
                .FirstOrDefault(fault => fault is not null);
            if (fault is not null) problems.Add(new(KeyOf(i), fault, originOf(KeyOf(i))));
        }

        return problems;
    }

    private static string KeyOf(int index) => $"{nameof(HostSettings.Endpoints)}:{index}";

    private static string? Fault(EndpointSettings endpoint, EndpointSettings earlier, string earlierKey) =>
        WantOnePort(endpoint, earlier)
            ? $"wants port {endpoint.Port} of {endpoint.Address}, but {earlierKey} has port {earlier.Port} of {earlier.Address}; "
                + "give one of the two another Port, or remove it"
        : AreTwins(endpoint, earlier)
            ? $"has TLS and Port 0 at {endpoint.Address}, as {earlierKey} has, and the server could not tell whose certificate to renew; "
                + "give one of the two a port of its own"
        : null;

    // The operating system would refuse the later one, and it would look as if another program were in the way.
    private static bool WantOnePort(EndpointSettings one, EndpointSettings other)
    {
        var (first, second) = (one.ToIPEndPoint(), other.ToIPEndPoint());
        return first.Port == second.Port && first.Port != 0
            && (Covers(first.Address, second.Address) || Covers(second.Address, first.Address));
    }

    // When certificates are read again, endpoints are known by address, port and protocol.
    private static bool AreTwins(EndpointSettings one, EndpointSettings other) =>
        one.Tls is not null && other.Tls is not null
        && one.ToIPEndPoint().Equals(other.ToIPEndPoint()) && one.Protocol == other.Protocol;

    // "Any" of IPv6 takes IPv4 too.
    private static bool Covers(IPAddress one, IPAddress other) =>
        one.Equals(other)
        || one.Equals(IPAddress.IPv6Any)
        || (one.Equals(IPAddress.Any) && other.AddressFamily == AddressFamily.InterNetwork);
}
