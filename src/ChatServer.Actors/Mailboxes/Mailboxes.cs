using System.Collections.Concurrent;

namespace ChatServer.Actors;

/// <summary>The kinds of mailbox of a system, by name.</summary>
public sealed class Mailboxes
{
    /// <summary>Unbounded; the mailbox of actors that ask for no other.</summary>
    public const string DefaultMailboxId = "akka.actor.default-mailbox";

    private readonly ActorSystem _system;
    private readonly Func<ActorCell, MessageDispatcher, int, Mailbox>? _replacement;
    private readonly ConcurrentDictionary<string, int> _capacities = new(StringComparer.Ordinal);

    internal Mailboxes(ActorSystem system, Func<ActorCell, MessageDispatcher, int, Mailbox>? replacement)
    {
        (_system, _replacement) = (system, replacement);
        _capacities[string.Empty] = int.MaxValue;
        _capacities[DefaultMailboxId] = int.MaxValue;
    }

    /// <summary>Adds a bounded kind. A message that finds it full is dropped and published as <see cref="Dropped"/>.</summary>
    /// <param name="id">Its name, for <see cref="Props.WithMailbox"/>.</param>
    /// <param name="capacity">Maximum number of arrivals that wait while the actor handles those it has taken over; at least 1.</param>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public void RegisterBounded(string id, int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        if (!_capacities.TryAdd(id, capacity)) throw new ArgumentException($"There is a mailbox named '{id}' already.", nameof(id));
    }

    internal Mailbox Create(ActorCell cell, MessageDispatcher dispatcher)
    {
        if (!_capacities.TryGetValue(cell.Props.Mailbox, out var capacity))
            throw new ArgumentException($"There is no mailbox named '{cell.Props.Mailbox}'.");
        if (_replacement is not null) return _replacement(cell, dispatcher, capacity);
        return _system.Observation is { } observation
            ? new ObservedMailbox(cell, dispatcher, capacity, observation)
            : new Mailbox(cell, dispatcher, capacity);
    }
}
