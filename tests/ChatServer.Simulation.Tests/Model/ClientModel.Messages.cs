using ChatServer.SimulationTests.Plans;

namespace ChatServer.SimulationTests.Model;

/// <content>What is said: each message once, to whom it was said, in the order in which its sender said it, as he said it.</content>
internal sealed partial class ClientModel
{
    // Of a message of several lines, those that must come next; for a client that gets it as a batch, until that is closed.
    private readonly Queue<string> _linesToCome = new();

    // What was said to the client, or by it to somebody; with the nick of the other.
    private readonly List<(Said Said, string Partner)> _privates = [];

    private void OnMessage(WireLine line)
    {
        var text = TextOf(line);
        if (_linesToCome.Count > 0)
        {
            if (_linesToCome.Dequeue() != text) throw Broken(Promise.NothingSilent, $"is not the next line of the message: {line}");
            return;
        }

        var said = world.Ledger.Find(text) ?? throw Broken(Promise.NothingSilent, $"nobody said that: {line}");
        var isEcho = said.Sender == Number && line.User == UserName;
        if (said.Outcome == Outcome.Refused) throw Broken(Promise.NothingSilent, $"its sender was told that it was refused: {line}");
        foreach (var more in said.MoreLines) _linesToCome.Enqueue(more);
        CheckUnchanged(said, line);
        if (said.IsToAll && !isEcho)
        {
            if (world.Find(line.User)?.MayBeOperator != true) throw Broken(Promise.RulesHold, $"is no operator: {line}");
            if (line[0] != said.Target) throw Broken(Promise.NothingSilent, $"was said to {said.Target}: {line}");
            if (!said.HeardBy.Add(Number)) throw Broken(Promise.NothingSilent, $"heard twice: {line}");
            return;
        }

        if (isEcho && !said.IsToRoom && Has(Speech.Echo))
        {
            _privates.Add((said, line[0]));
            return;
        }

        if (isEcho && said.IsToRoom && !Has(Speech.Echo)) throw Broken(Promise.NothingSilent, $"hears itself: {line}");
        var target = said.Status is null ? line[0] : line[0][1..];
        if (said.IsToRoom ? !world.Aliases.MayBeSame(target, said.Target) : !NicksHeld.Contains(said.Target))
            throw Broken(Promise.NothingSilent, $"was said to {said.Target}: {line}");
        if (!said.HeardBy.Add(Number)) throw Broken(Promise.NothingSilent, $"heard twice: {line}");
        if (!said.IsToRoom && said.HeardBy.Count > 1) throw Broken(Promise.NothingSilent, $"somebody else has heard it as well: {line}");
        if (_lastHeardOf.GetValueOrDefault(said.Sender) > said.Number)
            throw Broken(Promise.OneCommandAtATime, $"heard after a message that its sender sent later: {line}");
        _lastHeardOf[said.Sender] = said.Number;
        world.Ledger.Settle(said);
        if (said.IsToRoom) OnRoomMessage(said, target, isEcho, line);
        else if (!isEcho && line[0] != Nick) throw Broken(Promise.KnowledgeIsTrue, $"is called {line[0]}: {line}");
        if (!said.IsToRoom && _nicksLost.GetValueOrDefault(said.Target, long.MaxValue) < said.Moment)
            throw Broken(Promise.OneOwnerPerNick, $"is not called {said.Target} any more, to whom it was said: {line}");
        if (!said.IsToRoom && !isEcho) CheckMayCall(said, line);
        if (!said.IsToRoom) _privates.Add((said, line.Nick));
    }

    private void OnRoomMessage(Said said, string target, bool isEcho, WireLine line)
    {
        var room = isEcho && !Rooms.ContainsKey(world.Names.Fold(target)) ? null : RoomOf(line, target);
        if (room is null) return;
        Place(world.Names.Fold(target), line);
        CheckMaySpeak(room, line);
        if (said.Status is null && line.Verb != "TAGMSG")
        {
            room.Heard.Add(said);
            room.Seen.Add(said);
        }

        if (said.Status is not { } status || isEcho) return;
        if (line[0][0] != status) throw Broken(Promise.NothingSilent, $"was said to {status}{said.Target}: {line}");
        var me = room.Members.GetValueOrDefault(world.Names.Fold(Nick));
        if (me?.Ranks is not null && me.Height < RoomView.HeightOfSign(status))
            throw Broken(Promise.RulesHold, $"'{me.Signs}{Nick}' hears what is for others: {line}");
    }

    /// <summary>Everybody hears it as it was said, with the same id and the same time; so does who reads it later.</summary>
    private void CheckUnchanged(Said said, WireLine line)
    {
        var tags = BatchOf(line) is { } batch && batch[1] == "draft/multiline" ? batch.Tags : line.Tags;
        if (tags.TryGetValue("msgid", out var id))
        {
            if ((said.Id ??= id) != id) throw Broken(Promise.KnowledgeIsTrue, $"is {said.Id} for others: {line}");
            if (!world.Ledger.Name(said)) throw Broken(Promise.KnowledgeIsTrue, $"another message has this id: {line}");
        }

        if (line.Verb != said.Verb) throw Broken(Promise.NothingSilent, $"was a {said.Verb}: {line}");
        if (Has(Speech.Tags) && said.Note != tags.GetValueOrDefault("+note"))
            throw Broken(Promise.NothingSilent, $"was said with +note={said.Note}: {line}");
        if (!world.Settings.ClockJumps && tags.TryGetValue("time", out var text) && Stamps.Read(text) < said.SentAt.AddMilliseconds(-1))
            throw Broken(Promise.KnowledgeIsTrue, $"was not said before {said.SentAt:O}: {line}");
    }

    private static string TextOf(WireLine line) => line.Verb == "TAGMSG" ? line.Tags.GetValueOrDefault("+said", "") : line[1];

    private void CloseMessage(WireLine opening)
    {
        if (_linesToCome.Count > 0 && PageOf(opening) is null)
            throw Broken(Promise.NothingSilent, $"the batch ends before \"{_linesToCome.Peek()}\": {opening}");
    }
}
