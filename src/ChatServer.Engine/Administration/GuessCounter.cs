using System.Net;

namespace ChatServer.Engine.Administration;

/// <summary>How many wrong passwords each address has given.</summary>
/// <remarks>Not thread-safe: owned by the gate. Counted in whole minutes: when one is over, all is forgotten at once.</remarks>
internal sealed class GuessCounter(int perMinute, TimeProvider clock)
{
    private readonly Dictionary<IPAddress, int> _thisMinute = [];
    private long _minuteBegan = clock.GetTimestamp();

    public bool IsExhausted(IPAddress address)
    {
        StartMinuteAnew();
        return _thisMinute.GetValueOrDefault(address) >= perMinute;
    }

    public void Add(IPAddress address) => _thisMinute[address] = _thisMinute.GetValueOrDefault(address) + 1;

    private void StartMinuteAnew()
    {
        if (clock.GetElapsedTime(_minuteBegan) < TimeSpan.FromMinutes(1)) return;
        _minuteBegan = clock.GetTimestamp();
        _thisMinute.Clear();
    }
}
