namespace ChatServer.Actors.TestKit;

// Messages in transit, if the setup has them.
public sealed partial class Simulation
{
    /// <summary>One per pair of sender and receiver with messages in transit, in the order in which they began.</summary>
    private readonly List<Lane> _lanes = [];

    internal bool HasNetwork => _setup.HasNetwork;

    /// <summary>Sends something. It arrives after a while, behind everything that the same actor has sent to the same receiver.</summary>
    internal void Send(SimulatedMailbox to, Action deliver)
    {
        var from = ActorCell.Current;
        // What an actor tells itself does not travel.
        if (!_setup.HasNetwork || ReferenceEquals(from, to.Cell))
        {
            deliver();
            return;
        }

        var lane = _lanes.Find(lane => ReferenceEquals(lane.From, from) && ReferenceEquals(lane.To, to));
        if (lane is null) _lanes.Add(lane = new Lane(from, to));
        var due = Clock.Now + (_setup.MaxDelay > TimeSpan.Zero ? _random.NextTime(_setup.MaxDelay) : TimeSpan.Zero);
        lane.OnTheWay.Enqueue((due, deliver));
    }

    private List<Lane> DueLanes()
    {
        if (_lanes.Count == 0) return _lanes;
        var now = Clock.Now;
        return _lanes.FindAll(lane => lane.OnTheWay.Peek().Due <= now);
    }

    private TimeSpan? UntilNextDelivery() => _lanes.Count == 0 ? null : _lanes.Min(static lane => lane.OnTheWay.Peek().Due) - Clock.Now;

    private void Deliver(Lane lane)
    {
        var (_, deliver) = lane.OnTheWay.Dequeue();
        if (lane.OnTheWay.Count == 0) _lanes.Remove(lane);
        deliver();
    }

    private sealed class Lane(ActorCell? from, SimulatedMailbox to)
    {
        public ActorCell? From => from;

        public SimulatedMailbox To => to;

        public Queue<(DateTimeOffset Due, Action Deliver)> OnTheWay { get; } = new();
    }
}
