namespace ChatServer.SimulationTests.World;

/// <summary>What went over the lines: all that can be seen of a run from outside, in the order in which it happened.</summary>
/// <param name="isKept">Whether it is written down at all: only who wants to read it needs it.</param>
public sealed class History(bool isKept)
{
    private readonly List<HistoryEntry> _entries = [];
    private ulong _digest = 14695981039346656037;

    public IReadOnlyList<HistoryEntry> Entries => _entries;

    /// <summary>A number that two runs share only if the same happened in both (FNV-1a).</summary>
    public ulong Digest => _digest;

    public void Add(TimeSpan time, int client, HistoryKind kind, string text)
    {
        if (!isKept) return;
        var entry = new HistoryEntry(time, client, kind, text);
        _entries.Add(entry);
        foreach (var letter in $"{time.Ticks} {client} {kind} {text}") _digest = (_digest ^ letter) * 1099511628211;
    }
}

/// <summary>One thing that went over a line.</summary>
/// <param name="Time">Since the beginning, in virtual time.</param>
/// <param name="Client">Whose line; 0 for what concerns the world.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The line, or what happened.</param>
public sealed record HistoryEntry(TimeSpan Time, int Client, HistoryKind Kind, string Text);

/// <summary>What went over a line.</summary>
public enum HistoryKind
{
    /// <summary>The client has sent a line.</summary>
    Sent,

    /// <summary>The client has read a line.</summary>
    Read,

    /// <summary>Something else has happened to the client.</summary>
    Note,
}
