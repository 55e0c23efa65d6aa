using ChatServer.Protocol;

namespace ChatClient.Session;

public sealed partial class IrcSession
{
    private readonly Dictionary<string, List<string>> _namesSoFar = new(StringComparer.OrdinalIgnoreCase);
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
            _rooms[name] = new Room(name, Features.CaseMapping);
        }

        if (_rooms.TryGetValue(name, out var room))
            room.Add(who.Nick);
        Raise(new Joined(TimeOf(message), name, who, isSelf));
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
        if (isSelf)
            _rooms.Remove(name);
        else if (_rooms.TryGetValue(name, out var room))
            room.Remove(nick);
    }

    private void OnQuit(IrcMessage message)
    {
        var who = SourceOf(message);
        var shared = _rooms.Values.Where(room => room.Remove(who.Nick)).Select(room => room.Name);
        Raise(new Departed(TimeOf(message), who, Parameter(message, 0), [.. shared]));
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
        Raise(new Renamed(TimeOf(message), old, nick, isSelf));
    }

    private void OnTopic(IrcMessage message)
    {
        var name = Parameter(message, 0);
        var topic = Parameter(message, 1);
        if (_rooms.TryGetValue(name, out var room))
            room.Topic = topic;
        Raise(new TopicChanged(TimeOf(message), name, SourceOf(message), topic));
    }

    private void OnMode(IrcMessage message)
    {
        var target = Parameter(message, 0);
        if (_rooms.TryGetValue(target, out var room))
        {
            var parameters = message.Params.AsSpan()[Math.Min(2, message.Params.Length)..];
            foreach (var change in ModeParser.Parse(Features.RoomModes, Parameter(message, 1), parameters).Changes)
                SetRank(room, change);
        }

        Raise(new ModesChanged(TimeOf(message), target, SourceOf(message), string.Join(' ', message.Params.Skip(1))));
    }

    private void SetRank(Room room, ModeChange change)
    {
        var rank = Features.RankLetters.IndexOf(change.Letter, StringComparison.Ordinal);
        if (rank >= 0 && change.Parameter is { } nick)
            room.SetRank(nick, Features.RankPrefixes[rank], change.Adding, Features.RankPrefixes);
    }

    private void OnInvite(IrcMessage message) =>
        Raise(new Invited(TimeOf(message), Parameter(message, 1), SourceOf(message), Parameter(message, 0)));

    private void OnChangedHost(IrcMessage message)
    {
        var who = SourceOf(message);
        if (IsSelf(who.Nick))
            _self = new UserSource(who.Nick, Parameter(message, 0), Parameter(message, 1));
    }

    // 332 nick room :topic
    private void OnTopicReply(IrcMessage message)
    {
        var name = Parameter(message, 1);
        var topic = message.Verb == "332" ? Parameter(message, 2) : string.Empty;
        if (_rooms.TryGetValue(name, out var room))
            room.Topic = topic;
        Raise(new TopicShown(TimeOf(message), name, topic));
    }

    // 353 nick symbol room :[prefixes]nick ...
    private void OnNames(IrcMessage message)
    {
        if (message.Params is not [_, _, var name, var list])
            return;

        if (!_namesSoFar.TryGetValue(name, out var names))
            _namesSoFar[name] = names = [];
        names.AddRange(list.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    // 366 nick room :text
    private void OnEndOfNames(IrcMessage message)
    {
        var name = Parameter(message, 1);
        if (!_namesSoFar.Remove(name, out var names))
            return;

        if (_rooms.TryGetValue(name, out var room))
            room.ReplaceMembers(names.Select(NickAndPrefixes));
        Raise(new NamesListed(TimeOf(message), name, [.. names]));
    }

    private KeyValuePair<string, string> NickAndPrefixes(string name)
    {
        var nick = name.TrimStart([.. Features.RankPrefixes]);
        return new KeyValuePair<string, string>(SourceParser.Parse(nick).Nick, name[..^nick.Length]);
    }
}
