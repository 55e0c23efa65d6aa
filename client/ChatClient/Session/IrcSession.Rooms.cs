using ChatServer.Protocol;

namespace ChatClient.Session;

internal sealed partial class IrcSession
{
    private Dictionary<string, Room> _rooms;
    private HashSet<string> _joining = new(ServerFeatures.Default.CaseMapping);

    /// <summary>The rooms that we are in, by name under the server's case mapping.</summary>
    public IReadOnlyDictionary<string, Room> Rooms => _rooms;

    private void OnFeatures(IrcMessage message)
    {
        var before = Features.CaseMapping;
        Features = Features.With(message.Params.Skip(1).SkipLast(1));
        if (Features.CaseMapping == before)
            return;

        _rooms = new Dictionary<string, Room>(_rooms, Features.CaseMapping);
        _joining = new HashSet<string>(_joining, Features.CaseMapping);
        _friends = new Dictionary<string, bool?>(_friends.DistinctBy(friend => Fold(friend.Key)), Features.CaseMapping);
        _people.Use(Features.CaseMapping);
    }

    // JOIN room [account realname]
    private void OnJoin(IrcMessage message)
    {
        var name = Parameter(message, 0);
        var who = SourceOf(message);
        var isSelf = IsSelf(who.Nick);
        if (isSelf)
        {
            _self = who;
            _joining.Remove(name);
            OnRejoinAnswered(name);
            _rooms[name] = new Room(name, Features.CaseMapping);
        }

        var isExtended = message.Params.Length > 2;
        var account = AccountFrom(Parameter(message, 1));
        if (_rooms.TryGetValue(name, out var room))
        {
            room.Add(who.Nick);
            Meet(who, account, isExtended ? Parameter(message, 2) : null);
        }

        Raise(new Joined(TimeOf(message), name, who, isSelf)
        {
            Account = account,
            RealName = isExtended ? Parameter(message, 2) : null,
        });
        if (isSelf)
            OnEntered(name, TimeOf(message));
    }

    private void Meet(UserSource who, string? account, string? realName)
    {
        _people.Meet(who.Nick);
        _people.Change(who.Nick, person => person with
        {
            User = who.User,
            Host = who.Host,
            Account = account ?? person.Account,
            RealName = realName ?? person.RealName,
            AwayMessage = null,
        });
    }

    private void OnEntered(string room, DateTimeOffset time)
    {
        if (_missedSince.TryGetValue(Fold(room), out var since))
            FillGap(room, new HistoryGap(since, time));
        else if (_settings.HistoryOnJoin > 0)
            AskHistory(new HistoryRequest(room, HistorySpan.Latest, Clamp(_settings.HistoryOnJoin), _time.GetUtcNow()), "LATEST", "*");
        _seen.Begin(Fold(room), time);

        if (_settings.LooksAround && _modesUnderWay.Add(room))
            Ask("MODE", room);
    }

    private void OnPart(IrcMessage message)
    {
        var name = Parameter(message, 0);
        var who = SourceOf(message);
        var isSelf = IsSelf(who.Nick);
        Leave(name, who.Nick, isSelf);
        Raise(new Parted(TimeOf(message), name, who, Parameter(message, 1), isSelf));
    }

    private void OnKick(IrcMessage message)
    {
        var name = Parameter(message, 0);
        var nick = Parameter(message, 1);
        var isSelf = IsSelf(nick);
        Leave(name, nick, isSelf);
        Raise(new Kicked(TimeOf(message), name, SourceOf(message), nick, Parameter(message, 2), isSelf));
    }

    private void Leave(string name, string nick, bool isSelf)
    {
        if (!_rooms.TryGetValue(name, out var room))
            return;

        if (isSelf)
        {
            _rooms.Remove(name);
            _missedSince.Remove(Fold(name));
            ForgetStrangers(room.Members.Keys);
        }
        else
        {
            room.Remove(nick);
            ForgetStrangers([nick]);
        }
    }

    private void OnQuit(IrcMessage message)
    {
        var who = SourceOf(message);
        var shared = _rooms.Values.Where(room => room.Remove(who.Nick)).Select(room => room.Name);
        Raise(new Departed(TimeOf(message), who, Parameter(message, 0), [.. shared]));
        _people.Forget(who.Nick);
        _typing.OnGone(who.Nick);
        OnNickFree(who.Nick);
    }

    private void OnNick(IrcMessage message)
    {
        var old = SourceOf(message).Nick;
        var nick = Parameter(message, 0);
        var isSelf = IsSelf(old);
        if (isSelf)
            _self = _self with { Nick = nick };
        foreach (var room in _rooms.Values)
            room.Rename(old, nick);
        _people.Rename(old, nick);
        _typing.OnGone(old);
        Raise(new Renamed(TimeOf(message), old, nick, isSelf));
        if (isSelf)
            OnOwnNick(nick);
        else
            OnNickFree(old);
    }

    // RENAME old new [:reason]
    private void OnRoomRenamed(IrcMessage message)
    {
        var (old, name) = (Parameter(message, 0), Parameter(message, 1));
        if (_rooms.Remove(old, out var room))
        {
            room.Name = name;
            _rooms[name] = room;
        }

        Raise(new RoomRenamed(TimeOf(message), old, name, SourceOf(message), Parameter(message, 2)));
    }

    private void OnInvite(IrcMessage message) =>
        Raise(new Invited(TimeOf(message), Parameter(message, 1), SourceOf(message), Parameter(message, 0)));
}
