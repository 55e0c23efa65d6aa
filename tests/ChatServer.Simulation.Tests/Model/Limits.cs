using ChatServer.SimulationTests.World;

namespace ChatServer.SimulationTests.Model;

/// <summary>The limits that hold, of those that operators may have read again (REHASH). Nobody knows when others are put in place: from
/// when they are read until whoever asked is told so, the ones or the others may hold.</summary>
/// <param name="first">Those that hold at the beginning.</param>
internal sealed class Limits(RunSettings first)
{
    private readonly List<Term> _terms = [new(first, 0)];

    /// <summary>Settings, and from when until when they may have held, in what clients send and hear.</summary>
    private sealed class Term(RunSettings settings, long from)
    {
        public RunSettings Settings => settings;

        public long From => from;

        public long Until { get; set; } = long.MaxValue;
    }

    /// <summary>Other settings have been read.</summary>
    public void OnRead(RunSettings settings, long now) => _terms.Add(new Term(settings, now));

    /// <summary>Somebody is told that what was read since he asked is in place.</summary>
    public void OnInPlace(long askedAt, long now)
    {
        // What was read last holds, or will, also when nothing has been read since.
        foreach (var term in _terms.SkipLast(1).Where(term => term.From <= askedAt && term.Until > now)) term.Until = now;
    }

    /// <summary>The greatest that a limit may have been from some moment on.</summary>
    public int Most(Func<RunSettings, int> limit, long since = 0) => Possible(since).Max(limit);

    /// <summary>The least that a limit may have been from some moment on.</summary>
    public int Least(Func<RunSettings, int> limit, long since = 0) => Possible(since).Min(limit);

    /// <summary>Whether a limit may have been this from some moment on.</summary>
    public bool MayBe(Func<RunSettings, int> limit, int value, long since) => Possible(since).Select(limit).Contains(value);

    /// <summary>What a limit is now; null when that is not known.</summary>
    public int? Known(Func<RunSettings, int> limit, long now) =>
        Possible(now).Select(limit).Distinct().ToList() is [var only] ? only : null;

    private IEnumerable<RunSettings> Possible(long since) => _terms.Where(term => term.Until >= since).Select(term => term.Settings);
}
