using System.Net;
using ChatServer.Host.CommandLine;
using ChatServer.Host.Configuration;
using ChatServer.Host.Endpoints;

namespace ChatServer.Host.Lifetime;

/// <summary>What the console shows once the server listens: how to connect.</summary>
internal static class Greeting
{
    public static string For(IReadOnlyList<Endpoint> endpoints) =>
        $"""

        ChatServer {HelpText.Version} listens on {string.Join(" and ", endpoints)}. Ctrl+C ends it. Connect with one of

        {string.Join(Environment.NewLine, Ways(endpoints).Select(way => $"  {way}"))}

        """;

    private static IEnumerable<string> Ways(IReadOnlyList<Endpoint> endpoints)
    {
        if (Simplest(endpoints, EndpointProtocol.Irc) is { } irc)
        {
            var (host, port, tls) = (HostOf(irc.Address), irc.Address.Port, irc.Certificate is not null);
            var withTls = tls ? " --tls" : "";
            yield return $"irssi -c {host} -p {port} -n yournick{withTls}";
            yield return $"weechat '{(tls ? "ircs" : "irc")}://yournick@{host}:{port}/#lobby'";
            yield return $"dotnet run -c Release --project client/ChatClient -- {host}:{port} --nick yournick --room '#lobby'{withTls}";
            var netcat = tls ? $"openssl s_client -quiet -connect {host}:{port}" : $"nc {host} {port}";
            yield return $"{netcat}   and type: NICK yournick  USER yournick 0 * :Your Name  JOIN #lobby";
        }

        if (Simplest(endpoints, EndpointProtocol.WebSocket) is { } webSocket)
        {
            var scheme = webSocket.Certificate is null ? "ws" : "wss";
            yield return $"a web client, at {scheme}://{HostOf(webSocket.Address)}:{webSocket.Address.Port}/";
        }
    }

    private static Endpoint? Simplest(IReadOnlyList<Endpoint> endpoints, EndpointProtocol protocol) =>
        endpoints.Where(endpoint => endpoint.Protocol == protocol).MinBy(endpoint => endpoint.Certificate is not null);

    /// <summary>A host to connect to; for "any address", this machine.</summary>
    private static string HostOf(IPEndPoint address) =>
        address.Address.Equals(IPAddress.Any) || address.Address.Equals(IPAddress.IPv6Any) ? "127.0.0.1" : address.Address.ToString();
}
