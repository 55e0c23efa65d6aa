using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ChatServer.Domain;
using ChatServer.Engine.Deliveries;

namespace ChatServer.Engine.Rooms;

/// <summary>The members of a room as actors: their users, and the connections that hear the room.</summary>
/// <remarks>Not thread-safe: owned by one room. Adding and removing take constant time.</remarks>
internal sealed class Audience
{
    private readonly List<Seat> _seats = [];
    private readonly Dictionary<UserId, int> _places = [];

    public readonly record struct Seat(UserId Who, IActorRef User, IActorRef Connection);

    public ReadOnlySpan<Seat> Seats => CollectionsMarshal.AsSpan(_seats);

    public void Add(UserId who, IActorRef user, IActorRef connection)
    {
        _places.Add(who, _seats.Count);
        _seats.Add(new Seat(who, user, connection));
    }

    /// <summary>Removes a seat; the last one moves into its place.</summary>
    public bool Remove(UserId who, out Seat seat)
    {
        if (!_places.Remove(who, out var place))
        {
            seat = default;
            return false;
        }

        seat = _seats[place];
        var last = _seats[^1];
        _seats.RemoveAt(_seats.Count - 1);
        if (last.Who != who)
        {
            _seats[place] = last;
            _places[last.Who] = place;
        }

        return true;
    }

    /// <summary>Whose user actor it is. Takes linear time.</summary>
    public UserId? Find(IActorRef user)
    {
        foreach (ref readonly var seat in Seats)
        {
            if (seat.User.Equals(user)) return seat.Who;
        }

        return null;
    }

    public bool TryFind(UserId who, out Seat seat)
    {
        var isThere = _places.TryGetValue(who, out var place);
        seat = isThere ? _seats[place] : default;
        return isThere;
    }

    /// <summary>Tells all members but some.</summary>
    public void Tell(DeliverySeries series, HashSet<UserId> except)
    {
        foreach (ref readonly var seat in Seats)
        {
            if (!except.Contains(seat.Who)) seat.Connection.Tell(series, ActorRefs.NoSender);
        }
    }

    /// <summary>Tells all members, or all but one.</summary>
    public void Tell(Delivery delivery, UserId? except = null)
    {
        foreach (ref readonly var seat in Seats)
        {
            if (seat.Who != except) seat.Connection.Tell(delivery, ActorRefs.NoSender);
        }
    }

    /// <summary>Tells some, as far as they have a seat, and looks at nobody else.</summary>
    public void TellOnly(IEnumerable<UserId> some, object message)
    {
        foreach (var who in some)
        {
            if (TryFind(who, out var seat)) seat.Connection.Tell(message, ActorRefs.NoSender);
        }
    }

    /// <summary>The connections of all members.</summary>
    public ImmutableArray<IActorRef> Connections()
    {
        var connections = ImmutableArray.CreateBuilder<IActorRef>(_seats.Count);
        foreach (ref readonly var seat in Seats) connections.Add(seat.Connection);
        return connections.MoveToImmutable();
    }

    /// <summary>The connections of some, as far as they have a seat.</summary>
    public ImmutableArray<IActorRef> Connections(IEnumerable<UserId> some) =>
        [.. some.Where(_places.ContainsKey).Select(who => _seats[_places[who]].Connection)];
}
