using System.Net;
using ChatServer.Engine.Connections;

namespace ChatServer.Engine.Tests.Connections;

public sealed class AddressRangesTests
{
    [Theory]
    [InlineData("10.1.2.3", true)]
    [InlineData("::ffff:10.1.2.3", true)]
    [InlineData("11.0.0.1", false)]
    [InlineData("::1", true)]
    [InlineData("::2", false)]
    public void An_address_is_in_the_set_when_a_range_has_it(string address, bool isIn) =>
        Assert.Equal(isIn, new AddressRanges(["10.0.0.0/8", "::1/128"]).Contains(IPAddress.Parse(address)));
}
