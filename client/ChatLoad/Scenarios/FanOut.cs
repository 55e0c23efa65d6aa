using ChatLoad.Clients;
using ChatLoad.Delivery;
using ChatLoad.Load;
using ChatLoad.Measuring;

namespace ChatLoad.Scenarios;

/// <summary>Rooms of equal size, in each of which some members speak and all listen. A unit is the delivery to one member.</summary>
/// <remarks>The first members of each room are its senders.</remarks>
internal class FanOut(Bench bench) : TrafficScenario(bench)
{
    private static readonly long LongestStall = 2 * Clock.Second;

    private readonly Seating _seating = new(bench.Settings);
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

        var (room, speaker) = Math.DivRem((int)stamp.Sender, Settings.Senders);
        var place = _seating.PlaceOf(client.Number, room);
        if (place >= Settings.Overlap)
        {
            Meter.Errors++;
            Meter.Problem("a message reached somebody who is not in its room");
            return;
        }

        var slot = (((client.Index * Settings.Overlap) + place) * Settings.Senders) + speaker;
        var now = Now;
        if (Meter.Ledger.Record(slot, stamp.Sequence) == Verdict.Duplicate)
            return;

        Meter.Latency.Record(now - stamp.SentAt);
        Meter.LastArrival = now;
        if (_senders[stamp.Sender] is { } sender && IsOver(sender, client, stamp.Sequence))
        {
            sender.Finish(stamp.Sequence, now);
            if (!Settings.IsOpenLoop && sender.Index < Active)
                Refill(sender, Settings.Window);
        }
    }

    /// <inheritdoc/>
    protected override void SetUp()
    {
        _clients = [.. Enumerable.Range(0, Settings.ShareOf(_seating.Connections)).Select(CreateClient)];
        CreateSenders();
        for (var slot = (_clients.Length * Settings.Overlap * Settings.Senders) - 1; slot >= 0; slot--)
            Meter.Ledger.Open(slot, 0);

        RegisterAll(_clients);
        JoinAll(_clients, client => client.Join([.. _seating.SeatsOf(client.Number).Select(seat => NameOf(seat.Room))]));
    }

    /// <summary>Whether a client is one of those that do not read.</summary>
    protected bool IsSlow(IrcClient client) => IsSlow(client.Number);

    /// <inheritdoc/>
    protected override void Begin(long due) => Send(_mySenders[_turn++ % _mySenders.Length], due);

    /// <inheritdoc/>
    protected override void Fill(int actor, int window) => Refill(_mySenders[actor], window);

    /// <inheritdoc/>
    protected override void OnHousekeeping(long now)
    {
        // A lost message must not hold its place in the window for ever.
        for (var i = 0; i < Active; i++)
        {
            var sender = _mySenders[i];
            if (sender.UnderWay == 0 || now - sender.DoneAt < LongestStall)
                continue;
            sender.Finish(sender.Next - 1, now);
            Refill(sender, Settings.Window);
        }
    }

    private static string NameOf(int room) => $"#r{room}";

    private static bool IsOver(Sender sender, IrcClient receiver, uint sequence) => sender.Missing.Length == 0
        ? receiver.Index == sender.Watcher
        : --sender.Missing[sequence % (uint)sender.Missing.Length] == 0;

    private IrcClient CreateClient(int index)
    {
        var number = (index * Settings.Processes) + Settings.Process;
        return new IrcClient(Bench.Clients, Meter, this, number) { Index = index, ReceiveBuffer = IsSlow(number) ? 2048 : 0 };
    }

    private bool IsSlow(int connection) =>
        Settings.SlowReaders > 0 && _seating.SeatsOf(connection).First().Member >= Settings.Members - Settings.SlowReaders;

    private void CreateSenders()
    {
        _senders = new Sender?[Settings.Rooms * Settings.Senders];
        var before = 0;
        for (var number = 0; number < _senders.Length; number++)
        {
            var (room, member) = Math.DivRem(number, Settings.Senders);
            var (index, process) = Math.DivRem(_seating.ConnectionOf(member, room), Settings.Processes);
            if (process == Settings.Process)
                _senders[number] = CreateSender(_clients[index], number, room, member);
            else if (process < Settings.Process)
                before++;
        }

        _mySenders = [.. _senders.OfType<Sender>()];
        for (var i = 0; i < _mySenders.Length; i++)
            _mySenders[i].Index = i;
        _portion = new Portion(before, _mySenders.Length, _senders.Length);
    }

    private Sender CreateSender(IrcClient client, int number, int room, int member) =>
        new(client, (uint)number, new StampedLine(NameOf(room), Settings.Payload, Settings.Run), WatcherOf(room, member))
        {
            Missing = Settings.WaitsForAll ? new int[Settings.Window] : [],
        };

    // Spread over the listeners of a room, since servers differ in the order in which they serve them; always one of this process.
    private int WatcherOf(int room, int sender)
    {
        var listeners = Settings.Members - Settings.SlowReaders - Settings.Senders;
        var first = (sender + 1) * listeners / (Settings.Senders + 1);
        for (var i = 0; i < listeners; i++)
        {
            var listener = Settings.Senders + ((first + i) % listeners);
            var (index, process) = Math.DivRem(_seating.ConnectionOf(listener, room), Settings.Processes);
            if (process == Settings.Process)
                return index;
        }

        throw new LoadFailedException(
            $"{NameOf(room)} has senders but no listener in one of the processes: take fewer --processes, or more --members");
    }

    private void Refill(Sender sender, int window)
    {
        while (MaySend && sender.UnderWay < window)
            Send(sender, Clock.Now);
    }

    private void Send(Sender sender, long stampedAt)
    {
        if (sender.Missing.Length > 0)
            sender.Missing[sender.Next % (uint)sender.Missing.Length] = Receivers;
        sender.Send(stampedAt, Clock.Now);
        CountBegun(Receivers);
    }
}
