using System.Net;

namespace ChatServer.Engine.Connections;

/// <summary>How many connections one address has open, and how fast it opens them.</summary>
/// <remarks>Not thread-safe: owned by the listener. The rate is counted in whole minutes.</remarks>
internal sealed class AddressLimiter(EngineContext engine)
{
    private readonly Dictionary<IPAddress, int> _open = [];
    private readonly MinuteCounter<IPAddress> _opened = new(engine.Clock);

    /// <summary>Why an address may not open another connection; null when it may.</summary>
    public string? Refuse(IPAddress address)
    {
        var limits = engine.Settings.Limits;
        if (limits.ConnectionsPerAddress > 0 && _open.GetValueOrDefault(address) >= limits.ConnectionsPerAddress)
            return "Too many connections from your address";

        if (limits.ConnectionsPerMinutePerAddress > 0 && _opened.Count(address) >= limits.ConnectionsPerMinutePerAddress)
            return "Connecting too fast; try again in a minute";

        return null;
    }

    public void Enter(IPAddress address)
    {
        _open[address] = _open.GetValueOrDefault(address) + 1;
        if (engine.Settings.Limits.ConnectionsPerMinutePerAddress > 0) _opened.Add(address);
    }

    public void Leave(IPAddress address)
    {
        var left = _open.GetValueOrDefault(address) - 1;
        if (left > 0)
            _open[address] = left;
        else
            _open.Remove(address);
    }
}
