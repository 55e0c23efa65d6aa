using ChatServer.Domain.Users;
using ChatServer.Protocol;

namespace ChatServer.Engine.Users;

/// <summary>Somebody who once held a nick.</summary>
/// <param name="Identity">Who he was.</param>
/// <param name="Until">When he gave the nick up, UTC.</param>
public sealed record WhowasEntry(UserIdentity Identity, DateTimeOffset Until);

/// <summary>The last sign-offs and nick changes, up to a number; the oldest is forgotten first.</summary>
/// <remarks>Not thread-safe: owned by the user directory.</remarks>
internal sealed class WhowasHistory
{
    private readonly LinkedList<WhowasEntry> _entries = [];

    /// <param name="identity">Who gave his nick up.</param>
    /// <param name="now">The time, UTC.</param>
    /// <param name="capacity">How many are remembered, as configured now.</param>
    public void Add(UserIdentity identity, DateTimeOffset now, int capacity)
    {
        _entries.AddFirst(new WhowasEntry(identity, now));
        while (_entries.Count > capacity) _entries.RemoveLast();
    }

    /// <summary>Those who held a nick, newest first.</summary>
    public IEnumerable<WhowasEntry> Of(Nickname nick) => _entries.Where(entry => entry.Identity.Nick == nick);
}
