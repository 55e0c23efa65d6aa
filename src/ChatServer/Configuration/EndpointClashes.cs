using System.Net;
using System.Net.Sockets;

namespace ChatServer.Host.Configuration;

/// <summary>Finds endpoints that can't be there side by side.</summary>
/// <remarks>Without it, the operating system refuses the later one, and it looks as if another program were in the way.</remarks>
internal static class EndpointClashes
{
    /// <summary>One problem for each endpoint that an earlier one leaves no place for.</summary>
    /// <param name="endpoints">All that are configured.</param>
    /// <param name="originOf">Where a key was set.</param>
    public static IReadOnlyList<SettingsProblem> In(IReadOnlyList<EndpointSettings> endpoints, Func<string, string?> originOf)
    {
        var problems = new List<SettingsProblem>();
        for (var i = 1; i < endpoints.Count; i++)
        {
            var earlier = endpoints.Take(i).ToList().FindIndex(other => Overlap(other, endpoints[i]));
            if (earlier < 0) continue;
            problems.Add(new(
                KeyOf(i),
                $"wants {Describe(endpoints[i])}, but {KeyOf(earlier)} has {Describe(endpoints[earlier])}; "
                + "give one of the two another Port, or remove it",
                originOf(KeyOf(i))));
        }

        return problems;
    }

    private static string KeyOf(int index) => $"{nameof(HostSettings.Endpoints)}:{index}";

    private static string Describe(EndpointSettings endpoint) => $"port {endpoint.Port} of {endpoint.Address}";

    // Port 0 becomes another port for each.
    private static bool Overlap(EndpointSettings one, EndpointSettings other)
    {
        var (first, second) = (one.ToIPEndPoint().Address, other.ToIPEndPoint().Address);
        return one.Port == other.Port && one.Port != 0 && (Covers(first, second) || Covers(second, first));
    }

    // "Any" of IPv6 takes IPv4 too.
    private static bool Covers(IPAddress one, IPAddress other) =>
        one.Equals(other)
        || one.Equals(IPAddress.IPv6Any)
        || (one.Equals(IPAddress.Any) && other.AddressFamily == AddressFamily.InterNetwork);
}
