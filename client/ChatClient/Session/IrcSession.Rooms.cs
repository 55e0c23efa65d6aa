using System.Globalization;
using ChatServer.Protocol;

namespace ChatClient.Session;

public sealed partial class IrcSession
{
    // Asking who is in a room that is larger than this costs more than it tells.
    private const int MostLookedAt = 500;

    private const string WhoToken = "742";

    private readonly HashSet<string> _whoUnderWay = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _modesUnderWay = new(StringComparer.OrdinalIgnoreCase);
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

    private void LookAround(Room room)
    {
        if (!_settings.LooksAround || !_enabled.Contains("away-notify") || room.Members.Count > MostLookedAt || !_whoUnderWay.Add(room.Name))
            return;

        if (Features.HasWhoX)
            Ask("WHO", room.Name, $"%tuhnfar,{WhoToken}");
        else
            Ask("WHO", room.Name);
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

    private void OnTopic(IrcMessage message)
    {
        var name = Parameter(message, 0);
        var topic = Parameter(message, 1);
        if (_rooms.TryGetValue(name, out var room))
            (room.Topic, room.TopicBy, room.TopicAt) = (topic, SourceOf(message).Nick, TimeOf(message));
        Raise(new TopicChanged(TimeOf(message), name, SourceOf(message), topic));
    }

    private void OnMode(IrcMessage message)
    {
        var target = Parameter(message, 0);
        if (_rooms.TryGetValue(target, out var room))
        {
            Apply(room, message.Params.AsSpan()[1..]);
        }
        else if (IsSelf(target))
        {
            SetOwnModes(Parameter(message, 1));
        }

        Raise(new ModesChanged(TimeOf(message), target, SourceOf(message), string.Join(' ', message.Params.Skip(1))));
    }

    // modestring [parameter ...]
    private void Apply(Room room, ReadOnlySpan<string> modes)
    {
        if (modes.IsEmpty)
            return;

        foreach (var change in ModeParser.Parse(Features.RoomModes, modes[0], modes[1..]).Changes)
        {
            var rank = Features.RankLetters.IndexOf(change.Letter, StringComparison.Ordinal);
            if (rank >= 0 && change.Parameter is { } nick)
                room.SetRank(nick, Features.RankPrefixes[rank], change.Adding, Features.RankPrefixes);
            else if (Features.RoomModes.TryGet(change.Letter, out var mode) && mode.Kind is not ModeKind.List)
                room.SetMode(change);
        }
    }

    // 324 nick room modestring [parameter ...]
    private void OnRoomModes(IrcMessage message)
    {
        var name = Parameter(message, 1);
        if (_rooms.TryGetValue(name, out var room))
        {
            room.ForgetModes();
            Apply(room, message.Params.AsSpan()[2..]);
        }

        if (!_modesUnderWay.Remove(name))
            RaiseReply(message, 324);
    }

    // 333 nick room who time
    private void OnTopicSetter(IrcMessage message)
    {
        if (_rooms.TryGetValue(Parameter(message, 1), out var room)
            && long.TryParse(Parameter(message, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds < DateTimeOffset.MaxValue.ToUnixTimeSeconds())
        {
            room.TopicBy = SourceParser.Parse(Parameter(message, 2)).Nick;
            room.TopicAt = DateTimeOffset.FromUnixTimeSeconds(seconds);
        }

        RaiseReply(message, 333);
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
        {
            room.ReplaceMembers(names.Select(NickAndPrefixes));
            foreach (var nick in room.Members.Keys)
                _people.Meet(nick);
            LookAround(room);
        }

        Raise(new NamesListed(TimeOf(message), name, [.. names.Select(WithoutHost)]));
    }

    // With userhost-in-names, a member is prefix nick!user@host.
    private static string WithoutHost(string name) => name.IndexOf('!', StringComparison.Ordinal) is var end and > 0 ? name[..end] : name;

    private KeyValuePair<string, string> NickAndPrefixes(string name)
    {
        var nick = name.TrimStart([.. Features.RankPrefixes]);
        return new KeyValuePair<string, string>(SourceParser.Parse(nick).Nick, name[..^nick.Length]);
    }
}
