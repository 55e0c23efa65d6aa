using ChatServer.Protocol;

namespace ChatServer.Engine.Connections;

/// <summary>Users whom a user has written to, so that the next message need not go by the directory: whoever took the last message to a
/// nick most likely still has it. If not, he says so.</summary>
/// <remarks>Not thread-safe: owned by one connection.</remarks>
internal sealed class Correspondents
{
    private const int Most = 32;

    private Dictionary<Nickname, IActorRef>? _users;

    /// <summary>The user who took the last message to a nick; null when nobody did.</summary>
    public IActorRef? Find(Nickname nick) => _users?.GetValueOrDefault(nick);

    /// <summary>Somebody took a message to a nick. When there are too many, all are forgotten: they are soon found again.</summary>
    public void Remember(Nickname nick, IActorRef user)
    {
        _users ??= [];
        if (_users.Count == Most) _users.Clear();
        _users[nick] = user;
    }

    /// <summary>The nick is no longer his.</summary>
    public void Forget(Nickname nick) => _users?.Remove(nick);
}
