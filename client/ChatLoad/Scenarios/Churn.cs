using ChatLoad.Clients;
using ChatLoad.Measuring;

namespace ChatLoad.Scenarios;

/// <summary>People who connect, join, say one thing and quit. A unit is a cycle, from the start of its connection to its end.</summary>
internal sealed class Churn(Bench bench) : TrafficScenario(bench)
{
    private readonly Dictionary<IrcClient, long> _startedAt = [];
    private readonly Dictionary<IrcClient, int> _actors = [];
    private int _turn;

    /// <inheritdoc/>
    protected override int Actors => Settings.ShareOf(Settings.Concurrent);

    /// <inheritdoc/>
    protected override bool HasWarmup => false;

    /// <inheritdoc/>
    public override void OnRegistered(IrcClient client) => client.Join(RoomOf(client));

    /// <inheritdoc/>
    public override void OnJoined(IrcClient client)
    {
        client.IsLeaving = true;
        client.Send($"PRIVMSG {RoomOf(client)} :hello\r\nQUIT :done\r\n");
    }

    /// <inheritdoc/>
    public override void OnClosed(IrcClient client)
    {
        _startedAt.Remove(client, out var startedAt);
        var hasActor = _actors.Remove(client, out var actor);
        if (client.IsLeaving)
        {
            Meter.Completed++;
            Meter.LastArrival = Clock.Now;
            Meter.Latency.Record(Meter.LastArrival - startedAt);
        }

        if (hasActor && MaySend && actor < Active)
            Fill(actor, window: 1);
    }

    /// <inheritdoc/>
    protected override void SetUp()
    {
    }

    /// <inheritdoc/>
    protected override void Begin(long due) => Start(due);

    /// <inheritdoc/>
    protected override void Fill(int actor, int window)
    {
        if (MaySend)
            _actors[Start(Clock.Now)] = actor;
    }

    private IrcClient Start(long startedAt)
    {
        var client = new IrcClient(Bench.Clients, Meter, this, (_turn++ * Settings.Processes) + Settings.Process);
        _startedAt[client] = startedAt;
        CountBegun(arrivals: 1);
        client.Connect(startedAt);
        return client;
    }

    private string RoomOf(IrcClient client) => $"#c{client.Number % Settings.Rooms}";
}
