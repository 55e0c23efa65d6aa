using ChatServer.SimulationTests.Plans;
using ChatServer.SimulationTests.World;

namespace ChatServer.SimulationTests.Model;

/// <content>Operators give others another host. Who does not know of such a thing sees them leave and come back as what they were. Source:
/// IRCv3 chghost.</content>
internal sealed partial class ClientModel
{
    private const string Leaving = "Changing hostname";

    // Whom it has seen leave for another host and not come back yet, with what he was there; those who are back, and may get that again.
    private readonly Dictionary<(string User, string Room), RoomView.Member> _returning = [];
    private readonly Dictionary<(string Nick, string Room), string?> _returned = [];

    // :nick!user@before CHGHOST user after
    private void OnHostChanged(WireLine line)
    {
        CheckAcquainted(line);
        if (line[0] != line.User) throw Broken(Promise.KnowledgeIsTrue, $"his user name is another: {line}");
    }

    // 396 client host :is now your visible host
    private void OnOwnHost(WireLine line) => Host = line[1];

    // 338 client nick user@host address, to operators and to himself: where somebody really is, whatever others see.
    private void CheckOrigin(WireLine line)
    {
        if (!_hasGivenPassword && !NicksHeld.Contains(world.Names.Fold(line[1])))
            throw Broken(Promise.RulesHold, $"is told what only he himself and operators may know: {line}");
        var user = line[2].Split('@')[0];
        if (world.Find(user) is { } who && line[2] != $"{user}@{who.Address}")
            throw Broken(Promise.KnowledgeIsTrue, $"{line[1]} is at {who.Address}: {line}");
    }

    private void NoteReturn(WireLine line, string room, RoomView.Member member)
    {
        if (line[0] != Leaving) return;
        if (Has(Speech.Hosts)) throw Broken(Promise.WellFormedLines, $"has asked to be told otherwise: {line}");
        _returning.Add((line.User, room), member);
    }

    /// <summary>Somebody joins; whether he only comes back.</summary>
    private bool Returns(WireLine line, string room)
    {
        if (!_returning.Remove((line.User, room), out var member)) return false;
        _returned[(world.Names.Fold(line.Nick), room)] = member.Ranks;
        return true;
    }

    /// <summary>The server itself gives nobody a rank but who had it before he came back.</summary>
    private bool IsReturn(RoomView room, WireLine line)
    {
        if (line.Source != RunSettings.ServerName) return false;
        foreach (var (letter, adds, nick) in ModeLine.Read(line[1], line.Parameters.Skip(2)))
        {
            var key = (world.Names.Fold(nick ?? ""), world.Names.Fold(room.Name));
            if (!adds || !_returned.TryGetValue(key, out var ranks) || ranks?.Contains(letter, StringComparison.Ordinal) == false)
                throw Broken(Promise.RulesHold, $"nobody may do this: {line}");
        }

        return true;
    }
}
