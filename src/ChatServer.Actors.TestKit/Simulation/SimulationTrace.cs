using System.Globalization;
using System.Text;

namespace ChatServer.Actors.TestKit;

/// <summary>What happened.</summary>
public enum TraceKind
{
    /// <summary>A message was sent.</summary>
    Tell,

    /// <summary>A message is being handled.</summary>
    Handle,

    /// <summary>An actor was created.</summary>
    Started,

    /// <summary>A handler or hook threw.</summary>
    Failed,

    /// <summary>A new actor took over.</summary>
    Restarted,

    /// <summary>An actor stopped.</summary>
    Stopped,
}

/// <summary>One thing that happened in a simulation.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Time">Since the beginning, in virtual time.</param>
/// <param name="Kind">What happened.</param>
/// <param name="From">Path of the sender; empty for the test, for timers and for what has no sender.</param>
/// <param name="To">Path of the actor that it happened to.</param>
/// <param name="What">The message, or what was thrown.</param>
public sealed record TraceEntry(int Number, TimeSpan Time, TraceKind Kind, string From, string To, string What)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
            $"{Number,6} {Time:hh\\:mm\\:ss\\.ffffff} {Kind,-9} {(From.Length == 0 ? "-" : From)} -> {To} {What}").TrimEnd();
}

/// <summary>All that happened in a simulation, in order. The same seed gives the same text, byte for byte. Empty if the setup keeps no
/// trace.</summary>
public sealed class SimulationTrace
{
    private readonly List<TraceEntry> _entries = [];
    private readonly Func<object, string> _describe;
    private readonly bool _isKept;
    private DateTimeOffset? _start;

    internal SimulationTrace(Func<object, string> describe, bool isKept) => (_describe, _isKept) = (describe, isKept);

    /// <summary>The entries.</summary>
    public IReadOnlyList<TraceEntry> Entries => _entries;

    /// <summary>The last events between actors, as a picture: one column per actor, one line per message handled.</summary>
    /// <param name="last">How many lines.</param>
    public string Chart(int last = 40) => SequenceChart.Draw(_entries, last);

    /// <summary>One line per entry.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var entry in _entries) text.Append(entry).Append('\n');
        return text.ToString();
    }

    internal void Add(DateTimeOffset now, TraceKind kind, IActorRef? from, IActorRef to, object? what)
    {
        if (!_isKept) return;
        _start ??= now;
        if (what is IWrappedMessage and TimerMessage timer) what = timer.Message;
        _entries.Add(new TraceEntry(_entries.Count + 1, now - _start.Value, kind, Name(from), Name(to), what is null ? string.Empty
            : _describe(what)));
    }

    private static string Name(IActorRef? actor) => actor is null ? string.Empty : actor.Path.ToStringWithoutAddress();
}
