using System.Collections;

namespace ChatServer.Actors;

/// <summary>The children of one actor, by name.</summary>
/// <remarks>Changed by the parent's turn (for the guardians, by any thread), read by any thread that follows a path: hence the lock. It is
/// never held while foreign code runs.</remarks>
internal sealed class ChildrenContainer(TimeProvider time)
{
    private readonly Dictionary<string, LocalActorRef> _byName = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private HashSet<LocalActorRef>? _stopping;
    private Dictionary<LocalActorRef, ChildRestartStats>? _stats;
    private long _lastGeneratedName;

    /// <summary>Whether a child that was told to stop is not gone yet.</summary>
    public bool HasStopping
    {
        get
        {
            lock (_lock) return _stopping is { Count: > 0 };
        }
    }

    public LocalActorRef? Find(string name)
    {
        lock (_lock) return _byName.GetValueOrDefault(name);
    }

    public bool Contains(IActorRef child)
    {
        lock (_lock) return _byName.TryGetValue(child.Path.Name, out var known) && ReferenceEquals(known, child);
    }

    public IReadOnlyList<LocalActorRef> Snapshot()
    {
        lock (_lock) return _byName.Count == 0 ? [] : [.. _byName.Values];
    }

    /// <summary>Makes a child's reference and cell and enters them; the caller starts it.</summary>
    public LocalActorRef Add(ActorSystem system, Props props, ActorCell parent, string? name)
    {
        var uid = system.NextUid();
        lock (_lock)
        {
            name ??= GenerateName(++_lastGeneratedName);
            if (_byName.ContainsKey(name)) throw new InvalidActorNameException($"Actor name '{name}' is not unique below {parent.Self}.");
            var child = new LocalActorRef(system, props, parent.Self, parent.Self.Path.Child(name, uid));
            _byName.Add(name, child);
            return child;
        }
    }

    public void MarkStopping(IInternalActorRef actor)
    {
        lock (_lock)
        {
            if (_byName.TryGetValue(actor.Path.Name, out var child) && ReferenceEquals(child, actor)) (_stopping ??= []).Add(child);
        }
    }

    public void Remove(LocalActorRef child)
    {
        lock (_lock)
        {
            _byName.Remove(child.Path.Name);
            _stopping?.Remove(child);
            _stats?.Remove(child);
        }
    }

    /// <summary>The child's record of restarts, made at its first failure.</summary>
    public ChildRestartStats StatsOf(LocalActorRef child)
    {
        lock (_lock)
        {
            _stats ??= [];
            if (!_stats.TryGetValue(child, out var stats)) _stats.Add(child, stats = new ChildRestartStats(child, time));
            return stats;
        }
    }

    /// <summary>The records of all children, gathered only if somebody looks: strategies that concern one child don't.</summary>
    public IReadOnlyCollection<ChildRestartStats> AllStats() => new StatsWhenAsked(this);

    /// <summary><c>$a</c>, <c>$b</c>, ... <c>$aa</c>: short, and no user can choose one.</summary>
    private static string GenerateName(long number)
    {
        Span<char> name = stackalloc char[16];
        var at = name.Length;
        for (; number > 0; number = (number - 1) / 26) name[--at] = (char)('a' + ((number - 1) % 26));
        name[--at] = '$';
        return new string(name[at..]);
    }

    private sealed class StatsWhenAsked(ChildrenContainer children) : IReadOnlyCollection<ChildRestartStats>
    {
        private readonly Lazy<ChildRestartStats[]> _all = new(() => [.. children.Snapshot().Select(children.StatsOf)]);

        public int Count => _all.Value.Length;

        public IEnumerator<ChildRestartStats> GetEnumerator() => _all.Value.AsEnumerable().GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
