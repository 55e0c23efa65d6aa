using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace ChatServer.Actors.Hosting;

/// <summary>References by type: code outside actors uses it to find the few actors it talks to.</summary>
public interface IReadOnlyActorRegistry
{
    /// <summary>The reference under a key.</summary>
    /// <typeparam name="TKey">The key, usually the actor's class.</typeparam>
    /// <exception cref="MissingActorRegistryEntryException">There is none.</exception>
    IActorRef Get<TKey>();

    /// <summary>The reference under a key, if there is one.</summary>
    /// <typeparam name="TKey">The key, usually the actor's class.</typeparam>
    /// <param name="actor">The reference.</param>
    bool TryGet<TKey>([NotNullWhen(true)] out IActorRef? actor);

    /// <summary>The reference under a key, as soon as there is one.</summary>
    /// <typeparam name="TKey">The key, usually the actor's class.</typeparam>
    /// <param name="ct">Cancels the wait.</param>
    Task<IActorRef> GetAsync<TKey>(CancellationToken ct = default);
}

/// <summary>The registry, writable.</summary>
public interface IActorRegistry : IReadOnlyActorRegistry
{
    /// <summary>Registers a reference.</summary>
    /// <typeparam name="TKey">The key, usually the actor's class.</typeparam>
    /// <param name="actor">The reference.</param>
    /// <param name="overwrite">Whether it may replace another.</param>
    /// <exception cref="DuplicateActorRegistryException">The key is taken.</exception>
    void Register<TKey>(IActorRef actor, bool overwrite = false);

    /// <summary>Registers a reference unless the key is taken.</summary>
    /// <typeparam name="TKey">The key, usually the actor's class.</typeparam>
    /// <param name="actor">The reference.</param>
    /// <param name="overwrite">Whether it may replace another.</param>
    /// <returns>Whether it was registered.</returns>
    bool TryRegister<TKey>(IActorRef actor, bool overwrite = false);
}

/// <summary>The registry of one process. Any thread.</summary>
public sealed class ActorRegistry : IActorRegistry
{
    private readonly ConcurrentDictionary<Type, TaskCompletionSource<IActorRef>> _entries = new();

    /// <inheritdoc/>
    public void Register<TKey>(IActorRef actor, bool overwrite = false)
    {
        if (!TryRegister<TKey>(actor, overwrite))
            throw new DuplicateActorRegistryException($"There is an actor under {typeof(TKey)} already.");
    }

    /// <inheritdoc/>
    public bool TryRegister<TKey>(IActorRef actor, bool overwrite = false)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (Entry<TKey>().TrySetResult(actor)) return true;
        if (!overwrite) return false;
        var replaced = new TaskCompletionSource<IActorRef>(TaskCreationOptions.RunContinuationsAsynchronously);
        replaced.SetResult(actor);
        _entries[typeof(TKey)] = replaced;
        return true;
    }

    /// <inheritdoc/>
    public IActorRef Get<TKey>() =>
        TryGet<TKey>(out var actor) ? actor : throw new MissingActorRegistryEntryException($"There is no actor under {typeof(TKey)}.");

    /// <inheritdoc/>
    public bool TryGet<TKey>([NotNullWhen(true)] out IActorRef? actor)
    {
        actor = _entries.TryGetValue(typeof(TKey), out var entry) && entry.Task.IsCompletedSuccessfully ? entry.Task.Result : null;
        return actor is not null;
    }

    /// <inheritdoc/>
    public Task<IActorRef> GetAsync<TKey>(CancellationToken ct = default) => Entry<TKey>().Task.WaitAsync(ct);

    private TaskCompletionSource<IActorRef> Entry<TKey>() =>
        _entries.GetOrAdd(typeof(TKey), static _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}

/// <summary>A key was registered twice.</summary>
/// <param name="message">Which one.</param>
public sealed class DuplicateActorRegistryException(string message) : Exception(message);

/// <summary>Nobody has registered the requested key.</summary>
/// <param name="message">Which one.</param>
public sealed class MissingActorRegistryEntryException(string message) : Exception(message);
