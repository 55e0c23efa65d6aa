using System.Net;

namespace ChatServer.Engine.Connections;

/// <summary>Finds the names of hosts, and believes only those that lead back to the address they came from.</summary>
/// <remarks>Owns how many lookups are running. Each takes a thread of the system until the name servers answer or give up, so there is
/// a most; whoever comes when it is reached goes without a name and is not kept waiting.</remarks>
public sealed class HostnamesActor : EngineActor
{
    /// <summary>What is the host of this address called? Answered <see cref="Answer"/>, within <c>Timeouts:HostnameLookup</c>.</summary>
    /// <param name="Address">The address.</param>
    public sealed record LookUp(IPAddress Address) : IRequest;

    /// <summary>The end of a lookup.</summary>
    /// <param name="Name">The name; null when there is none, none that can be believed or shown, or none in time.</param>
    public sealed record Answer(string? Name) : IAnswer;

    private sealed record Ended;

    private const int MostAtOnce = 32;

    private readonly EngineContext _engine;
    private int _running;

    /// <summary>How to make one.</summary>
    /// <param name="engine">The world.</param>
    public static Props PropsFor(EngineContext engine) => Props.Create(() => new HostnamesActor(engine));

    /// <summary>Use <see cref="PropsFor"/>.</summary>
    public HostnamesActor(EngineContext engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        _engine = engine;
        Receive<LookUp>(OnLookUp);
        Receive<Ended>(_ => _running--);
    }

    private void OnLookUp(LookUp lookUp)
    {
        if (_running >= MostAtOnce)
        {
            Sender.Tell(new Answer(null));
            return;
        }

        _running++;
        var lookup = ConfirmedNameAsync(_engine.Names, lookUp.Address, _engine.Settings.Limits.HostLength);

        // The asker's patience ends before a slow name server's; the place is taken until that has answered.
        lookup.PipeTo(Self, success: static _ => new Ended(), failure: static _ => new Ended());
        lookup.WaitAsync(_engine.Settings.Timeouts.HostnameLookup, _engine.Clock)
            .PipeTo(Sender, success: static name => new Answer(name), failure: static _ => new Answer(null));
    }

    // Anybody may give his address any name; only who owns the name can give it the address.
    private static async Task<string?> ConfirmedNameAsync(INameService names, IPAddress address, int longest)
    {
        var name = await names.NameOfAsync(address);
        if (!Peer.MayBeHost(name, longest)) return null;
        var addresses = await names.AddressesOfAsync(name);
        return addresses.Contains(address) ? name : null;
    }
}
