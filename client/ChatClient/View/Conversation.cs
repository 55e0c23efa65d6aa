using System.Collections.Immutable;

namespace ChatClient.View;

/// <summary>What a conversation is.</summary>
internal enum ConversationKind
{
    /// <summary>What the server and the program say.</summary>
    Server,
    Room,

    /// <summary>With one other person.</summary>
    Private,
}

/// <summary>What is known about the history that the server keeps.</summary>
internal enum OlderHistory
{
    /// <summary>There may be more.</summary>
    Unknown,

    /// <summary>Asked for, and not here yet.</summary>
    Loading,

    /// <summary>There is none before what is shown.</summary>
    None,
}

/// <summary>Where a conversation is scrolled to: which row of which entry is the last one seen.</summary>
/// <param name="EntryId">The entry.</param>
/// <param name="Row">Its row, from 0.</param>
internal readonly record struct ScrollAnchor(long EntryId, int Row);

/// <summary>A room, a private conversation, or the server's: what was said, and what of it is new.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Name">The room, the other person's nick, or the network.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Members">Who is there.</param>
internal sealed record Conversation(string Name, ConversationKind Kind, MemberList Members)
{
    /// <summary>Most entries that are kept; beyond, the oldest are let go.</summary>
    public const int MostEntries = 5000;

    // While someone reads far up, nothing is taken away from under him until there is far too much.
    private const int MostEntriesScrolled = 2 * MostEntries;

    // More people in one entry would make a fold that takes long to change.
    private const int MostPassages = 200;
    private const int MostSpeakers = 50;

    public ImmutableList<Entry> Entries { get; init; } = [];

    /// <summary>How many messages are new.</summary>
    public int Unread { get; init; }

    /// <summary>How many of them are for us.</summary>
    public int Mentions { get; init; }

    /// <summary>The last entry that was seen before: the line "new" goes behind it; null for no line.</summary>
    public long? SeenUpTo { get; init; }

    /// <summary>Time of the last message read, here or on another client, as the server knows; null if it does not.</summary>
    public DateTimeOffset? ReadUpTo { get; init; }

    /// <summary>Where it is scrolled to; null: to the end, and it follows what comes.</summary>
    public ScrollAnchor? Scroll { get; init; }

    /// <summary>What is being typed here.</summary>
    public InputLine Draft { get; init; } = InputLine.Empty;

    /// <summary>The entry that what is being typed answers, or null.</summary>
    public Entry? ReplyTo { get; init; }

    public string Topic { get; init; } = string.Empty;

    public string Modes { get; init; } = string.Empty;

    /// <summary>Whether we are in the room.</summary>
    public bool IsJoined { get; init; }

    public OlderHistory Older { get; init; }

    /// <summary>Who types just now.</summary>
    public ImmutableSortedSet<string> Typing { get; init; } = [];

    /// <summary>Who spoke, the last one first.</summary>
    public ImmutableList<string> Speakers { get; init; } = [];

    /// <summary>With one more entry at the end; people who come and go are folded into one.</summary>
    public Conversation Append(Entry entry)
    {
        var last = Entries.Count > 0 ? Entries[^1] : null;
        if (entry.Kind == EntryKind.Passages && last?.Kind == EntryKind.Passages && SeenUpTo != last.Id
            && last.Passages.Count < MostPassages)
            return this with { Entries = Entries.SetItem(Entries.Count - 1, Fold(last, entry)) };

        var entries = Entries.Add(entry);
        var most = Scroll is null ? MostEntries : MostEntriesScrolled;
        var isFull = entries.Count > most;
        return this with
        {
            Entries = isFull ? entries.RemoveRange(0, most / 10) : entries,
            Older = isFull ? OlderHistory.Unknown : Older,
        };
    }

    /// <summary>With older entries before all others.</summary>
    public Conversation Prepend(IEnumerable<Entry> older) => this with { Entries = Entries.InsertRange(0, older) };

    /// <summary>With entries sorted in by time; among equals, behind those that are there.</summary>
    /// <param name="others">The entries, the oldest first.</param>
    public Conversation Merge(IReadOnlyList<Entry> others)
    {
        if (others.Count == 0)
            return this;

        var from = Entries.Count;
        while (from > 0 && Entries[from - 1].Time > others[0].Time)
            from--;
        var merged = others.Concat(Entries.GetRange(from, Entries.Count - from)).OrderBy(entry => entry.Time);
        return this with { Entries = Entries.RemoveRange(from, Entries.Count - from).AddRange(merged) };
    }

    /// <summary>Index of an entry, or -1. Looks at the newest first.</summary>
    public int IndexOf(Func<Entry, bool> isIt)
    {
        for (var index = Entries.Count - 1; index >= 0; index--)
        {
            if (isIt(Entries[index]))
                return index;
        }

        return -1;
    }

    /// <summary>With the newest entry that fits changed; as it is if there is none.</summary>
    public Conversation Change(Func<Entry, bool> isIt, Func<Entry, Entry> change) =>
        IndexOf(isIt) is var index and >= 0 ? this with { Entries = Entries.SetItem(index, change(Entries[index])) } : this;

    /// <summary>Someone has spoken: he is the first one to be completed, and does not type any more.</summary>
    public Conversation Heard(string nick)
    {
        var others = Speakers.RemoveAll(other => other.Equals(nick, StringComparison.OrdinalIgnoreCase));
        if (others.Count >= MostSpeakers)
            others = others.RemoveAt(others.Count - 1);
        return this with { Speakers = others.Insert(0, nick), Typing = Typing.Remove(nick) };
    }

    /// <summary>All of it seen: nothing is new, and what comes next will be.</summary>
    public Conversation Seen() => this with { Unread = 0, Mentions = 0, SeenUpTo = Entries.Count > 0 ? Entries[^1].Id : null };

    private static Entry Fold(Entry last, Entry next) => last with { Passages = last.Passages.AddRange(next.Passages) };
}
