using System.Collections.Immutable;
using ChatServer.Protocol;

namespace ChatServer.Engine.Users;

/// <summary>Which connections monitor which nicks. Source: IRCv3 monitor.</summary>
/// <remarks>Not thread-safe: owned by the user directory.</remarks>
internal sealed class MonitorLists
{
    private readonly Dictionary<Nickname, ImmutableHashSet<IActorRef>> _watchers = [];
    private readonly Dictionary<IActorRef, HashSet<Nickname>> _watched = [];

    /// <summary>The connections that monitor a nick.</summary>
    public ImmutableHashSet<IActorRef> WatchersOf(Nickname nick) => _watchers.GetValueOrDefault(nick, []);

    /// <returns>Whether it is the connection's first nick.</returns>
    public bool Add(IActorRef connection, Nickname nick)
    {
        var isFirst = !_watched.TryGetValue(connection, out var nicks);
        if (isFirst) _watched.Add(connection, nicks = []);
        nicks!.Add(nick);
        _watchers[nick] = WatchersOf(nick).Add(connection);
        return isFirst;
    }

    /// <returns>Whether it was the connection's last nick.</returns>
    public bool Remove(IActorRef connection, Nickname nick)
    {
        if (!_watched.TryGetValue(connection, out var nicks) || !nicks.Remove(nick)) return false;
        var left = WatchersOf(nick).Remove(connection);
        if (left.IsEmpty)
            _watchers.Remove(nick);
        else
            _watchers[nick] = left;
        return nicks.Count == 0 && _watched.Remove(connection);
    }

    /// <summary>Forgets a connection.</summary>
    /// <returns>The nicks that it monitored.</returns>
    public IReadOnlyCollection<Nickname> Remove(IActorRef connection)
    {
        var nicks = _watched.TryGetValue(connection, out var watched) ? watched.ToList() : [];
        foreach (var nick in nicks) Remove(connection, nick);
        return nicks;
    }
}
