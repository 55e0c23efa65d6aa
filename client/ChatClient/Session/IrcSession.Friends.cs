using ChatServer.Protocol;

namespace ChatClient.Session;

internal sealed partial class IrcSession
{
    private Dictionary<string, bool?> _friends;

    /// <summary>The watched nicks, and whether each is online; null while unknown. Source: IRCv3 monitor.</summary>
    public IReadOnlyDictionary<string, bool?> Friends => _friends;

    /// <summary>Starts to watch a nick.</summary>
    public SessionStep Befriend(string nick)
    {
        ArgumentException.ThrowIfNullOrEmpty(nick);
        if (_friends.TryAdd(nick, null) && CanMonitor && Phase == SessionPhase.Ready)
            Ask("MONITOR", "+", nick);
        return TakeStep();
    }

    /// <summary>Stops watching a nick.</summary>
    public SessionStep Unfriend(string nick)
    {
        ArgumentException.ThrowIfNullOrEmpty(nick);
        if (_friends.Remove(nick) && CanMonitor && Phase == SessionPhase.Ready)
            Ask("MONITOR", "-", nick);
        return TakeStep();
    }

    private bool CanMonitor => Features.MonitorLimit is not null;

    private void WatchFriends()
    {
        if (!CanMonitor)
            return;

        const int NicksInOneLine = 10;
        var most = Features.MonitorLimit is > 0 and var limit ? limit : int.MaxValue;
        foreach (var nicks in _friends.Keys.Take(most).Chunk(NicksInOneLine))
            Ask("MONITOR", "+", string.Join(',', nicks));
    }

    // 730 nick :nick!user@host,... and 731 nick :nick,...
    private void OnSeen(IrcMessage message, bool isOnline)
    {
        foreach (var source in Parameter(message, 1).Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var nick = SourceParser.Parse(source).Nick;
            if (!isOnline)
                OnNickFree(nick);
            if (!_friends.TryGetValue(nick, out var before) || before == isOnline)
                continue;

            _friends[nick] = isOnline;
            Raise(new FriendSeen(TimeOf(message), nick, isOnline));
        }
    }
}
