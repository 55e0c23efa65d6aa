using System.Collections;

namespace ChatServer.Actors;

/// <summary>The children of one actor, by name.</summary>
/// <remarks>Changed by the parent's turn (for the guardians, by any thread) and read by any thread that follows a path. Therefore it has a
/// lock, which is never held while foreign code runs.</remarks>
internal sealed class ChildrenContainer(TimeProvider time)
{
    private readonly Dictionary<string, LocalActorRef> _byName = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private HashSet<LocalActorRef>? _stopping;

    /// <summary>Children that have stopped, whose names are free, but of whose end the parent has not been told yet.</summary>
    private HashSet<LocalActorRef>? _gone;
    private Dictionary<LocalActorRef, ChildRestartStats>? _stats;
    private long _lastGeneratedName;

    /// <summary>Whether a child that was told to stop has not stopped yet.</summary>
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

    /// <summary>Whether it is a child of whose end the parent has not been told.</summary>
    public bool Contains(LocalActorRef child)
    {
        lock (_lock) return HasName(child) || _gone?.Contains(child) == true;
    }

    public IReadOnlyList<LocalActorRef> Snapshot()
    {
        lock (_lock) return _byName.Count == 0 ? [] : [.. _byName.Values];
    }

    /// <summary>Makes a child's reference and cell and adds them; the caller starts it.</summary>
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
            if (actor is LocalActorRef child && HasName(child)) (_stopping ??= []).Add(child);
        }
    }

    /// <summary>The child has stopped: its name is free from now on. Called in the child's last turn, before anyone is told of its end, so
    /// that whoever is told can use the name.</summary>
    public void FreeName(LocalActorRef child)
    {
        lock (_lock)
        {
            if (!HasName(child)) return;
            _byName.Remove(child.Path.Name);
            (_gone ??= []).Add(child);
        }
    }

    /// <summary>The parent has been told of the child's end.</summary>
    public void Remove(LocalActorRef child)
    {
        lock (_lock)
        {
            if (HasName(child)) _byName.Remove(child.Path.Name);
            _gone?.Remove(child);
            _stopping?.Remove(child);
            _stats?.Remove(child);
        }
    }

    /// <summary>The child's restart record, made at its first failure.</summary>
    public ChildRestartStats StatsOf(LocalActorRef child)
    {
        lock (_lock)
        {
            _stats ??= [];
            if (!_stats.TryGetValue(child, out var stats)) _stats.Add(child, stats = new ChildRestartStats(child, time));
            return stats;
        }
    }

    /// <summary>The restart records of all children, collected only on use: strategies for one child don't need them.</summary>
    public IReadOnlyCollection<ChildRestartStats> AllStats() => new StatsWhenAsked(this);

    private bool HasName(LocalActorRef child) => _byName.TryGetValue(child.Path.Name, out var known) && ReferenceEquals(known, child);

    /// <summary><c>$a</c>, <c>$b</c>, ... <c>$aa</c>: short, and no user can choose such a name.</summary>
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
