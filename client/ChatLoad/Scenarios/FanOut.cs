using ChatLoad.Clients;
using ChatLoad.Delivery;
using ChatLoad.Load;
using ChatLoad.Measuring;

namespace ChatLoad.Scenarios;

/// <summary>Rooms of equal size, in each of which some members speak and all listen. A unit is the delivery to one member.</summary>
/// <remarks>Membership number t = member * rooms + room is connection t, so that a room's members are spread over the order in which
/// they connect, and the first members of each room are its senders.</remarks>
internal class FanOut(Bench bench) : TrafficScenario(bench)
{
    private static readonly long LongestStall = 2 * Clock.Second;

    private IrcClient[] _clients = [];
    private Sender?[] _senders = [];
    private Sender[] _mySenders = [];
    private Portion _portion;
    private int _turn;

    /// <inheritdoc/>
    protected override int Actors => _mySenders.Length;

    /// <inheritdoc/>
    protected override Portion Portion => _portion;

    /// <summary>The clients of this process.</summary>
    protected IReadOnlyList<IrcClient> Clients => _clients;

    private int Receivers => Settings.Members - (Settings.HasEcho ? 0 : 1) - Settings.SlowReaders;

    /// <inheritdoc/>
    public override void OnStamped(IrcClient client, in Stamp stamp)
    {
        if (stamp.Sender >= _senders.Length)
            return;

        var slot = (client.Index * Settings.Senders) + (int)(stamp.Sender % (uint)Settings.Senders);
        var now = Now;
        if (Meter.Ledger.Record(slot, stamp.Sequence) == Verdict.Duplicate)
            return;

        Meter.Latency.Record(now - stamp.SentAt);
        Meter.LastArrival = now;
        if (_senders[stamp.Sender] is { } sender && IsOver(sender, client, stamp.Sequence))
        {
            sender.Finish(stamp.Sequence, now);
            if (!Settings.IsOpenLoop && sender.Index < Active)
                Refill(sender);
        }
    }

    /// <inheritdoc/>
    protected override void SetUp()
    {
        _clients = [.. Enumerable.Range(0, Settings.ShareOf(Settings.Rooms * Settings.Members)).Select(CreateClient)];
        _senders = new Sender?[Settings.Rooms * Settings.Senders];
        foreach (var client in _clients.Where(client => MemberOf(client) < Settings.Senders))
            _senders[NumberAsSender(client)] = CreateSender(client);
        _mySenders = [.. _senders.OfType<Sender>()];
        for (var i = 0; i < _mySenders.Length; i++)
            _mySenders[i].Index = i;
        // Senders are the first connections, and connections go to the processes in turn.
        _portion = new Portion(
            Enumerable.Range(0, _senders.Length).Count(number => number % Settings.Processes < Settings.Process),
            _mySenders.Length,
            _senders.Length);
        for (var slot = (_clients.Length * Settings.Senders) - 1; slot >= 0; slot--)
            Meter.Ledger.Open(slot, 0);

        RegisterAll(_clients);
        JoinAll(_clients, client => client.Join(RoomOf(client)));
    }

    /// <summary>Whether a client is one of those that do not read.</summary>
    protected bool IsSlow(IrcClient client) => MemberOf(client) >= Settings.Members - Settings.SlowReaders;

    /// <inheritdoc/>
    protected override void Begin(long due) => Send(_mySenders[_turn++ % _mySenders.Length], due);

    /// <inheritdoc/>
    protected override void Fill(int actor) => Refill(_mySenders[actor]);

    /// <inheritdoc/>
    protected override void OnHousekeeping(long now)
    {
        // A message that was lost must not hold its place in the window for ever.
        for (var i = 0; i < Active; i++)
        {
            var sender = _mySenders[i];
            if (sender.UnderWay == 0 || now - sender.DoneAt < LongestStall)
                continue;
            sender.Finish(sender.Next - 1, now);
            Refill(sender);
        }
    }

    private static bool IsOver(Sender sender, IrcClient receiver, uint sequence) => sender.Missing.Length == 0
        ? receiver.Index == sender.Watcher
        : --sender.Missing[sequence % (uint)sender.Missing.Length] == 0;

    private IrcClient CreateClient(int index)
    {
        var number = (index * Settings.Processes) + Settings.Process;
        var isSlow = number / Settings.Rooms >= Settings.Members - Settings.SlowReaders;
        return new IrcClient(Bench.Clients, Meter, this, number) { Index = index, ReceiveBuffer = isSlow ? 2048 : 0 };
    }

    private Sender CreateSender(IrcClient client)
    {
        var number = NumberAsSender(client);
        return new Sender(client, (uint)number, new StampedLine(RoomOf(client), Settings.Payload, Settings.Run), WatcherOf(client))
        {
            Missing = Settings.WaitsForAll ? new int[Settings.Window] : [],
        };
    }

    // Spread over the listeners of a room, since servers differ in the order in which they serve it, and one of this process.
    private int WatcherOf(IrcClient sender)
    {
        var listeners = Settings.Members - Settings.SlowReaders - Settings.Senders;
        var first = (MemberOf(sender) + 1) * listeners / (Settings.Senders + 1);
        for (var i = 0; i < listeners; i++)
        {
            var member = Settings.Senders + ((first + i) % listeners);
            var number = (member * Settings.Rooms) + (sender.Number % Settings.Rooms);
            if (number % Settings.Processes == Settings.Process)
                return number / Settings.Processes;
        }

        throw new LoadFailedException(
            $"{RoomOf(sender)} has senders but no listener in one of the processes: take fewer --processes, or more --members");
    }

    private void Refill(Sender sender)
    {
        while (MaySend && sender.UnderWay < Settings.Window)
            Send(sender, Clock.Now);
    }

    private void Send(Sender sender, long stampedAt)
    {
        if (sender.Missing.Length > 0)
            sender.Missing[sender.Next % (uint)sender.Missing.Length] = Receivers;
        sender.Send(stampedAt, Clock.Now);
        CountBegun(Receivers);
    }

    private int MemberOf(IrcClient client) => client.Number / Settings.Rooms;

    private int NumberAsSender(IrcClient client) => (client.Number % Settings.Rooms * Settings.Senders) + MemberOf(client);

    private string RoomOf(IrcClient client) => $"#r{client.Number % Settings.Rooms}";
}
