using System.Net;
using ChatServer.Engine;
using ChatServer.Host.Configuration;
using ChatServer.Host.Endpoints.Proxies;
using ChatServer.Host.Endpoints.WebSockets;
using ChatServer.Host.Transport;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;

namespace ChatServer.Host.Endpoints;

/// <summary>The addresses that the server listens on: made from the settings, and opened directly or by Kestrel.</summary>
internal sealed class ServerEndpoints
{
    private const int DefaultTlsPort = 6697;

    /// <summary>How long a connection to a TLS endpoint may take to become encrypted.</summary>
    private static readonly TimeSpan HandshakePatience = TimeSpan.FromSeconds(10);

    /// <summary>How long a connection to a WebSocket endpoint may take to send its request.</summary>
    private static readonly TimeSpan HttpPatience = TimeSpan.FromSeconds(10);

    /// <summary>How many connections to a WebSocket endpoint may be open at a time that have not yet become WebSockets.</summary>
    private const int MostHttpConnections = 1_000;

    private readonly Dictionary<Endpoint, Func<IPEndPoint>> _opened = new(ReferenceEqualityComparer.Instance);
    private readonly bool _hasDevCertificate;

    private ServerEndpoints(IReadOnlyList<Endpoint> configured, bool hasDevCertificate) =>
        (Configured, _hasDevCertificate) = (configured, hasDevCertificate);

    /// <summary>The endpoints to open.</summary>
    public IReadOnlyList<Endpoint> Configured { get; }

    /// <summary>The endpoints as they were opened: a port of 0 is now the port that the operating system chose.</summary>
    public IReadOnlyList<Endpoint> Opened =>
        [.. Configured.Select(endpoint => endpoint with { Address = _opened[endpoint]() })];

    /// <summary>Those that speak plain IRC from the first byte, and do not need Kestrel.</summary>
    public IEnumerable<Endpoint> Direct => Configured.Where(IsDirect);

    /// <summary>Those that need TLS, HTTP or the header of a proxy.</summary>
    public IEnumerable<Endpoint> Layered => Configured.Where(endpoint => !IsDirect(endpoint));

    /// <exception cref="StartException">Certificates can't be used; all of them are named.</exception>
    public static ServerEndpoints From(HostSettings settings, bool devCertificate, TimeProvider time)
    {
        var self = devCertificate ? ServerCertificate.SelfSigned(settings.Server.Name, time) : null;
        var certificates = devCertificate
            ? settings.Endpoints.Select(endpoint => endpoint.Tls is null ? null : self)
            : ServerCertificate.Load(settings.Endpoints.Select((endpoint, index) => (KeyOf(index), endpoint.Tls)));
        var endpoints = settings.Endpoints
            .Zip(certificates, static (endpoint, certificate) => new Endpoint(
                endpoint.ToIPEndPoint(), endpoint.Protocol, endpoint.Proxy, certificate is null ? null : new(certificate)))
            .ToList();
        if (self is not null && endpoints.TrueForAll(endpoint => endpoint.Certificate is null))
            endpoints.Add(new(new IPEndPoint(IPAddress.Loopback, DefaultTlsPort), EndpointProtocol.Irc, ProxyHeader.None, new(self)));
        return endpoints.Count > 0
            ? new(endpoints, devCertificate)
            : throw new StartException("Endpoints is empty, but must have one at least");
    }

    /// <summary>Reads the certificates again, from the files that the settings name now, for connections from now on. An endpoint that is
    /// no longer configured keeps its certificate. Any thread, but one at a time.</summary>
    /// <exception cref="StartException">Certificates can't be used; all of them are named, and all endpoints keep theirs.</exception>
    public void ReloadCertificates(HostSettings settings)
    {
        if (_hasDevCertificate) return;
        var places = settings.Endpoints.Select(PlaceOf).ToList();
        var certificates = ServerCertificate.Load(
            settings.Endpoints.Select((endpoint, index) => (KeyOf(index), places[index] is null ? null : endpoint.Tls)));
        foreach (var (place, certificate) in places.Zip(certificates))
        {
            if (certificate is not null) place!.Current = certificate;
        }
    }

