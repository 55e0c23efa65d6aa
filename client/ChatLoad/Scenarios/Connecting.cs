using ChatLoad.Clients;
using ChatLoad.Load;
using ChatLoad.Measuring;

namespace ChatLoad.Scenarios;

/// <summary>Connections that are opened, registered and held. A unit is a registration; latency is the time to connect and
/// register.</summary>
internal sealed class Connecting(Bench bench) : Scenario(bench)
{
    private readonly List<IrcClient> _clients = [];
    private long[] _startedAt = [];

    /// <inheritdoc/>
    protected override bool HasWarmup => false;

    /// <inheritdoc/>
    protected override double StartLevel => (Settings.Rate ?? 0) * Portion.Share;

    /// <inheritdoc/>
    public override void OnRegistered(IrcClient client)
    {
        Meter.Completed++;
        Meter.LastArrival = Now;
        Meter.Latency.Record(Now - _startedAt[client.Index]);
    }

    /// <inheritdoc/>
    protected override void SetUp()
    {
        for (var i = 0; i < Settings.ShareOf(Settings.Connections); i++)
            _clients.Add(new IrcClient(Bench.Clients, Meter, this, (i * Settings.Processes) + Settings.Process) { Index = i });
        _startedAt = new long[_clients.Count];
    }

    /// <inheritdoc/>
    protected override void Work(LoadShape shape, long count)
    {
        if (Settings.IsOpenLoop)
            ConnectByTheClock(shape);
        else
            ConnectInTurn();
    }

    /// <inheritdoc/>
    protected override void Conclude()
    {
        Meter.Stage = "holding";
        var end = Clock.Now + Clock.Nanoseconds(Settings.Hold);
        Bench.Loop.PumpUntil(() => IsStopped, end);
    }

    /// <inheritdoc/>
    protected override void Settle() => WaitUntilQuiet();

    private void ConnectInTurn()
    {
        for (var next = 0; next < _clients.Count && !IsStopped;)
        {
            while (next < _clients.Count && Meter.Opening < Settings.Handshakes)
                Connect(next++, Clock.Now);
            Bench.Loop.Pump(Clock.Now + Clock.Second);
        }
    }

    private void ConnectByTheClock(LoadShape shape)
    {
        // Without stages the rate stays until all are connected.
        if (Settings.Stages.IsEmpty)
            shape = LoadShape.Constant(StartLevel, TimeSpan.FromSeconds((_clients.Count / StartLevel) + 1));
        var open = new OpenLoop(shape, Settings.Arrivals, Bench.Random, Clock.Now, Portion.Phase);
        for (var next = 0; next < _clients.Count && open.NextDue < long.MaxValue && !IsStopped;)
        {
            while (next < _clients.Count && open.TryTake(Clock.Now, out var due))
            {
                Meter.Lag.Record(Clock.Now - due);
                Connect(next++, due);
            }

            Bench.Loop.Pump(open.NextDue);
        }
    }

    private void Connect(int index, long startedAt)
    {
        _startedAt[index] = startedAt;
        Meter.Sent++;
        Meter.Expected++;
        _clients[index].Connect(startedAt);
    }
}
