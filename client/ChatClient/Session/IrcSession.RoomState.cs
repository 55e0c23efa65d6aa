using System.Globalization;
using ChatServer.Protocol;

namespace ChatClient.Session;

// The state of rooms: topic, modes and members.
internal sealed partial class IrcSession
{
    // In rooms larger than this, asking for details of all members costs more than it is worth.
    private const int MostLookedAt = 500;

    private const string WhoToken = "742";

    private readonly HashSet<string> _whoUnderWay = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _modesUnderWay = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<string>> _namesSoFar = new(StringComparer.OrdinalIgnoreCase);

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

    private void LookAround(Room room)
    {
        var isWorthIt = _settings.LooksAround && _enabled.Contains("away-notify") && room.Members.Count <= MostLookedAt;
        if (!isWorthIt || !_whoUnderWay.Add(room.Name))
            return;

        if (Features.HasWhoX)
            Ask("WHO", room.Name, $"%tuhnfar,{WhoToken}");
        else
            Ask("WHO", room.Name);
    }
}
