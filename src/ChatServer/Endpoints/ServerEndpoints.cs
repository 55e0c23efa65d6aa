using System.Net;
using ChatServer.Host.Configuration;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ChatServer.Host.Endpoints;

/// <summary>Where the server listens: made from the settings, opened by Kestrel, asked for their addresses afterwards.</summary>
internal sealed class ServerEndpoints
{
    private const int DefaultTlsPort = 6697;

    private readonly List<ListenOptions> _opened = [];

    private ServerEndpoints(IReadOnlyList<Endpoint> configured) => Configured = configured;

    /// <summary>The endpoints to open.</summary>
    public IReadOnlyList<Endpoint> Configured { get; }

    /// <summary>The endpoints as they were opened: a port of 0 is now the port that the operating system chose.</summary>
    public IReadOnlyList<Endpoint> Opened =>
        [.. _opened.Zip(Configured, (opened, configured) => configured with { Address = opened.IPEndPoint! })];

    /// <exception cref="StartException">A certificate can't be used.</exception>
    public static ServerEndpoints From(HostSettings settings, bool devCertificate, TimeProvider time)
    {
        var self = devCertificate ? ServerCertificate.SelfSigned(settings.Server.Name, time) : null;
        var endpoints = settings.Endpoints
            .Select((endpoint, index) => (endpoint, Key: $"{nameof(HostSettings.Endpoints)}:{index}"))
            .Where(it => it.endpoint.Protocol == EndpointProtocol.Irc)
            .Select(it => new Endpoint(
                AddressOf(it.endpoint), it.endpoint.Tls is { } tls ? self ?? ServerCertificate.Load(it.Key, tls) : null))
            .ToList();
        if (self is not null && endpoints.TrueForAll(endpoint => endpoint.Certificate is null))
            endpoints.Add(new(new IPEndPoint(IPAddress.Loopback, DefaultTlsPort), self));
        return endpoints.Count > 0
            ? new(endpoints)
            : throw new StartException("Endpoints has none with the protocol Irc, but must have one at least");
    }

    /// <summary>Has Kestrel open every endpoint and give each of its connections to <paramref name="door"/>.</summary>
    public void Open(KestrelServerOptions kestrel, ConnectionDelegate door)
    {
        foreach (var endpoint in Configured)
        {
            kestrel.Listen(endpoint.Address, listen =>
            {
                // No HTTP here; with it, TLS would also offer h2 and http/1.1 as application protocols.
                listen.Protocols = HttpProtocols.None;
                if (endpoint.Certificate is { } certificate)
                {
                    listen.UseHttps(tls =>
                    {
                        tls.ServerCertificate = certificate.Leaf;
                        tls.ServerCertificateChain = certificate.Chain;
                    });
                }

                listen.Run(door.Invoke);
                _opened.Add(listen);
            });
        }
    }

    private static IPEndPoint AddressOf(EndpointSettings settings) =>
        new(settings.Address == ListenAddressAttribute.Any ? IPAddress.IPv6Any : IPAddress.Parse(settings.Address), settings.Port);
}
