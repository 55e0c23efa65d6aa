using ChatServer.Protocol;

namespace ChatServer.Engine.Connections;

/// <summary>Users to whom somebody has spoken, so that the next message need not look for them: who took the last one to a nick most likely
/// still has it. If not, he says so.</summary>
/// <remarks>Not thread-safe: owned by one connection.</remarks>
internal sealed class Correspondents
{
    private const int Most = 32;

    private Dictionary<Nickname, IActorRef>? _users;

    /// <summary>Who took the last message to a nick; null when nobody did.</summary>
    public IActorRef? Find(Nickname nick) => _users?.GetValueOrDefault(nick);

    /// <summary>Somebody took a message to a nick. With too many of them one begins anew: they are found again soon enough.</summary>
    public void Remember(Nickname nick, IActorRef user)
    {
        _users ??= [];
        if (_users.Count == Most) _users.Clear();
        _users[nick] = user;
    }

    /// <summary>The nick is his no more.</summary>
    public void Forget(Nickname nick) => _users?.Remove(nick);
}
