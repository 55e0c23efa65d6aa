namespace ChatServer.Actors;

/// <summary>Inspects the live tree from outside, without disturbing it.</summary>
public static class ActorInspection
{
    /// <summary>Every living actor, parents before children. Path, class, state and depth are always known; the rest needs
    /// <see cref="BootstrapSetup.WithObservation"/>.</summary>
    /// <param name="system">The system.</param>
    public static IReadOnlyList<ActorSnapshot> Inspect(this ActorSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        return [.. Cells(system).Select(Snapshot)];
    }

    /// <summary>One actor.</summary>
    /// <param name="system">The system.</param>
    /// <param name="actor">The actor.</param>
    /// <returns>Null if the reference is not an actor's: nobody, dead letters, an asker.</returns>
    public static ActorSnapshot? Inspect(this ActorSystem system, IActorRef actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.AsInternal() is LocalActorRef local ? Snapshot(local.Cell) : null;
    }

    internal static IEnumerable<ActorCell> Cells(ActorSystem system)
    {
        var left = new Stack<IInternalActorRef>(system.RootRef.GetChildren());
        while (left.TryPop(out var next))
        {
            if (next is not LocalActorRef actor) continue;
            yield return actor.Cell;
            foreach (var child in actor.GetChildren()) left.Push(child);
        }
    }

    private static ActorSnapshot Snapshot(ActorCell cell) =>
        new(cell.Self.Path, cell.Props.Type, StateOf(cell), cell.Mailbox.Count, (cell.Mailbox as ObservedMailbox)?.Statistics);

    private static ActorState StateOf(ActorCell cell) =>
        cell.Mailbox.IsClosed ? ActorState.Stopped
        : cell.IsTerminating ? ActorState.Stopping
        : cell.Mailbox.IsSuspended ? ActorState.Suspended
        : cell.Mailbox.IsScheduled ? ActorState.Scheduled
        : ActorState.Idle;
}
