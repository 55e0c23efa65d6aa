using ChatLoad.Clients;
using ChatLoad.Delivery;
using ChatLoad.Measuring;

namespace ChatLoad.Scenarios;

/// <summary>Pairs that play ping-pong. A unit is a message, two make a round trip, and latency is that of the round trip.</summary>
/// <remarks>Of a pair, the client with the even index serves; both are in the same process.</remarks>
internal sealed class PrivateMessages(Bench bench) : TrafficScenario(bench)
{
    private static readonly long LongestStall = 2 * Clock.Second;

    private IrcClient[] _clients = [];
    private Sender[] _senders = [];
    private int _turn;

    /// <inheritdoc/>
    protected override int Actors => _clients.Length / 2;

    /// <inheritdoc/>
    public override void OnStamped(IrcClient client, in Stamp stamp)
    {
        // The slot is the receiver: it has only one sender, or with echo-message also itself, which does not count.
        if (stamp.Sender != (uint)(client.Number ^ 1) || Meter.Ledger.Record(client.Index, stamp.Sequence) == Verdict.Duplicate)
            return;

        Meter.LastArrival = Now;
        var isReturn = client.Index % 2 == 0;
        if (!isReturn)
        {
            Send(client.Index, stamp.SentAt);
            return;
        }

        Meter.Latency.Record(Now - stamp.SentAt);
        _senders[client.Index].Finish(stamp.Sequence, Now);
        if (!Settings.IsOpenLoop && client.Index / 2 < Active)
            Fill(client.Index / 2, Settings.Window);
    }

    /// <inheritdoc/>
    protected override void SetUp()
    {
        // Numbers go by pairs: partners stay together and their numbers differ in the last bit.
        _clients = [.. Enumerable.Range(0, 2 * Settings.ShareOf(Settings.Pairs)).Select(index => new IrcClient(
            Bench.Clients, Meter, this, (2 * (((index / 2) * Settings.Processes) + Settings.Process)) + (index % 2)) { Index = index })];
        _senders = [.. _clients.Select(client => new Sender(
            client, (uint)client.Number, new StampedLine(_clients[client.Index ^ 1].Nick, Settings.Payload, Settings.Run), watcher: 0))];
        for (var slot = _clients.Length - 1; slot >= 0; slot--)
            Meter.Ledger.Open(slot, 0);
        RegisterAll(_clients);
    }

    /// <inheritdoc/>
    protected override void Begin(long due) => Serve(_turn++ % Actors, due);

    /// <inheritdoc/>
    protected override void Fill(int actor, int window)
    {
        while (MaySend && _senders[2 * actor].UnderWay < window)
            Serve(actor, Clock.Now);
    }

    /// <inheritdoc/>
    protected override void OnHousekeeping(long now)
    {
        // A lost ball must not end the game.
        for (var pair = 0; pair < Active; pair++)
        {
            var sender = _senders[2 * pair];
            if (sender.UnderWay == 0 || now - sender.DoneAt < LongestStall)
                continue;
            sender.Finish(sender.Next - 1, now);
            Fill(pair, Settings.Window);
        }
    }

    private void Serve(int pair, long stampedAt)
    {
        // The return is expected as well: if the first is lost, both are.
        CountBegun(arrivals: 2);
        _senders[2 * pair].Send(stampedAt, Clock.Now);
    }

    // The time is that of the first ball, so that the round trip is measured on its return.
    private void Send(int index, long stampedAt)
    {
        Meter.Sent++;
        _senders[index].Send(stampedAt, Clock.Now);
    }
}
