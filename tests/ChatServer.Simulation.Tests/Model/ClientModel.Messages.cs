using ChatServer.SimulationTests.Plans;

namespace ChatServer.SimulationTests.Model;

/// <content>What is said: each message once, to whom it was said, in the order in which its sender said it.</content>
internal sealed partial class ClientModel
{
    private void OnMessage(WireLine line)
    {
        var said = world.Ledger.Find(line[1]) ?? throw Broken(Promise.NothingSilent, $"nobody said that: {line}");
        var isEcho = said.Sender == Number && line.User == UserName;
        if (said.Outcome == Outcome.Refused) throw Broken(Promise.NothingSilent, $"its sender was told that it was refused: {line}");
        if (isEcho && !said.IsToRoom && Has(Speech.Echo)) return;
        if (isEcho && said.IsToRoom && !Has(Speech.Echo)) throw Broken(Promise.NothingSilent, $"hears itself: {line}");
        if (said.IsToRoom ? !world.Names.Same(line[0], said.Target) : !NicksHeld.Contains(said.Target))
            throw Broken(Promise.NothingSilent, $"was said to {said.Target}: {line}");
        if (!said.HeardBy.Add(Number)) throw Broken(Promise.NothingSilent, $"heard twice: {line}");
        if (!said.IsToRoom && said.HeardBy.Count > 1) throw Broken(Promise.NothingSilent, $"somebody else has heard it as well: {line}");
        if (_lastHeardOf.GetValueOrDefault(said.Sender) > said.Number)
            throw Broken(Promise.OneCommandAtATime, $"heard after a message that its sender sent later: {line}");
        _lastHeardOf[said.Sender] = said.Number;
        world.Ledger.Settle(said);
        if (said.IsToRoom)
        {
            var room = isEcho && !Rooms.ContainsKey(said.Target) ? null : RoomOf(line, line[0]);
            if (room is null) return;
            Place(said.Target, line);
            CheckMaySpeak(room, line);
        }
        else if (!isEcho && line[0] != Nick)
        {
            throw Broken(Promise.KnowledgeIsTrue, $"is called {line[0]}: {line}");
        }
    }

    /// <summary>Of a user whose actor was made to fail: rooms notice his end one by one, and what he said may come from one of them after
    /// his QUIT from another.</summary>
    private void OnLastWord(WireLine line)
    {
        if (world.Ledger.Find(line[1]) is not { } said) return;
        said.HeardBy.Add(Number);
        world.Ledger.Settle(said);
    }
}
