namespace ChatServer.Actors;

/// <summary>Where a worker looks for news of the outside world between turns of actors, and where it waits while no actor has anything to
/// do: sockets, for example. What it finds it tells to actors, whose turns then run on the same thread.</summary>
/// <remarks>Other runtimes know this pair as event loop and selector.</remarks>
public interface IEventSource
{
    /// <summary>Tells actors what has happened. Only the worker's thread calls it.</summary>
    /// <param name="mayWait">Whether to wait until something happens or <see cref="Interrupt"/> is called.</param>
    /// <param name="settle">Has the actors do all that the last event has caused. To be called between events when there are few, so that
    /// in a quiet system what came first is finished first; with many, it is better to hear of all before the first turn.</param>
    /// <returns>False when the source is closed for good: the worker ends.</returns>
    bool Poll(bool mayWait, Action settle);

    /// <summary>Ends the waiting, or the next one if the worker does not wait yet. Any thread.</summary>
    void Interrupt();
}
