using System.Text;
using ChatServer.Protocol;

namespace ChatServer.Engine.Connections;

/// <summary>Users whom a user has written to, so that the next message need not go by the directory: whoever took the last message to a
/// nick most likely still has it. If not, he says so.</summary>
/// <remarks>Not thread-safe: owned by one connection.</remarks>
internal sealed class Correspondents
{
    private const int Most = 32;

    private Dictionary<Nickname, IActorRef>? _users;
    private (Nickname Nick, IActorRef? User) _last;

    /// <summary>The user who took the last message of all, if it went to the very same target. Most messages do, and need not be parsed
    /// for their nick again.</summary>
    /// <param name="target">As the client wrote it.</param>
    /// <param name="nick">The target as a nick, or <c>default</c>.</param>
    /// <param name="user">The user, or null.</param>
    public bool TryFindLast(ReadOnlySpan<byte> target, out Nickname nick, out IActorRef? user)
    {
        (nick, user) = Ascii.Equals(target, _last.Nick.Text) ? _last : default;
        return user is not null;
    }

    /// <summary>The user who took the last message to a nick; null when nobody did.</summary>
    public IActorRef? Find(Nickname nick)
    {
        if (_users?.TryGetValue(nick, out var user) != true) return null;
        _last = (nick, user);
        return user;
    }

    /// <summary>Somebody took a message to a nick. When there are too many, all are forgotten: they are soon found again.</summary>
    public void Remember(Nickname nick, IActorRef user)
    {
        _users ??= [];
        if (_users.Count == Most) _users.Clear();
        _users[nick] = user;
    }

    /// <summary>The nick is no longer his.</summary>
    public void Forget(Nickname nick)
    {
        _users?.Remove(nick);
        _last = default;
    }
}
