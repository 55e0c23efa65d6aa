using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using ChatServer.Tests.Running;

namespace ChatServer.Tests.Endpoints;

/// <summary>A running server with an endpoint of every kind.</summary>
public sealed class TransportServer : IAsyncLifetime
{
    private static readonly string[] Kinds =
    [
        "Protocol=Irc Proxy=Allowed",
        "Protocol=Irc Proxy=Required",
        "Protocol=Irc Proxy=Required Tls",
        "Protocol=WebSocket Proxy=Allowed",
        "Protocol=WebSocket Tls",
    ];

    private ServerUnderTest? _server;

    // Its ports.
    public int Plain { get; private set; }

    public int Proxied { get; private set; }

    public int ProxiedTls { get; private set; }

    public int WebSocket { get; private set; }

    public int WebSocketTls { get; private set; }

    /// <summary>Whether a certificate is the one that this server shows.</summary>
    public static bool IsItsCertificate(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        certificate?.Subject == "CN=chat.localhost";

    public async Task InitializeAsync()
    {
        _server = ServerUnderTest.Start(
            [.. Kinds.SelectMany(Arguments), "--TrustedProxies:0=127.0.0.1/32", "--dev-certificate", "--Flood:Enabled=false"]);
        if (await _server.ListeningAsync() is [var plain, var proxied, var proxiedTls, var webSocket, var webSocketTls])
            (Plain, Proxied, ProxiedTls, WebSocket, WebSocketTls) = (plain, proxied, proxiedTls, webSocket, webSocketTls);
    }

    public Task DisposeAsync()
    {
        _server?.Dispose();
        return Task.CompletedTask;
    }

    private static IEnumerable<string> Arguments(string kind, int index)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"--Endpoints:{index}:");
        yield return $"{key}Address=127.0.0.1";
        yield return $"{key}Port=0";
        foreach (var setting in kind.Split(' '))
        {
            if (setting == "Tls")
            {
                // The files are not there; the development certificate stands in for them.
                yield return $"{key}Tls:Certificate=none.pem";
                yield return $"{key}Tls:Key=none.pem";
            }
            else
            {
                yield return key + setting;
            }
        }
    }
}
