namespace ChatServer.SimulationTests.Model;

/// <content>What modes and topics become.</content>
internal sealed partial class ClientModel
{
    private void OnMode(WireLine line)
    {
        var room = RoomOf(line, line[0]);
        Place(world.Names.Fold(line[0]), line);
        if (!IsReturn(room, line)) CheckMayChangeModes(room, line);
        foreach (var (letter, adds, parameter) in ModeLine.Read(line[1], line.Parameters.Skip(2)))
        {
            if (RoomView.RankLetters.Contains(letter, StringComparison.Ordinal))
            {
                var ranks = MemberOf(room, line, parameter!).Ranks;
                if (ranks is not null && !(adds ? ranks.Add(letter) : ranks.Remove(letter)))
                    throw Broken(Promise.KnowledgeIsTrue, $"{parameter} {(adds ? "has this rank" : "has no such rank")} already: {line}");
                continue;
            }

            switch (letter)
            {
                case 'b' or 'e' or 'I':
                    if (MasksOf(room, letter) is { } masks && !(adds ? masks.Add(parameter!) : masks.Remove(parameter!)))
                        throw Broken(Promise.KnowledgeIsTrue, $"changes nothing: {line}");
                    break;
                case 'f':
                    break;
                case 'j':
                    room.IsThrottled = adds;
                    break;
                case 'k':
                    room.Key = adds ? parameter : null;
                    break;
                case 'l':
                    room.Limit = adds ? int.Parse(parameter!, System.Globalization.CultureInfo.InvariantCulture) : null;
                    break;
                default:
                    if (room.Flags is { } flags && !(adds ? flags.Add(letter) : flags.Remove(letter)))
                        throw Broken(Promise.KnowledgeIsTrue, $"changes nothing: {line}");
                    break;
            }
        }
    }

    private static HashSet<string>? MasksOf(RoomView room, char letter) => letter switch
    {
        'b' => room.Bans,
        'e' => room.Exceptions,
        _ => room.Guests,
    };

    private void OnTopic(WireLine line)
    {
        var room = RoomOf(line, line[0]);
        Place(world.Names.Fold(line[0]), line);
        var by = MemberOf(room, line, line.Nick);
        if (room.Flags?.Contains('t') == true && by.Ranks is not null && by.Height < RoomView.HalfOperator)
            throw Broken(Promise.RulesHold, $"'{by.Signs}{by.Nick}' sets a topic that is protected: {line}");
        room.Topic = line[1].Length == 0 ? null : line[1];
    }
}
