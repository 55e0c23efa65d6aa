using ChatServer.SimulationTests.Plans;

namespace ChatServer.SimulationTests.Model;

/// <content>Whether what is remembered is what the client has heard and seen itself, in that order and up to that point.</content>
internal sealed partial class ClientModel
{
    private void CheckAge(Page page, WireLine line)
    {
        var age = world.Settings.HistoryAge;
        if (age == TimeSpan.Zero || world.Settings.ClockJumps || page.AskedAt == default) return;
        if (TimeOf(line) is { } time && time < page.AskedAt - age)
            throw Broken(Promise.BoundedEverything, $"is remembered for longer than {age}: {line}");
    }

    private void Compare(Page page)
    {
        if (page.Messages.Count > page.Limit) throw Wrong($"has {page.Messages.Count} messages");
        if (!page.Target.StartsWith('#'))
        {
            Told.Talks[world.Names.Fold(page.Target)] = page.Messages;
            return;
        }

        if (Rooms.GetValueOrDefault(world.Names.Fold(page.Target)) is not { } room)
        {
            if (!Rooms.Keys.Any(name => world.Aliases.MayBeSame(name, page.Target)))
                throw Broken(Promise.RulesHold, $"reads what was said in {page.Target}, and is not in it");
            return;
        }

        for (var i = 1; i < page.Messages.Count; i++) world.OrderOf(room.Name).Add(page.Messages[i - 1].Text, page.Messages[i].Text);

        // Who does not hear himself does not know all that was said, and who was left out of something does not either.
        var hearsOfGaps = Has(Speech.Redactions) || !world.Ledger.HasRedactions;
        var knows = Has(Speech.Echo) && !world.HidesSpeech && hearsOfGaps && world.Faults == 0;
        if (!knows) return;
        var known = page.Messages.Where(room.Heard.Contains).ToList();
        if (known.Count > 0)
        {
            var start = room.Heard.IndexOf(known[0]);
            if (!room.Heard.Skip(start).Take(known.Count).SequenceEqual(known)) throw Wrong("leaves something out, or has another order");
            if (!page.Messages.TakeLast(known.Count).SequenceEqual(known)) throw Wrong("has something after what came later");
        }

        // Some events it may not have seen.
        var isAllRemembered = 2 * room.EventsSeen < world.Limits.Least(limits => limits.HistoryEvents);
        CheckExpected(page, room, isAllRemembered);
        var middle = page.Subcommand == "AROUND" ? page.From?.Said : null;
        if (isAllRemembered && middle is not null && !known.Contains(middle) && room.Heard.Contains(middle))
            throw Wrong("does not have the message that it is about");

        BrokenPromiseException Wrong(string how) =>
            Broken(
                Promise.KnowledgeIsTrue,
                $"{page.Subcommand} {page.Target} {page.From} {page.To} {page.Limit} {how}: "
                + string.Join(' ', page.Messages.Select(said => said.Text)));
    }

    private void CheckExpected(Page page, RoomView room, bool isAllRemembered)
    {
        if (world.Settings.HistoryAge > TimeSpan.Zero)
        {
            // What was said so lately is remembered, however late it was taken.
            var from = clock.GetUtcNow() - world.Settings.HistoryAge;
            if (page is not { Subcommand: "LATEST", From: null } || page.Lines >= page.Limit || world.Settings.ClockJumps) return;
            if (!isAllRemembered || room.Heard.Find(said => said.SentAt > from && !page.Messages.Contains(said)) is not { } forgotten)
                return;
            throw Broken(Promise.KnowledgeIsTrue, $"\"{forgotten.Text}\" is not remembered, that was said at {forgotten.SentAt:O}");
        }

        if (!isAllRemembered) return;
        var seesEvents = Has(Speech.Events);

        // Who is told something else instead of what has happened does not know what is remembered.
        var isToldOtherwise = !Has(Speech.Tags) || (world.HasNewHosts && !Has(Speech.Hosts))
            || (world.Aliases.IsDoubtful(room.Name) && !Has(Speech.NewNames));
        if (seesEvents && isToldOtherwise) return;
        var seen = room.Seen.Where(entry => seesEvents || entry is Said).ToList();
        if (Expected(page, seen) is not { } expected || page.Entries.Where(seen.Contains).SequenceEqual(expected)) return;
        throw Broken(
            Promise.KnowledgeIsTrue,
            $"{page.Subcommand} {page.Target} {page.From} {page.To} {page.Limit} has "
            + $"{string.Join(' ', page.Entries.Select(Show))}, and not "
            + string.Join(' ', expected.Select(Show)));

        static string? Show(object entry) => entry is Said said ? said.Text : entry as string;
    }

    /// <summary>What of the answer the client must know; null when that can't be said.</summary>
    private List<object>? Expected(Page page, List<object> seen)
    {
        var (from, to) = (Locate(page.From, seen), Locate(page.To, seen));
        if (from is not var (start, end) || to is not var (otherStart, otherEnd)) return null;
        return page.Subcommand switch
        {
            "LATEST" => [.. seen.Skip(end).TakeLast(page.Limit)],
            "BEFORE" => [.. seen.Take(start).TakeLast(page.Limit)],
            "AFTER" => [.. seen.Skip(end).Take(page.Limit)],
            "BETWEEN" when start <= otherStart => [.. seen.Take(otherStart).Skip(end).Take(page.Limit)],
            "BETWEEN" => [.. seen.Take(start).Skip(otherEnd).TakeLast(page.Limit)],
            _ => null,
        };
    }

    /// <summary>Which part of what the client has seen a point covers, from the first up to, but without, the second: one message, or all
    /// that has happened at one time; for no point the beginning. Null when that can't be said.</summary>
    private (int Start, int End)? Locate(Point? point, List<object> seen)
    {
        if (point is null) return (0, 0);
        if (point.Said is { } said) return seen.IndexOf(said) is >= 0 and var position ? (position, position + 1) : null;
        var times = seen.ConvertAll(entry => (entry as string ?? (entry as Said)?.Id) is { } id ? world.Stamps.TimeOf(id) : null);

        // Of what has happened here before it came, or while it was elsewhere, it knows nothing.
        if (times is [var first, ..] && point.Time < first) return null;
        return times.Contains(null) ? null : (times.Count(time => time < point.Time), times.Count(time => time <= point.Time));
    }
}
