namespace ChatServer.SimulationTests.Model;

/// <summary>The answers that one client still waits for, in the order of its commands.</summary>
/// <remarks>An answer that must come may not be overtaken. One that need not come (a message without echo) is known not to come when the
/// answer to a later command is there.</remarks>
internal sealed class Answers
{
    private readonly List<Expected> _waiting = [];

    public bool IsEmpty => _waiting.Count == 0;

    /// <summary>The first command that has to be answered and is not.</summary>
    public string? Unanswered => _waiting.Find(expected => expected.IsCertain)?.Command;

    public IEnumerable<Expected> Waiting => _waiting;

    public void Add(Expected expected) => _waiting.Add(expected);

    /// <summary>A line has come; if it is an answer, what waited before it is over.</summary>
    /// <exception cref="BrokenPromiseException">It came before another that should have come first.</exception>
    public void OnLine(WireLine line)
    {
        // Who fails says so at once, though he may have put aside what was asked before: any of those that wait may be meant.
        if (line.Verb == "400" && _waiting.FindAll(expected => expected.Matches(line)) is { Count: > 1 } candidates)
        {
            foreach (var candidate in candidates)
            {
                candidate.IsCertain = false;
                candidate.OnDoubt?.Invoke();
                candidate.OnMixedUp?.Invoke();
            }

            return;
        }

        var due = _waiting.FindIndex(expected => expected.IsCertain);
        if (due >= 0 && _waiting[due].Fits(line))
        {
            // One line may fit several commands. Then nothing is certain of any of them, but it can't come from a later one.
            var others = _waiting.GetRange(0, due).FindAll(earlier => earlier.Fits(line));
            if (others.Count > 0)
            {
                foreach (var other in others) other.OnDoubt?.Invoke();
                if (_waiting[due].Matches(line)) _waiting[due].IsCertain = false;
                return;
            }

            if (!_waiting[due].Matches(line)) return;
        }

        var index = _waiting.FindIndex(expected => expected.Fits(line));
        if (index < 0) return;
        var answered = _waiting[index];
        if (!answered.Matches(line))
        {
            DoubtLater(index, line);
            return;
        }

        if (due >= 0 && due < index)
        {
            if (IsRefusal(line) || !answered.IsCertain) return;
            throw new BrokenPromiseException(
                Promise.OneCommandAtATime, $"\"{answered.Command}\" was answered with \"{line}\" before \"{_waiting[due].Command}\"");
        }

        DoubtLater(index, line);
        var silent = _waiting.GetRange(0, index);
        _waiting.RemoveRange(0, index + 1);
        foreach (var earlier in silent) earlier.OnOver?.Invoke(null);
        answered.OnOver?.Invoke(line);
    }

    // A refusal that was taken for the answer to one, or for a part of it, may have been meant for another.
    private void DoubtLater(int index, WireLine line)
    {
        if (!IsRefusal(line)) return;
        foreach (var other in _waiting.Skip(index + 1).Where(other => other.Fits(line))) other.OnDoubt?.Invoke();
    }

    private static bool IsRefusal(WireLine line) =>
        line.Verb is "FAIL" or "501" or "502" or "531" or "573" or "716" or "723" || (line.Verb[0] is '4' or '6' && line.IsNumeric);
}

/// <summary>The answer to one command.</summary>
/// <param name="command">The command.</param>
/// <param name="isCertain">Whether an answer has to come.</param>
/// <param name="matches">Whether a line is the last, or the only, line of it.</param>
internal sealed class Expected(string command, bool isCertain, Predicate<WireLine> matches)
{
    private bool _isCertain = isCertain;
    private readonly string _verb = command.Split(' ')[0];

    public string Command => command;

    public bool IsCertain
    {
        get => _isCertain && Excuse?.Invoke() != true;
        set => _isCertain = value;
    }

    /// <summary>Whether, as is known by now, no answer need come.</summary>
    public Func<bool>? Excuse { get; init; }

    /// <summary>Numerics that are a part of it, and not its end.</summary>
    public IReadOnlyCollection<string> Parts { get; init; } = [];

    /// <summary>Whether a line is a part of it, where the numeric alone does not say so.</summary>
    public Predicate<WireLine>? IsPart { get; init; }

    /// <summary>What follows: with the line, or with null when it is known that none comes.</summary>
    public Action<WireLine?>? OnOver { get; init; }

    /// <summary>What follows when an answer has come that may be the answer to this, or to another command.</summary>
    public Action? OnDoubt { get; init; }

    /// <summary>What follows when this or another like it has failed, and nobody knows which: an answer to the one may be taken for that to
    /// the other.</summary>
    public Action? OnMixedUp { get; init; }

    public bool Fits(WireLine line) => Matches(line) || Parts.Contains(line.Verb) || IsPart?.Invoke(line) == true;

    // 400 is what the server says when an actor has failed. Of a message of several lines it names the command that ended it.
    public bool Matches(WireLine line) =>
        matches(line) || (line.Verb == "400" && (line[1] == _verb || (_verb == "PRIVMSG" && line[1] == "BATCH")));
}
