using System.Collections.Immutable;
using ChatServer.Protocol;

namespace ChatServer.Domain.Users;

/// <summary>The users whom a user with mode <c>g</c> has accepted.</summary>
/// <remarks>Immutable. Kept by id: taking the nick of an accepted user who has left is no way in. Source: ACCEPT (caller-id) of Hybrid and
/// ratbox, as clients know it.</remarks>
public sealed record AcceptedUsers
{
    /// <summary>How many a user may accept; ISUPPORT's <c>ACCEPT</c>.</summary>
    public const int Most = 100;

    /// <summary>Nobody.</summary>
    public static readonly AcceptedUsers None = new(ImmutableDictionary<UserId, Nickname>.Empty);

    private readonly ImmutableDictionary<UserId, Nickname> _nicks;

    private AcceptedUsers(ImmutableDictionary<UserId, Nickname> nicks) => _nicks = nicks;

    /// <summary>The nicks under which they were last known.</summary>
    public IEnumerable<Nickname> Nicks => _nicks.Values;

    /// <summary>Whether a user with mode <c>g</c> hears somebody: one whom he accepted, or an operator of the server.</summary>
    /// <param name="speaker">Who speaks.</param>
    public bool Covers(UserIdentity speaker)
    {
        ArgumentNullException.ThrowIfNull(speaker);
        return _nicks.ContainsKey(speaker.Id) || speaker.Has(UserModeFlags.Operator);
    }

    /// <summary>Whether somebody is accepted.</summary>
    /// <param name="who">Anyone's id.</param>
    public bool Contains(UserId who) => _nicks.ContainsKey(who);

    /// <summary>With one more, or with his new nick; null when the list is full.</summary>
    /// <param name="who">Who.</param>
    /// <param name="nick">His nick now.</param>
    public AcceptedUsers? With(UserId who, Nickname nick) =>
        _nicks.Count < Most || _nicks.ContainsKey(who) ? new AcceptedUsers(_nicks.SetItem(who, nick)) : null;

    /// <summary>Without one; null when he is not accepted.</summary>
    /// <param name="nick">The nick under which he was last known.</param>
    public AcceptedUsers? Without(Nickname nick)
    {
        foreach (var (who, known) in _nicks)
        {
            if (known == nick) return new AcceptedUsers(_nicks.Remove(who));
        }

        return null;
    }
}
