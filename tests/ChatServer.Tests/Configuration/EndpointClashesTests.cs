using ChatServer.Host.Configuration;

namespace ChatServer.Tests.Configuration;

/// <summary>Endpoints that can't be there side by side.</summary>
public class EndpointClashesTests
{
    [Fact]
    public void Two_at_one_address_and_port_are_both_named_with_the_mend() => Assert.Equal(
        ["Endpoints:2 wants port 6667 of 127.0.0.1, but Endpoints:0 has port 6667 of 127.0.0.1; "
            + "give one of the two another Port, or remove it (from Endpoints:2's file)"],
        ClashesIn(At("127.0.0.1", 6667), At("127.0.0.1", 6668), At("127.0.0.1", 6667) with { Protocol = EndpointProtocol.WebSocket }));

    [Fact]
    public void Each_that_has_no_place_is_named_once() => Assert.Equal(
        [1, 2], Clashes([At("*", 6667), At("::1", 6667), At("127.0.0.1", 6667)]).Select(clash => clash.Key[^1] - '0'));

    [Theory]
    [InlineData("*", "127.0.0.1")]
    [InlineData("*", "::1")]
    [InlineData("*", "0.0.0.0")]
    [InlineData("*", "::")]
    [InlineData("0.0.0.0", "127.0.0.1")]
    [InlineData("::1", "0:0:0:0:0:0:0:1")]
    public void An_address_is_part_of_all_addresses(string all, string one)
    {
        Assert.Single(Clashes([At(all, 6667), At(one, 6667)]));
        Assert.Single(Clashes([At(one, 6667), At(all, 6667)]));
    }

    [Theory]
    [InlineData("127.0.0.1", 6667, "127.0.0.1", 6668)]
    [InlineData("127.0.0.1", 6667, "127.0.0.2", 6667)]
    [InlineData("0.0.0.0", 6667, "::1", 6667)]
    [InlineData("*", 6667, "127.0.0.1", 6668)]
    [InlineData("127.0.0.1", 0, "127.0.0.1", 0)]
    public void Other_addresses_or_ports_do_not_clash(string one, int port, string other, int otherPort) =>
        Assert.Empty(Clashes([At(one, port), At(other, otherPort)]));

    [Fact]
    public void Two_with_TLS_at_any_free_port_of_one_address_are_refused() => Assert.Equal(
        ["Endpoints:1 has TLS and Port 0 at ::1, as Endpoints:0 has, and the server could not tell whose certificate to renew; "
            + "give one of the two a port of its own (from Endpoints:1's file)"],
        ClashesIn(At("::1", 0) with { Tls = SomeFiles }, At("::1", 0) with { Tls = SomeFiles }));

    [Fact]
    public void Certificates_at_any_free_port_are_told_apart_by_address_and_protocol() => Assert.Empty(Clashes(
    [
        At("::1", 0) with { Tls = SomeFiles },
        At("::1", 0),
        At("::1", 0) with { Tls = SomeFiles, Protocol = EndpointProtocol.WebSocket },
        At("127.0.0.1", 0) with { Tls = SomeFiles },
    ]));

    private static TlsSettings SomeFiles => new() { Certificate = "some.pem", Key = "some.key" };

    private static EndpointSettings At(string address, int port) => new() { Address = address, Port = port };

    private static IEnumerable<string> ClashesIn(params EndpointSettings[] endpoints) => Clashes(endpoints).Select(clash => $"{clash}");

    private static IReadOnlyList<SettingsProblem> Clashes(IReadOnlyList<EndpointSettings> endpoints) =>
        EndpointClashes.In(endpoints, key => $"{key}'s file");
}
