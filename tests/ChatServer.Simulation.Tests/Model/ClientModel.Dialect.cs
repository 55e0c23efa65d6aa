using ChatServer.SimulationTests.Plans;

namespace ChatServer.SimulationTests.Model;

/// <content>Nobody gets what he has not asked for. Source: the specification of each capability.</content>
internal sealed partial class ClientModel
{
    private readonly Dictionary<string, WireLine> _batches = [];

    private bool KnowsBatches => Has(Speech.Labels) || Has(Speech.Past) || Has(Speech.Multiline);

    private void CheckDialect(WireLine line)
    {
        foreach (var tag in line.Tags.Keys)
        {
            var isKnown = tag switch
            {
                "time" => Has(Speech.Times),
                "label" => Has(Speech.Labels),
                "batch" => KnowsBatches,
                "draft/multiline-concat" => Has(Speech.Multiline),
                "msgid" or "bot" => Has(Speech.Tags),
                _ => tag[0] == '+' && Has(Speech.Tags),
            };
            if (!isKnown) throw Broken(Promise.WellFormedLines, $"has not asked for the tag {tag}: {line}");
        }

        var isWelcome = line.Verb switch
        {
            "AWAY" => Has(Speech.Presence),
            "SETNAME" => Has(Speech.RealNames),
            "RENAME" => Has(Speech.NewNames),
            "REDACT" => Has(Speech.Redactions),
            "TAGMSG" => Has(Speech.Tags),
            "ACK" => Has(Speech.Labels),
            "BATCH" => KnowsBatches && (line[1] != "draft/multiline" || Has(Speech.Multiline)),
            "INVITE" => Has(Speech.Invitations) || NicksHeld.Contains(world.Names.Fold(line[0])),
            "JOIN" => line.Parameters.Count == (Has(Speech.RealNames) ? 3 : 1),
            "CHGHOST" => Has(Speech.Hosts),
            "MARKREAD" => Has(Speech.ReadMarkers),
            "ACCOUNT" => false,
            _ => true,
        };
        if (!isWelcome) throw Broken(Promise.WellFormedLines, $"has not asked for this: {line}");
        CheckStamp(line);
    }

    private void CheckStamp(WireLine line)
    {
        var isEvent = line.User.Length > 0 && !line.Tags.ContainsKey("batch") && (line.Verb != "BATCH" || line[0][0] == '+');
        if (!line.Tags.TryGetValue("time", out var text))
        {
            if (Has(Speech.Times) && isEvent) throw Broken(Promise.WellFormedLines, $"does not say when: {line}");
            return;
        }

        if (Stamps.Read(text) is not { } time) throw Broken(Promise.WellFormedLines, $"no time: {line}");
        if (!world.Settings.ClockJumps && time > clock.GetUtcNow()) throw Broken(Promise.KnowledgeIsTrue, $"has not happened yet: {line}");
        if (line.Tags.TryGetValue("msgid", out var id) && !world.Stamps.Agree(id, time))
            throw Broken(Promise.KnowledgeIsTrue, $"others have been told another time: {line}");
    }

    // BATCH +reference type parameters ... BATCH -reference
    private void OnBatch(WireLine line)
    {
        var reference = line[0][1..];
        if (line[0][0] == '+')
        {
            if (!_batches.TryAdd(reference, line)) throw Broken(Promise.WellFormedLines, $"is open already: {line}");
            if (line[1] == "chathistory") _pages.TryAdd(reference, Page.OfUnknown(line[2]));
            return;
        }

        if (!_batches.Remove(reference, out var opening)) throw Broken(Promise.WellFormedLines, $"is not open: {line}");
        CompareTargets(reference);
        if (opening[1] == "draft/multiline") CloseMessage(opening);
        if (_pages.Remove(reference, out var page)) Compare(page);
    }

    /// <summary>The batch that a line belongs to, or null.</summary>
    private WireLine? BatchOf(WireLine line)
    {
        if (!line.Tags.TryGetValue("batch", out var reference)) return null;
        return _batches.GetValueOrDefault(reference) ?? throw Broken(Promise.WellFormedLines, $"the batch is not open: {line}");
    }

    /// <summary>Whether a line, or a batch that it is in, is part of what was said before.</summary>
    private Page? PageOf(WireLine line)
    {
        for (var batch = BatchOf(line); batch is not null; batch = BatchOf(batch))
        {
            if (_pages.TryGetValue(batch[0][1..], out var page)) return page;
        }

        return null;
    }
}
