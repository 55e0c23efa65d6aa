namespace ChatServer.SimulationTests.Model;

/// <content>What modes and topics become.</content>
internal sealed partial class ClientModel
{
    private void OnMode(WireLine line)
    {
        if (IsFromOutside(line)) return;
        var room = RoomOf(line, line[0]);
        Place(world.Names.Fold(line[0]), line);
        if (!IsReturn(room, line)) CheckMayChangeModes(room, line);
        foreach (var (letter, adds, parameter) in ModeLine.Read(line[1], line.Parameters.Skip(2)))
        {
            if (RoomView.RankLetters.Contains(letter, StringComparison.Ordinal))
            {
                if (!MemberOf(room, line, parameter!).TryChange(letter, adds))
                    throw Broken(Promise.KnowledgeIsTrue, $"{parameter} {(adds ? "has this rank" : "has no such rank")} already: {line}");
                continue;
            }

            switch (letter)
            {
                case 'b' or 'e' or 'I':
                    if (MasksOf(room, letter) is { } masks && !(adds ? masks.Add(parameter!) : masks.Remove(parameter!)))
                        throw Broken(Promise.KnowledgeIsTrue, $"changes nothing: {line}");
                    if (adds && MasksOf(room, letter)?.Count > MostOf(limits => limits.ListEntries))
                        throw Broken(Promise.BoundedEverything, $"no more are allowed: {line}");
                    if (adds) room.MasksSet[(letter, parameter!)] = (line.Source, SecondsOf(line));
                    else room.MasksSet.Remove((letter, parameter!));
                    break;
                case 'f':
                    room.Forward = adds ? parameter : null;
                    break;
                case 'j':
                    room.Throttle = adds ? new Throttle(parameter!, isNew: true) : null;
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
        room.TopicSet = (line.Source, SecondsOf(line));
    }

    /// <summary>When something has happened, as the line says, in seconds; null when it does not.</summary>
    private static long? SecondsOf(WireLine line) => TimeOf(line)?.ToUnixTimeSeconds();

    private static DateTimeOffset? TimeOf(WireLine line) => line.Tags.TryGetValue("time", out var text) ? Stamps.Read(text) : null;

    /// <summary>Who has set something, and when, as the server says when asked: for as long as it stands that is one and the
    /// same.</summary>
    /// <param name="known">What the client knows of it; null for nothing.</param>
    /// <param name="line">The answer.</param>
    /// <param name="by">Which parameter says who; the next one says when.</param>
    private (string By, long? At) CompareSetter((string By, long? At)? known, WireLine line, int by)
    {
        var shown = (By: line[by], At: long.Parse(line[by + 1], System.Globalization.CultureInfo.InvariantCulture));
        if (known is null) return shown;
        if (known.Value.By != shown.By) throw Broken(Promise.KnowledgeIsTrue, $"was set by {known.Value.By}: {line}");

        // A stamp is never earlier than the one before it, so it may be a little later than the clock.
        if (!world.Settings.ClockJumps && known.Value.At is { } at && Math.Abs(at - shown.At) > 1)
            throw Broken(Promise.KnowledgeIsTrue, $"was set at {at}: {line}");
        return shown;
    }
}
