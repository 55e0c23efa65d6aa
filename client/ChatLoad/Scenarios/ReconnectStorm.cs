using ChatLoad.Clients;
using ChatLoad.Load;
using ChatLoad.Measuring;

namespace ChatLoad.Scenarios;

/// <summary>All connections break at once, as when a switch reboots, and all come back at once. A unit is a return: from the break until
/// the client is registered and in its room again.</summary>
/// <remarks>Nicks change from wave to wave: a server that notices the break after the return still holds the old ones.</remarks>
internal sealed class ReconnectStorm(Bench bench) : Scenario(bench)
{
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PatienceForReturn = TimeSpan.FromMinutes(2);

    private readonly List<IrcClient> _clients = [];
    private long _brokenAt;
    private int _back;
    private int _failed;
    private int _wave;

    /// <inheritdoc/>
    protected override bool HasWarmup => false;

    /// <inheritdoc/>
    protected override double StartLevel => 0;

    /// <inheritdoc/>
    public override void OnRegistered(IrcClient client)
    {
        if (_wave > 0)
            client.Join(RoomOf(client));
    }

    /// <inheritdoc/>
    public override void OnJoined(IrcClient client)
    {
        if (_wave == 0)
            return;
        _back++;
        Meter.Completed++;
        Meter.LastArrival = Now;
        Meter.Latency.Record(Now - _brokenAt);
    }

    /// <inheritdoc/>
    public override void OnClosed(IrcClient client) => _failed++;

    /// <inheritdoc/>
    protected override void SetUp()
    {
        for (var i = 0; i < Settings.ShareOf(Settings.Connections); i++)
            _clients.Add(new IrcClient(Bench.Clients, Meter, this, (i * Settings.Processes) + Settings.Process) { Index = i });
        RegisterAll(_clients);
        JoinAll(_clients, client => client.Join(RoomOf(client)));
    }

    /// <inheritdoc/>
    protected override void Work(LoadShape shape, long count)
    {
        for (_wave = 1; _wave <= Settings.Waves && !IsStopped; _wave++)
        {
            BreakAll();
            var patience = _brokenAt + Clock.Nanoseconds(PatienceForReturn);
            var returned = Bench.Loop.PumpUntil(() => _back + _failed >= _clients.Count, patience);
            Meter.Add(new Figure(
                $"wave {_wave}: all back after", (Clock.Now - _brokenAt) / (double)Clock.Second, returned ? "s" : "s, not all"));
            Bench.Loop.PumpUntil(() => IsStopped, Clock.Now + Clock.Nanoseconds(Breath));
        }
    }

    private void BreakAll()
    {
        foreach (var client in _clients)
            client.Abort();
        (_back, _failed) = (0, 0);
        _brokenAt = Clock.Now;
        foreach (var client in _clients)
        {
            Meter.Sent++;
            Meter.Expected++;
            client.Nick = $"{Bench.Clients.NickPrefix}{client.Number:x}w{_wave}";
            client.Connect(_brokenAt);
        }
    }

    private string RoomOf(IrcClient client) => $"#s{client.Number % Settings.Rooms}";
}