    /// <summary>An endpoint is open.</summary>
    /// <param name="endpoint">Which, of those that are configured.</param>
    /// <param name="address">Where.</param>
    public void OnOpened(Endpoint endpoint, IPEndPoint address) => _opened[endpoint] = () => address;

    /// <summary>Has Kestrel open the endpoints that need it and give each connection that speaks IRC to <paramref name="door"/>; WebSocket
    /// endpoints speak HTTP.</summary>
    public void Open(KestrelServerOptions kestrel, EngineContext engine, ConnectionDelegate door)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.RequestHeadersTimeout = HttpPatience;
        kestrel.Limits.KeepAliveTimeout = HttpPatience;

        // The send queue deals with slow readers, of WebSockets as of all others.
        kestrel.Limits.MinResponseDataRate = null;
        foreach (var endpoint in Layered)
        {
            kestrel.Listen(TransportFor(endpoint), listen =>
            {
                listen.Protocols = ProtocolsOf(endpoint);
                if (endpoint.Protocol == EndpointProtocol.WebSocket)
                {
                    var log = engine.Loggers.CreateLogger<Antechamber>();
                    listen.Use(next => new Antechamber(next, MostHttpConnections, log).HandleAsync);
                }

                if (endpoint.Proxy != ProxyHeader.None)
                {
                    var log = engine.Loggers.CreateLogger<ProxyProtocol>();
                    listen.Use(next => new ProxyProtocol(next, endpoint.Proxy, engine.TrustedProxies, engine.Clock, log).HandleAsync);
                }

                if (endpoint.Certificate is { } certificate) listen.UseHttps(tls => Configure(tls, endpoint.Protocol, certificate));
                if (endpoint.Protocol == EndpointProtocol.Irc) listen.Run(door.Invoke);
                _opened[endpoint] = () => listen.IPEndPoint!;
            });
        }
    }

    private static bool IsDirect(Endpoint endpoint) => EventLoops.IsSupported
        && endpoint is { Protocol: EndpointProtocol.Irc, Proxy: ProxyHeader.None, Certificate: null };

    private static IPEndPoint TransportFor(Endpoint endpoint) =>
        EventLoops.IsSupported ? new LoopEndPoint(endpoint.Address) : endpoint.Address;

    // Without HTTP, TLS offers no application protocols either. HTTP/2 can only be negotiated within TLS.
    private static HttpProtocols ProtocolsOf(Endpoint endpoint) => endpoint switch
    {
        { Protocol: EndpointProtocol.Irc } => HttpProtocols.None,
        { Certificate: null } => HttpProtocols.Http1,
        _ => HttpProtocols.Http1AndHttp2,
    };

    private static void Configure(HttpsConnectionAdapterOptions tls, EndpointProtocol protocol, EndpointCertificate certificate)
    {
        // Kestrel demands one at the start; each handshake then takes the current one.
        tls.ServerCertificate = certificate.Current.Leaf;
        tls.OnAuthenticate = (_, handshake) => handshake.ServerCertificateContext = certificate.Current.Context;
        tls.HandshakeTimeout = HandshakePatience;
        if (protocol != EndpointProtocol.Irc) return;

        // IRC users identify themselves by certificates of their own making. A browser would prompt its user for one.
        tls.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
        tls.ClientCertificateValidation = static (_, _, _) => true;
    }

    private EndpointCertificate? PlaceOf(EndpointSettings settings) => Configured
        .Where(endpoint => endpoint.Address.Equals(settings.ToIPEndPoint()) && endpoint.Protocol == settings.Protocol)
        .Select(endpoint => endpoint.Certificate)
        .FirstOrDefault(certificate => certificate is not null);

    private static string KeyOf(int index) => $"{nameof(HostSettings.Endpoints)}:{index}";
}
