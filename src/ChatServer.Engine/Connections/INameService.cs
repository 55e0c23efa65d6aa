using System.Net;

namespace ChatServer.Engine.Connections;

/// <summary>Finds names of addresses and addresses of names. Any thread; a failure may be any exception.</summary>
public interface INameService
{
    /// <summary>The name that the owner of an address gives it.</summary>
    Task<string> NameOfAsync(IPAddress address);

    /// <summary>The addresses that the owner of a name gives it.</summary>
    Task<IPAddress[]> AddressesOfAsync(string name);
}

/// <summary>The operating system's: hosts file, DNS, whatever it is told to use.</summary>
internal sealed class SystemNameService : INameService
{
    /// <inheritdoc/>
    public async Task<string> NameOfAsync(IPAddress address) => (await Dns.GetHostEntryAsync(address)).HostName;

    /// <inheritdoc/>
    public Task<IPAddress[]> AddressesOfAsync(string name) => Dns.GetHostAddressesAsync(name);
}
