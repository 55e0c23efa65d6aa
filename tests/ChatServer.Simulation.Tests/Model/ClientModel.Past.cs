using ChatServer.SimulationTests.Plans;

namespace ChatServer.SimulationTests.Model;

/// <content>What was said before. A member has heard a part of it himself, so of that part he knows what the answer must be. Source: IRCv3
/// draft/chathistory.</content>
internal sealed partial class ClientModel
{
    /// <summary>Most messages in one answer, the server's CHATHISTORY.</summary>
    public const int MostAtOnce = 100;

    private readonly Dictionary<string, Page> _pages = [];

    /// <summary>A question, and what of the answer has come.</summary>
    /// <param name="Subcommand">Of CHATHISTORY.</param>
    /// <param name="Target">A room or a nick.</param>
    /// <param name="From">The point named, or null.</param>
    /// <param name="To">The other one, or null.</param>
    /// <param name="Limit">How many at most.</param>
    private sealed record Page(string Subcommand, string Target, Point? From, Point? To, int Limit)
    {
        /// <summary>When it was asked.</summary>
        public DateTimeOffset AskedAt { get; init; }

        public List<Said> Messages { get; } = [];

        /// <summary>Messages, and the ids of what has happened.</summary>
        public List<object> Entries { get; } = [];

        /// <summary>How many lines it has: no fewer than the server counts, also of a client without tags, who gets no ids.</summary>
        public int Lines { get; set; }

        /// <summary>It is past, and of several questions it can't be said which one it answers.</summary>
        public static Page OfUnknown(string target) => new("?", target, null, null, int.MaxValue);
    }

    /// <summary>A message, or the time of one.</summary>
    private sealed record Point(Said? Said, DateTimeOffset Time)
    {
        public override string ToString() => Said is null ? $"{Time:O}" : Said.Text;
    }

    /// <summary>The command for a part of what was said in a room; null when the client can't name it.</summary>
    public string? Recall(Step.Recall recall)
    {
        var heard = Rooms.GetValueOrDefault(world.Names.Fold(recall.Room))?.Heard;
        if (!Has(Speech.Past)) return null;
        var (from, to) = (Named(recall.From), Named(recall.To));
        return recall.Subcommand switch
        {
            "LATEST" when from is not null && recall.To < recall.From => $"CHATHISTORY LATEST {recall.Room} {from} {recall.Limit}",
            "LATEST" => $"CHATHISTORY LATEST {recall.Room} * {recall.Limit}",
            "BETWEEN" when from is not null && to is not null => $"CHATHISTORY BETWEEN {recall.Room} {from} {to} {recall.Limit}",
            "BEFORE" or "AFTER" or "AROUND" when from is not null => $"CHATHISTORY {recall.Subcommand} {recall.Room} {from} {recall.Limit}",
            _ => null,
        };

        string? Named(int back)
        {
            if (heard is null || back >= heard.Count || heard[^(back + 1)].Id is not { } id) return null;
            if (!recall.ByTime || world.Settings.ClockJumps || world.Stamps.TimeOf(id) is not { } time) return $"msgid={id}";
            return $"timestamp={Stamps.Write(time)}";
        }
    }

    /// <summary>The command that takes back what the client heard in a room so many messages ago; null when it can't.</summary>
    public string? TakeBack(Step.TakeBack step)
    {
        if (step.IsPrivate)
        {
            if (step.Back >= _privates.Count || _privates[^(step.Back + 1)] is not ({ Id: { } known }, var partner)) return null;
            world.Ledger.HasRedactions = true;
            return $"REDACT {partner} {known} :again";
        }

        var heard = Rooms.GetValueOrDefault(world.Names.Fold(step.Room))?.Heard;
        if (heard is null || step.Back >= heard.Count || heard[^(step.Back + 1)].Id is not { } id) return null;
        world.Ledger.HasRedactions = true;
        return $"REDACT {step.Room} {id} :again";
    }

    private void ExpectPast(string line, string[] words)
    {
        if (words.Length < 4 || words[1] == "TARGETS")
        {
            ExpectTargets(line);
            return;
        }

        var limit = Math.Min(MostAtOnce, int.Parse(words[^1], System.Globalization.CultureInfo.InvariantCulture));
        var to = words[1] == "BETWEEN" ? Named(words[4]) : null;
        var page = new Page(words[1], words[2], Named(words[3]), to, limit) { AskedAt = clock.GetUtcNow() };
        var isMixedUp = false;
        Expect(
            line,
            reply => IsFailure(reply, "CHATHISTORY") || (IsBatchOf(reply, "chathistory") && world.Aliases.MayBeSame(reply[2], words[2])),
            onOver: answer =>
            {
                if (answer?.Verb == "BATCH" && !isMixedUp) _pages.Add(answer[0][1..], page);
            },
            onMixedUp: () => isMixedUp = true);

        Point? Named(string point) => point.Split('=') switch
        {
            ["msgid", var id] when world.Ledger.FindById(id) is { } said => new Point(said, default),
            ["timestamp", var text] when Stamps.Read(text) is { } time => new Point(null, time),
            _ => null,
        };
    }

    private static bool IsFailure(WireLine line, string verb) => line.Verb == "FAIL" && line[0] == verb;

    private static bool IsBatchOf(WireLine line, string type) => line.Verb == "BATCH" && line[0][0] == '+' && line[1] == type;

    private void OnPast(Page page, WireLine line)
    {
        CheckAge(page, line);
        page.Lines++;
        if (line.Verb is not ("PRIVMSG" or "NOTICE" or "TAGMSG"))
        {
            if (!Has(Speech.Events)) throw Broken(Promise.WellFormedLines, $"has asked for what was said only: {line}");
            if (line.Tags.TryGetValue("msgid", out var id) && !id.Equals(page.Entries.LastOrDefault())) page.Entries.Add(id);
            return;
        }

        if (line.Verb == "TAGMSG") return;
        var text = line[1];

        // The later lines of a message stand behind its first one.
        if (text.IndexOf('/', StringComparison.Ordinal) is > 0 and var end)
        {
            if (page.Messages.Count == 0 || page.Messages[^1].Text != text[..end])
                throw Broken(Promise.KnowledgeIsTrue, $"is remembered apart from its first line: {line}");
            return;
        }

        var said = world.Ledger.Find(text) ?? throw Broken(Promise.KnowledgeIsTrue, $"nobody ever said what is remembered: {line}");
        CheckUnchanged(said, line);
        if (_redacted.Contains(said) || (said.IsRedacted && world.IsAtRest))
            throw Broken(Promise.KnowledgeIsTrue, $"was taken back and is remembered: {line}");
        if (!said.IsToRoom && said.Sender != Number && !NicksHeld.Contains(said.Target))
            throw Broken(Promise.RulesHold, $"was said to somebody else: {line}");
        var target = line[0].TrimStart([.. RoomView.RankSigns]);
        if (Rooms.GetValueOrDefault(world.Names.Fold(page.Target)) is { } room && !world.Names.Same(target, room.Name))
            throw Broken(Promise.KnowledgeIsTrue, $"is remembered by another name than {room.Name}: {line}");
        page.Messages.Add(said);
        page.Entries.Add(said);
    }
}
