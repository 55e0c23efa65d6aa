namespace ChatServer.Actors;

/// <summary>Where a worker polls for external events, sockets for example, between turns, and where it waits while no actor has work. The
/// source tells events to actors, whose turns then run on the same thread.</summary>
/// <remarks>Other runtimes call this pair an event loop and its selector.</remarks>
public interface IEventSource
{
    /// <summary>Tells actors what has happened. Only the worker's thread calls it.</summary>
    /// <param name="mayWait">Whether to wait until something happens or <see cref="Interrupt"/> is called.</param>
    /// <param name="settle">Runs the turns caused by the last event. Call it between events when they are few: in a quiet system, what came
    /// first is then finished first. When they are many, it is better to report all of them before the first turn.</param>
    /// <returns>False when the source is closed for good; the worker then ends.</returns>
    bool Poll(bool mayWait, Action settle);

    /// <summary>Ends the current wait, or the next one if the worker is not waiting yet. Any thread.</summary>
    void Interrupt();
}
