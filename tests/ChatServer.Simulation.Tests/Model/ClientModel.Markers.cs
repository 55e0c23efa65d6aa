using System.Globalization;
using ChatServer.SimulationTests.Plans;

namespace ChatServer.SimulationTests.Model;

/// <content>Up to when the client has read what. The server keeps that for it and says it again whenever it comes to a room. Source: IRCv3
/// draft/read-marker.</content>
internal sealed partial class ClientModel
{
    private const string MarkerPrefix = "timestamp=";

    // By folded room or nick.
    private readonly Dictionary<string, DateTimeOffset> _markers = [];

    // The name, folded, of the room that it has just seen itself leave, because the room is called otherwise now.
    private string? _movedFrom;

    private void ExpectMarker(string line, string[] words)
    {
        if (!Has(Speech.ReadMarkers))
        {
            Expect(line, reply => reply.Verb == "421" && IsFor(reply, words[0]));
            return;
        }

        var wish = words.Length > 2 && words[2].StartsWith(MarkerPrefix, StringComparison.Ordinal)
            ? Stamps.Read(words[2][MarkerPrefix.Length..])
            : null;
        var sentAt = clock.GetUtcNow();
        Expect(
            line,
            reply => (reply.Verb == words[0] && !IsMarkerOfArrival(reply) && world.Names.Same(reply[0], words[1]))
                || IsFailure(reply, words[0]),
            onOver: answer =>
            {
                if (wish is { } time && answer?.Verb == "MARKREAD") NoteMarker(answer, time, sentAt);
            });
    }

    private bool IsMarkerOfArrival(WireLine line) =>
        line.Verb == "MARKREAD" && Rooms.GetValueOrDefault(world.Names.Fold(line[0])) is { IsArriving: true };

    private void NoteMarker(WireLine answer, DateTimeOffset wish, DateTimeOffset sentAt)
    {
        var name = world.Names.Fold(answer[0]);

        // Where the date may have been set back, the future begins nobody knows when.
        var mayBeInFuture = wish > sentAt || world.Settings.ClockJumps;
        if (mayBeInFuture)
        {
            // What is still to come nobody has read yet: when the command is carried out, it is set to that moment.
            var shown = MarkerOf(answer);
            var isKnown = _markers.TryGetValue(name, out var known) && shown == known;
            var mayBe = world.Settings.ClockJumps
                ? shown <= wish && shown >= known
                : shown <= clock.GetUtcNow() && shown >= sentAt.AddMilliseconds(-1);
            if (!isKnown && !mayBe) throw Broken(Promise.KnowledgeIsTrue, $"has asked for {wish:O} at {sentAt:O}: {answer}");
            if (shown is { } moment) _markers[name] = moment;
        }
        else if (!_markers.TryGetValue(name, out var before) || before < wish)
        {
            _markers[name] = wish;
        }
    }

    // MARKREAD target timestamp=time, or * for none.
    private void OnMarker(WireLine line)
    {
        DateTimeOffset? known = _markers.TryGetValue(world.Names.Fold(line[0]), out var time) ? time : null;
        if (MarkerOf(line) != known)
            throw Broken(
                Promise.KnowledgeIsTrue, $"has read up to {known?.ToString("O", CultureInfo.InvariantCulture) ?? "nothing"}: {line}");
        if (Rooms.GetValueOrDefault(world.Names.Fold(line[0])) is { } room) room.IsMarked = true;
    }

    private static DateTimeOffset? MarkerOf(WireLine line) =>
        line[1].StartsWith(MarkerPrefix, StringComparison.Ordinal) ? Stamps.Read(line[1][MarkerPrefix.Length..]) : null;

    private void MoveMarker(string before, string after)
    {
        if (before != after && _markers.Remove(before, out var time)) _markers[after] = time;
    }
}
