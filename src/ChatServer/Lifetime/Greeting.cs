using System.Net;
using ChatServer.Host.CommandLine;
using ChatServer.Host.Endpoints;

namespace ChatServer.Host.Lifetime;

/// <summary>What the console shows once the server listens: how to connect.</summary>
internal static class Greeting
{
    public static string For(IReadOnlyList<Endpoint> endpoints)
    {
        var plain = endpoints.FirstOrDefault(endpoint => endpoint.Certificate is null);
        var (endpoint, tls) = (plain ?? endpoints[0], plain is null);
        var host = HostOf(endpoint.Address);
        var port = endpoint.Address.Port;
        var netcat = tls ? $"openssl s_client -quiet -connect {host}:{port}" : $"nc {host} {port}";
        return
            $"""

            ChatServer {HelpText.Version} listens on {string.Join(" and ", endpoints)}. Ctrl+C ends it. Connect with one of

              irssi -c {host} -p {port} -n yournick{(tls ? " --tls" : "")}
              weechat '{(tls ? "ircs" : "irc")}://yournick@{host}:{port}/#lobby'
              dotnet run --project client/ChatClient -- {host}:{port} --nick yournick --room '#lobby'{(tls ? " --tls" : "")}
              {netcat}   and type: NICK yournick  USER yournick 0 * :Your Name  JOIN #lobby

            """;
    }

    /// <summary>A host to connect to; for "any address", this machine.</summary>
    private static string HostOf(IPEndPoint address) =>
        address.Address.Equals(IPAddress.Any) || address.Address.Equals(IPAddress.IPv6Any) ? "127.0.0.1" : address.Address.ToString();
}
