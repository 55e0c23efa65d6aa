using ChatServer.Engine.Settings;

namespace ChatServer.Engine.Connections;

/// <summary>How fast one client may talk: a bucket that fills with credit as time passes, and from which each command takes its cost. A
/// client in debt is not read from until the debt is paid.</summary>
/// <remarks>Not thread-safe: owned by one connection. A client that floods is slowed down, never disconnected: what it sends waits in its
/// own TCP window.</remarks>
internal sealed class FloodGate(FloodSettings settings, TimeProvider clock)
{
    private double _credit = settings.Burst;
    private long _filledAt = clock.GetTimestamp();

    /// <summary>Takes the cost of a command that is about to run.</summary>
    public void Charge(int cost)
    {
        if (settings.Enabled) _credit -= cost;
    }

    /// <summary>How long the next command has to wait; zero when it may run.</summary>
    public TimeSpan TimeToWait()
    {
        if (!settings.Enabled) return TimeSpan.Zero;
        Fill();
        return _credit >= 1 ? TimeSpan.Zero : TimeSpan.FromSeconds((1 - _credit) / settings.CommandsPerSecond);
    }

    private void Fill()
    {
        var now = clock.GetTimestamp();
        _credit = Math.Min(settings.Burst, _credit + (clock.GetElapsedTime(_filledAt, now).TotalSeconds * settings.CommandsPerSecond));
        _filledAt = now;
    }
}
