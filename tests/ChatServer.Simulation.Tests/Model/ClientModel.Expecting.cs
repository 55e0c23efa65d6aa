namespace ChatServer.SimulationTests.Model;

/// <content>Commands of which several things may come.</content>
internal sealed partial class ClientModel
{
    private static readonly string[] JoinParts = ["332", "333", "470"];
    private static readonly string[] JoinRefusals = ["403", "405", "437", "471", "473", "474", "475", "477", "480", "489"];
    private static readonly string[] ModeRefusals = ["401", "403", "441", "442", "461", "472", "478", "482", "696"];

    // Its stays in rooms that it has wished to leave, all at once.
    private readonly HashSet<int> _toLeave = [];

    private void CheckHasLeft(HashSet<int> stays)
    {
        if (world.Faults == 0 && Rooms.Values.FirstOrDefault(room => stays.Contains(room.Epoch)) is { } room)
            throw Broken(Promise.OneCommandAtATime, $"has wished to leave all rooms, and is still in {room.Name}");
    }

    private void ExpectModes(string line, string[] words)
    {
        // Of several changes some may be carried out and others refused: nothing says which line is the last.
        if (ModeLine.HasSeveral(words[2]))
        {
            ExpectWithoutEnd(line, reply => IsChange(reply) || IsRefusal(reply));
            return;
        }

        Expect(line, reply => IsChange(reply) || IsRefusal(reply), isCertain: false);

        bool IsChange(WireLine reply) => IsMine(reply, "MODE") && IsAbout(reply, words[1]);
        bool IsRefusal(WireLine reply) => ModeRefusals.Contains(reply.Verb) && NamesAny(reply, words.Skip(1));
    }

    private void ExpectAway(string line, string[] words)
    {
        AwaySaidAt = world.Moment;
        Expect(line, reply => reply.Verb == (words.Length > 1 ? "306" : "305"), onOver: answer =>
        {
            if (answer?.Verb is "305" or "306") Away = words.Length > 1 ? line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..] : null;
        });
    }

    // Who does not know of such a thing sees himself leave and come, as after other commands.
    private void ExpectRename(string line, string[] words)
    {
        world.Aliases.Add(words[1], words[2]);
        Expect(
            line,
            reply => (IsMine(reply, "RENAME") && IsAbout(reply, words[1]))
                || (reply.Verb is "403" or "442" or "482" && IsAbout(reply, words[1])) || IsFailure(reply, "RENAME"),
            isCertain: Has(Plans.Speech.NewNames));
    }

    private void ExpectJoins(string line, string[] words)
    {
        if (words[1] == "0")
        {
            world.Reasons.Note(UserName, "PART", line);
            _toLeave.Clear();
            _toLeave.UnionWith(Rooms.Values.Select(room => room.Epoch));

            // Of which rooms, is known when the command is read. Of all ways to leave, only this one is without a word.
            ExpectWithoutEnd(line, reply => (IsMine(reply, "PART") && reply[1].Length == 0) || reply.Verb is "403" or "442");
            return;
        }

        var isJoining = _answers.Waiting.Any(other => other.Command.StartsWith("JOIN ", StringComparison.Ordinal));
        var wanted = new HashSet<string>();
        var keys = words.Length > 2 ? words[2].Split(',') : [];
        var position = 0;
        foreach (var room in words[1].Split(','))
        {
            if (position < keys.Length) world.NoteKey(Number, room, keys[position]);
            position++;
            var folded = world.Names.Fold(room);

            // Who is in already hears nothing; and he may get in by a command that is still on its way, by a room's new name, or sent on
            // from another room.
            var isCertain = wanted.Add(folded) && !Rooms.ContainsKey(folded) && !isJoining;
            var isFirst = wanted.Count == 1;
            var target = room;
            Expect(line, IsDecided, isCertain, JoinParts, isPart: IsMarkerOfArrival, excuse: IsElsewhere);
            bool IsElsewhere() => world.Aliases.IsDoubtful(room) || (world.HasForwards && !isFirst);

            // From a room with mode f he is sent on to another, and the answer is about that. If he is in that already, there is none.
            bool IsDecided(WireLine reply)
            {
                if (reply.Verb == "470" && IsAbout(reply, room))
                {
                    target = reply[2];
                    return Rooms.ContainsKey(world.Names.Fold(target));
                }

                return (reply.Verb == "366" || JoinRefusals.Contains(reply.Verb)) && (IsAbout(reply, target) || IsAbout(reply, room));
            }
        }
    }

    private void ExpectNick(string line, string nick)
    {
        world.NicksWished++;
        NicksHeld.Add(world.Names.Fold(nick));
        _nicksGivenUp.Remove(world.Names.Fold(nick));
        _nicksLost.Remove(world.Names.Fold(nick));

        // Who has the nick already hears nothing; which one he has when the command is read he may not know yet.
        var isAlone = !_answers.Waiting.Any(other => other.Command.StartsWith("NICK ", StringComparison.Ordinal));
        var isCertain = nick != Nick && isAlone;
        Expect(line, reply => IsMine(reply, "NICK") || reply.Verb is "432" or "433" or "437" or "447", isCertain);
    }
}
