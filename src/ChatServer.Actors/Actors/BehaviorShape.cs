using System.Collections.Concurrent;

namespace ChatServer.Actors;

/// <summary>What all actors that make the same sequence of Receive calls share: the types, the kinds, and which handlers fit which
/// message.</summary>
/// <remarks>
/// Shapes form a tree: each call leads from one shape to the next, and the same call always to the same one. So the thousandth actor of a
/// class finds the shape that the first one built, with its routes, and building its behaviour allocates no shape. There are as many shapes
/// as places in the program that configure behaviours. They live as long as the process.
/// </remarks>
internal sealed class BehaviorShape
{
    public static readonly BehaviorShape Empty = new([], slots: 0);

    private readonly Entry[] _entries;
    private readonly int _slots;
    private readonly ConcurrentDictionary<(Type Type, HandlerKind Kind), BehaviorShape> _next = new(concurrencyLevel: 1, capacity: 1);
    private RouteTable _routes = RouteTable.Empty;

    private BehaviorShape(Entry[] entries, int slots) => (_entries, _slots) = (entries, slots);

    /// <summary>Whether the last handler takes every message.</summary>
    public bool TakesEverything => _entries is [.., { IsUnconditional: true } last] && last.Type == typeof(object);

    public BehaviorShape With(Type type, HandlerKind kind) =>
        _next.GetOrAdd(
            (type, kind),
            static (step, shape) => new([.. shape._entries, new Entry(step.Type, step.Kind, shape._slots)], shape._slots + step.Kind.Slots),
            this);

    /// <summary>The handlers to try for a message of exactly this type, in order.</summary>
    public ReadOnlySpan<Entry> RouteFor(Type messageType)
    {
        // A table never changes. A thread that still sees the previous table finds no route and computes it again.
        return Volatile.Read(ref _routes).Find(messageType) ?? AddRoute(messageType);
    }

    private Entry[] AddRoute(Type messageType)
    {
        var route = new List<Entry>();
        foreach (var entry in _entries)
        {
            if (!entry.Type.IsAssignableFrom(messageType)) continue;
            route.Add(entry);
            if (entry.IsUnconditional) break;
        }

        Entry[] found = [.. route];
        RouteTable seen;
        do seen = Volatile.Read(ref _routes);
        // Of two threads that add at the same time, the later one must build on the earlier one's table, or a route is lost and computed
        // again.
        while (Interlocked.CompareExchange(ref _routes, seen.With(messageType, found), seen) != seen);
        return found;
    }

    /// <summary>One call of Receive.</summary>
    /// <param name="Type">The type it handles.</param>
    /// <param name="Kind">How the handler is called.</param>
    /// <param name="Slot">The index of its delegates in the actor.</param>
    public readonly record struct Entry(Type Type, HandlerKind Kind, int Slot)
    {
        public bool IsUnconditional => Kind.IsUnconditional;
    }

    /// <summary>From message type to route: open addressing, at most half full, immutable.</summary>
    private sealed class RouteTable
    {
        public static readonly RouteTable Empty = new([], size: 2);

        private readonly List<KeyValuePair<Type, Entry[]>> _all;
        private readonly KeyValuePair<Type, Entry[]>[] _slots;

        private RouteTable(List<KeyValuePair<Type, Entry[]>> all, int size)
        {
            _all = all;
            _slots = new KeyValuePair<Type, Entry[]>[size];
            foreach (var pair in all)
            {
                var at = Start(pair.Key);
                while (_slots[at].Key is not null) at = (at + 1) & (_slots.Length - 1);
                _slots[at] = pair;
            }
        }

        public Entry[]? Find(Type type)
        {
            var slots = _slots;
            var at = Start(type);
            while (true)
            {
                ref readonly var slot = ref slots[at];
                if (ReferenceEquals(slot.Key, type)) return slot.Value;
                if (slot.Key is null) return null;
                at = (at + 1) & (slots.Length - 1);
            }
        }

        public RouteTable With(Type type, Entry[] route)
        {
            List<KeyValuePair<Type, Entry[]>> all = [.. _all, new(type, route)];
            return new RouteTable(all, size: (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)all.Count * 2));
        }

        private int Start(Type type) => type.GetHashCode() & (_slots.Length - 1);
    }
}
