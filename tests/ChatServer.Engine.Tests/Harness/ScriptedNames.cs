using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using ChatServer.Engine.Connections;

namespace ChatServer.Engine.Tests.Harness;

/// <summary>A name service that knows what a test tells it, and of everything else that it does not exist.</summary>
internal sealed class ScriptedNames : INameService
{
    private readonly ConcurrentDictionary<IPAddress, Task<string>> _names = [];
    private readonly ConcurrentDictionary<string, IPAddress[]> _addresses = [];
    private int _questions;

    /// <summary>How many names were asked for.</summary>
    public int Questions => _questions;

    public ScriptedNames Name(string address, string name) => Name(address, Task.FromResult(name));

    public ScriptedNames Name(string address, Task<string> name)
    {
        _names[IPAddress.Parse(address)] = name;
        return this;
    }

    public ScriptedNames Address(string name, params string[] addresses)
    {
        _addresses[name] = [.. addresses.Select(IPAddress.Parse)];
        return this;
    }

    public Task<string> NameOfAsync(IPAddress address)
    {
        Interlocked.Increment(ref _questions);
        return _names.TryGetValue(address, out var name) ? name : Task.FromException<string>(NotFound());
    }

    public Task<IPAddress[]> AddressesOfAsync(string name) =>
        _addresses.TryGetValue(name, out var addresses) ? Task.FromResult(addresses) : Task.FromException<IPAddress[]>(NotFound());

    private static SocketException NotFound() => new((int)SocketError.HostNotFound);
}
