using System.Net;
using ChatServer.Host;
using ChatServer.Host.Configuration;
using ChatServer.Host.Endpoints;

namespace ChatServer.Tests.Endpoints;

public class ServerEndpointsTests
{
    [Fact]
    public void Without_any_configured_it_is_6667_on_this_machine_only()
    {
        var endpoint = Assert.Single(From(new HostSettings()).Configured);

        Assert.Equal(IPEndPoint.Parse("127.0.0.1:6667"), endpoint.Address);
        Assert.Null(endpoint.Certificate);
    }

    [Fact]
    public void A_development_certificate_brings_a_TLS_endpoint_when_none_is_configured()
    {
        var endpoints = From(new HostSettings(), devCertificate: true).Configured;

        Assert.Equal(["127.0.0.1:6667", "127.0.0.1:6697 (TLS)"], endpoints.Select(endpoint => $"{endpoint}"));
    }

    [Fact]
    public void A_development_certificate_stands_in_for_the_files_of_configured_endpoints()
    {
        var tls = new TlsSettings { Certificate = "none.pem", Key = "none.pem" };
        var settings = new HostSettings { Endpoints = [new() { Address = "::1", Port = 7000, Tls = tls }] };

        Assert.Equal(["[::1]:7000 (TLS)"], From(settings, devCertificate: true).Configured.Select(endpoint => $"{endpoint}"));
    }

    [Fact]
    public void A_star_is_every_address_of_both_families()
    {
        var settings = new HostSettings { Endpoints = [new() { Address = "*", Port = 7000 }] };

        Assert.Equal(new IPEndPoint(IPAddress.IPv6Any, 7000), Assert.Single(From(settings).Configured).Address);
    }

    [Fact]
    public void Endpoints_say_what_is_spoken_there()
    {
        var tls = new TlsSettings { Certificate = "none.pem", Key = "none.pem" };
        EndpointSettings webSocket = new() { Address = "::1", Port = 7000, Protocol = EndpointProtocol.WebSocket };
        var settings = new HostSettings { Endpoints = [webSocket, webSocket with { Port = 7001, Tls = tls }] };

        Assert.Equal(
            ["[::1]:7000 (WebSocket)", "[::1]:7001 (WebSocket, TLS)"],
            From(settings, devCertificate: true).Configured.Select(endpoint => $"{endpoint}"));
    }

    [Fact]
    public void Without_endpoints_there_is_no_server() =>
        Assert.Throws<StartException>(() => From(new HostSettings { Endpoints = [] }));

    private static ServerEndpoints From(HostSettings settings, bool devCertificate = false) =>
        ServerEndpoints.From(settings, devCertificate, TimeProvider.System);
}
