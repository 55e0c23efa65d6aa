using System.Collections.Concurrent;

namespace ChatServer.Actors;

/// <summary>Publish and subscribe within one system: a subscriber to a type gets every published object of that type, as a
/// message.</summary>
/// <remarks>Any thread. A subscriber that has stopped is unsubscribed by the runtime.</remarks>
public sealed class EventStream
{
    private readonly Lock _lock = new();

    /// <summary>Replaced, never changed: publishing needs no lock.</summary>
    private volatile (IActorRef Subscriber, Type Channel)[] _subscriptions = [];

    /// <summary>The subscribers for each published class. Discarded whenever the subscriptions change.</summary>
    private volatile ConcurrentDictionary<Type, IActorRef[]> _subscribers = new();

    internal EventStream()
    {
    }

    /// <summary>Subscribes to a type: a class, with those derived from it, or an interface.</summary>
    /// <param name="subscriber">The subscriber.</param>
    /// <param name="channel">The type.</param>
    /// <returns>False if it had this subscription already.</returns>
    public bool Subscribe(IActorRef subscriber, Type channel)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        ArgumentNullException.ThrowIfNull(channel);
        var actor = subscriber.AsInternal();
        lock (_lock)
        {
            if (_subscriptions.Contains((actor, channel))) return false;
            // Before it is added: an actor that stops from now on removes itself.
            if (actor is LocalActorRef local) local.Cell.MarkEventSubscriber();
            Replace([.. _subscriptions, (actor, channel)]);
        }

        // It may have stopped before it was marked. The fence keeps this check behind the mark: either we see the end here, or the ending
        // actor sees the mark.
        Interlocked.MemoryBarrier();
        if (actor.IsTerminated) Unsubscribe(actor);
        return true;
    }

    /// <summary>Ends one subscription.</summary>
    /// <param name="subscriber">The subscriber.</param>
    /// <param name="channel">The type.</param>
    /// <returns>False if there was none.</returns>
    public bool Unsubscribe(IActorRef subscriber, Type channel)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        var actor = subscriber.AsInternal();
        return Remove(subscription => subscription == (actor, channel));
    }

    /// <summary>Ends all subscriptions of an actor.</summary>
    /// <param name="subscriber">The subscriber.</param>
    /// <returns>False if there was none.</returns>
    public bool Unsubscribe(IActorRef subscriber)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        var actor = subscriber.AsInternal();
        return Remove(subscription => ReferenceEquals(subscription.Subscriber, actor));
    }

    /// <summary>Sends an object to all its subscribers, without a sender.</summary>
    /// <param name="event">The object.</param>
    public void Publish(object @event)
    {
        ArgumentNullException.ThrowIfNull(@event);
        if (_subscriptions.Length == 0) return;
        var known = _subscribers;
        if (!known.TryGetValue(@event.GetType(), out var wanted)) wanted = known.GetOrAdd(@event.GetType(), WhoWants);
        foreach (var subscriber in wanted) subscriber.Tell(@event, ActorRefs.NoSender);
    }

    private IActorRef[] WhoWants(Type published) =>
        [.. _subscriptions.Where(subscription => subscription.Channel.IsAssignableFrom(published)).Select(static subscription =>
            subscription.Subscriber).Distinct()];

    private bool Remove(Predicate<(IActorRef Subscriber, Type Channel)> which)
    {
        lock (_lock)
        {
            var left = Array.FindAll(_subscriptions, subscription => !which(subscription));
            if (left.Length == _subscriptions.Length) return false;
            Replace(left);
            return true;
        }
    }

    private void Replace((IActorRef Subscriber, Type Channel)[] subscriptions)
    {
        _subscriptions = subscriptions;
        // After the subscriptions, and as a new object: a publisher still computing from the old subscriptions stores its result in the old
        // table.
        _subscribers = new();
    }
}

/// <summary>Subscribing with the type as a type argument.</summary>
public static class EventStreamExtensions
{
    /// <inheritdoc cref="EventStream.Subscribe"/>
    public static bool Subscribe<TChannel>(this EventStream eventStream, IActorRef subscriber)
    {
        ArgumentNullException.ThrowIfNull(eventStream);
        return eventStream.Subscribe(subscriber, typeof(TChannel));
    }

    /// <inheritdoc cref="EventStream.Unsubscribe(IActorRef, Type)"/>
    public static bool Unsubscribe<TChannel>(this EventStream eventStream, IActorRef subscriber)
    {
        ArgumentNullException.ThrowIfNull(eventStream);
        return eventStream.Unsubscribe(subscriber, typeof(TChannel));
    }
}
