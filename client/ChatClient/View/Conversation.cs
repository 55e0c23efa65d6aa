using System.Collections.Immutable;

namespace ChatClient.View;

/// <summary>The kinds of conversations.</summary>
internal enum ConversationKind
{
    /// <summary>Messages of the server and the program.</summary>
    Server,
    Room,

    /// <summary>With one other person.</summary>
    Private,
}

/// <summary>Whether the server may have older messages than those shown.</summary>
internal enum OlderHistory
{
    /// <summary>It may have more.</summary>
    Unknown,

    /// <summary>They were requested and have not arrived yet.</summary>
    Loading,

    /// <summary>It has none.</summary>
    None,
}

/// <summary>The scroll position of a conversation: the entry and the row that are at the bottom of the screen.</summary>
/// <param name="EntryId">The entry.</param>
/// <param name="Row">Row of the entry, from 0.</param>
internal readonly record struct ScrollAnchor(long EntryId, int Row);

/// <summary>A room, a private conversation, or the server's: its messages and events, and which of them are new.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Name">The room, the other person's nick, or the network.</param>
/// <param name="Kind">The kind of conversation.</param>
/// <param name="Members">The members of the room.</param>
internal sealed record Conversation(string Name, ConversationKind Kind, MemberList Members)
{
    /// <summary>Maximum number of entries. Beyond it, the oldest are removed.</summary>
    public const int MostEntries = 5000;

    // While the user reads older messages, the limit is higher, so that what the user reads is not removed.
    private const int MostEntriesScrolled = 2 * MostEntries;

    // An entry with more people than this would take too long to change.
    private const int MostPassages = 200;
    private const int MostSpeakers = 50;

    public ImmutableList<Entry> Entries { get; init; } = [];

    /// <summary>Number of new messages.</summary>
    public int Unread { get; init; }

    /// <summary>Number of new messages that mention us; in a private conversation, of all new messages.</summary>
    public int Mentions { get; init; }

    /// <summary>Id of the last entry that was seen; the line "new" comes after it. Null for no line.</summary>
    public long? SeenUpTo { get; init; }

    /// <summary>Time of the last message read, here or on another client, as far as the server knows; null if it does not.</summary>
    public DateTimeOffset? ReadUpTo { get; init; }

    /// <summary>The scroll position. Null: at the end, where new entries scroll the screen.</summary>
    public ScrollAnchor? Scroll { get; init; }

    /// <summary>The text being typed in this conversation.</summary>
    public InputLine Draft { get; init; } = InputLine.Empty;

    /// <summary>The entry that the text being typed replies to, or null.</summary>
    public Entry? ReplyTo { get; init; }

    public string Topic { get; init; } = string.Empty;

    public string Modes { get; init; } = string.Empty;

    /// <summary>Whether we are in the room.</summary>
    public bool IsJoined { get; init; }

    public OlderHistory Older { get; init; }

    /// <summary>Who is typing now.</summary>
    public ImmutableSortedSet<string> Typing { get; init; } = [];

    /// <summary>Who has spoken, most recent first.</summary>
    public ImmutableList<string> Speakers { get; init; } = [];

    /// <summary>Adds an entry at the end. People who come and go in a row are combined into one entry.</summary>
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

    /// <summary>Adds older entries in front.</summary>
    public Conversation Prepend(IEnumerable<Entry> older) => this with { Entries = Entries.InsertRange(0, older) };

    /// <summary>Inserts entries by time.</summary>
    /// <param name="others">The entries, oldest first.</param>
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

    /// <summary>Index of the newest entry that matches, or -1.</summary>
    public int IndexOf(Func<Entry, bool> isIt)
    {
        for (var index = Entries.Count - 1; index >= 0; index--)
        {
            if (isIt(Entries[index]))
                return index;
        }

        return -1;
    }

    /// <summary>Changes the newest entry that matches. Without a match, nothing changes.</summary>
    public Conversation Change(Func<Entry, bool> isIt, Func<Entry, Entry> change) =>
        IndexOf(isIt) is var index and >= 0 ? this with { Entries = Entries.SetItem(index, change(Entries[index])) } : this;

    /// <summary>Records that someone has spoken: completion offers them first, and they are no longer typing.</summary>
    public Conversation Heard(string nick)
    {
        var others = Speakers.RemoveAll(other => other.Equals(nick, StringComparison.OrdinalIgnoreCase));
        if (others.Count >= MostSpeakers)
            others = others.RemoveAt(others.Count - 1);
        return this with { Speakers = others.Insert(0, nick), Typing = Typing.Remove(nick) };
    }

    /// <summary>Marks everything as seen; entries added later are new.</summary>
    public Conversation Seen() => this with { Unread = 0, Mentions = 0, SeenUpTo = Entries.Count > 0 ? Entries[^1].Id : null };

    private static Entry Fold(Entry last, Entry next) => last with { Passages = last.Passages.AddRange(next.Passages) };
}
