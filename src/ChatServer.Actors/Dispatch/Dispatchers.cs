using System.Collections.Concurrent;

namespace ChatServer.Actors;

/// <summary>The dispatchers of a system, by name.</summary>
public sealed class Dispatchers
{
    /// <summary>The default: the thread pool, or the system's own threads (<see cref="BootstrapSetup.WithEventSources"/>).</summary>
    public const string DefaultDispatcherId = "akka.actor.default-dispatcher";

    /// <summary>A dedicated thread for every actor that asks for it.</summary>
    public const string PinnedDispatcherId = "akka.actor.pinned-dispatcher";

    /// <summary>For tests: the sending thread handles the message.</summary>
    public const string CallingThreadDispatcherId = "akka.test.calling-thread-dispatcher";

    private readonly ConcurrentDictionary<string, Func<MessageDispatcher>> _byId = new(StringComparer.Ordinal);

    internal Dispatchers(MessageDispatcher? replacement, int throughput, IReadOnlyList<IEventSource> sources, IReadOnlyList<Type> patient)
    {
        DefaultGlobalDispatcher = replacement ?? (sources.Count > 0
            ? new WorkerDispatcher(DefaultDispatcherId, throughput, sources, patient)
            : new ThreadPoolDispatcher(DefaultDispatcherId, throughput));
        var callingThread = replacement ?? new CallingThreadDispatcher(CallingThreadDispatcherId);
        _byId[DefaultDispatcherId] = () => DefaultGlobalDispatcher;
        _byId[CallingThreadDispatcherId] = () => callingThread;
        _byId[PinnedDispatcherId] = () => replacement ?? new PinnedDispatcher(PinnedDispatcherId, throughput);
    }

    /// <summary>The dispatcher of actors that ask for no other.</summary>
    public MessageDispatcher DefaultGlobalDispatcher { get; }

    /// <summary>Whether a name is known.</summary>
    /// <param name="id">The name.</param>
    public bool HasDispatcher(string id) => _byId.ContainsKey(id);

    /// <summary>The dispatcher of that name; the pinned dispatcher is a new one each time.</summary>
    /// <param name="dispatcherName">The name; empty for the default.</param>
    /// <exception cref="ArgumentException">No dispatcher has that name.</exception>
    public MessageDispatcher Lookup(string dispatcherName)
    {
        if (string.IsNullOrEmpty(dispatcherName)) return DefaultGlobalDispatcher;
        return _byId.TryGetValue(dispatcherName, out var create)
            ? create()
            : throw new ArgumentException($"There is no dispatcher named '{dispatcherName}'.", nameof(dispatcherName));
    }

    /// <summary>Adds a thread-pool dispatcher with its own throughput.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="throughput">Messages per turn; at least 1.</param>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public void RegisterThreadPool(string id, int throughput)
    {
        var dispatcher = new ThreadPoolDispatcher(id, throughput);
        if (!_byId.TryAdd(id, () => dispatcher)) throw new ArgumentException($"There is a dispatcher named '{id}' already.", nameof(id));
    }
}
