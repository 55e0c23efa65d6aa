using ChatServer.Domain;
using ChatServer.Domain.Users;
using ChatServer.Protocol;

namespace ChatServer.Engine.Users;

/// <content>From a connection to a user: a nick is reserved, then registration completes.</content>
public sealed partial class UserDirectoryActor
{
    private readonly Dictionary<Nickname, IActorRef> _reserved = [];
    private readonly Dictionary<IActorRef, Nickname> _reservations = [];

    private sealed record ConnectionGone(IActorRef Connection);

    private void OnReserve(IActorRef connection, Nickname nick)
    {
        if (IsBecomingFree(nick))
        {
            Await(nick, connection);
            return;
        }

        if (_owners.ContainsKey(nick)
            || (_reserved.TryGetValue(nick, out var holder) && !holder.Equals(connection))
            || _lookalikes.HasOther(nick, connection))
        {
            connection.Tell(new Denied(Refusal.NickInUse));
            return;
        }

        FreeReservation(connection);
        _reserved.Add(nick, connection);
        _reservations.Add(connection, nick);
        _lookalikes.Add(nick, connection);
        Context.WatchWith(connection, new ConnectionGone(connection));
        connection.Tell(Done.Instance);
    }

    private void OnGiveBack(IActorRef connection)
    {
        FreeReservation(connection);
        StopAwaiting(connection);
    }

    private void FreeReservation(IActorRef connection)
    {
        if (!_reservations.Remove(connection, out var nick)) return;
        _reserved.Remove(nick);
        _lookalikes.Remove(nick, connection);
        Context.Unwatch(connection);
    }

    private void OnRegister(Register register)
    {
        var connection = Sender;
        if (!_reservations.TryGetValue(connection, out var nick))
        {
            connection.Tell(new Denied(Refusal.NoSuchNick));
            return;
        }

        FreeReservation(connection);
        var identity = new UserIdentity
        {
            Id = new UserId(++_lastId),
            Nick = nick,
            UserName = register.UserName,
            Host = register.Host,
            RealName = register.RealName,
            Address = register.Address,
            Modes = register.Modes,
            Away = register.Away,
            IsSecure = register.IsSecure,
            SignedOn = _engine.Now,
        };
        var user = Context.ActorOf(UserActor.PropsFor(identity, connection, _rooms, _directHistory, _engine), identity.Id.ToString());
        Context.WatchWith(user, new UserGone(identity.Id));
        _owners.Add(nick, identity.Id);
        _lookalikes.Add(nick, identity.Id);
        _users.Add(identity.Id, new UserEntry(identity, user, connection));
        Count(identity, +1);

        // The new user does not know who monitors him; usually nobody does. Those who do hear of him before he can do anything.
        if (!_monitors.WatchersOf(nick).IsEmpty) AnnounceCame(identity);
        connection.Tell(new Registered(user, identity));
    }
}
