using ChatServer.Domain;
using ChatServer.Protocol;

namespace ChatServer.Engine.Users;

/// <content>Users who are leaving. Leaving his rooms takes a user several messages, asking for his nick takes a newcomer only one: a user
/// who reconnects at once would find his nick taken, by himself. So the newcomer waits until it is free.</content>
/// <remarks>Only unregistered connections wait: they hold nothing that anybody else could wait for, so there can be no deadlock.</remarks>
public sealed partial class UserDirectoryActor
{
    private readonly HashSet<UserId> _leaving = [];
    private readonly Dictionary<Nickname, List<(IActorRef Connection, Nickname Wanted)>> _awaited = [];

    private void OnLeaving(Leaving leaving)
    {
        if (_users.ContainsKey(leaving.Who)) _leaving.Add(leaving.Who);
    }

    private bool IsBecomingFree(Nickname nick) => _owners.TryGetValue(nick, out var owner) && _leaving.Contains(owner);

    private void Await(Nickname nick, IActorRef connection)
    {
        if (!_awaited.TryGetValue(nick, out var waiting)) _awaited.Add(nick, waiting = []);
        waiting.Add((connection, nick));
    }

    private void StopAwaiting(IActorRef connection)
    {
        foreach (var waiting in _awaited.Values) waiting.RemoveAll(one => one.Connection.Equals(connection));
    }

    // The first one waiting gets the nick, in his own spelling.
    private void GiveToAwaiting(Nickname nick)
    {
        if (!_awaited.Remove(nick, out var waiting)) return;
        foreach (var (connection, wanted) in waiting) OnReserve(connection, wanted);
    }
}
