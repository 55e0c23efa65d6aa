using ChatServer.SimulationTests.Plans;

namespace ChatServer.SimulationTests.Model;

/// <content>Commands with a label: each is answered once, in order, and what bears the label, or stands in the batch that bears it, answers
/// the command. Source: IRCv3 labeled-response.</content>
internal sealed partial class ClientModel
{
    // Numerics that come by themselves, with the commands that each may answer all the same.
    private static readonly Dictionary<string, string[]> News = new()
    {
        ["005"] = ["ISUPPORT", "VERSION"],
        ["396"] = ["CHGHOST"],
        ["710"] = [],
        ["718"] = [],
        ["730"] = ["MONITOR"],
        ["731"] = ["MONITOR"],
    };

    private readonly Queue<string> _labels = new();

    // By label; of those that were answered as well, for their batches may still be open.
    private readonly Dictionary<string, string> _labelledVerbs = [];

    /// <summary>The line with a label, for a client that labels.</summary>
    public string Label(string line)
    {
        if (!Has(Speech.Labels) || !IsRegistered) return line;
        var label = $"l{_labelledVerbs.Count + 1}";
        _labels.Enqueue(label);
        _labelledVerbs.Add(label, VerbOf(line));
        return line.StartsWith('@') ? $"@label={label};{line[1..]}" : $"@label={label} {line}";
    }

    private static string VerbOf(string line) => line.Split(' ')[line.StartsWith('@') ? 1 : 0];

    private void CheckLabel(WireLine line)
    {
        if (line.Tags.TryGetValue("label", out var label) && (!_labels.TryDequeue(out var next) || next != label))
            throw Broken(Promise.OneCommandAtATime, $"label {label} is answered where {next ?? "none"} is next: {line}");
        if (label is null && !line.Tags.ContainsKey("batch")) return;
        if (LabelOf(line) is not { } answered || PageOf(line) is not null) return;
        var isNews = News.TryGetValue(line.Verb, out var verbs) && !verbs.Contains(_labelledVerbs[answered]);
        if (isNews || (line.User.Length > 0 && line.User != UserName))
            throw Broken(Promise.WellFormedLines, $"is no answer to {_labelledVerbs[answered]}, whose label it bears: {line}");
    }

    /// <summary>The label of a line, or of the batch that it is in; null for none.</summary>
    private string? LabelOf(WireLine line)
    {
        for (WireLine? part = line; part is not null; part = BatchOf(part))
        {
            if (part.Tags.TryGetValue("label", out var label)) return label;
        }

        return null;
    }
}
