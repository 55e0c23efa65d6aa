namespace ChatServer.Actors;

// The children of the actor.
internal sealed partial class ActorCell
{
    private ChildrenContainer? _children;

    /// <summary>Null until the first child is made. Any thread.</summary>
    public ChildrenContainer? Children => Volatile.Read(ref _children);

    public IActorRef Child(string name) => Children?.Find(name) ?? ActorRefs.Nobody;

    public IEnumerable<IActorRef> GetChildren() => Children?.Snapshot() ?? [];

    /// <summary>Creates a child. Any thread, because the system creates its top-level actors this way; an actor does it in its own
    /// turn.</summary>
    /// <exception cref="InvalidActorNameException">The name is not valid, or a child that has not fully stopped still has it.</exception>
    /// <exception cref="InvalidOperationException">This actor is stopping.</exception>
    public LocalActorRef CreateChild(Props props, string? name)
    {
        ArgumentNullException.ThrowIfNull(props);
        if (name is not null && !ActorPath.IsValidPathElement(name))
        {
            throw new InvalidActorNameException(
                $"'{name}' is not a valid actor name: it must not be empty, must not start with '$' and may hold only URI characters.");
        }

        if (IsTerminating || Mailbox.IsClosed)
            throw new InvalidOperationException($"{Self} is stopping or has stopped and cannot make children.");

        if (Children is null)
        {
            // Two other threads may both make a container; the loser's is dropped while still empty.
            Interlocked.CompareExchange(ref _children, new ChildrenContainer(System.TimeProvider), null);
        }

        var child = Children!.Add(System, props, this, name);
        child.Cell.Start();
        // Other threads create the system's top-level actors. If the guardian began to stop meanwhile, it may have missed the child.
        if (IsTerminating || Mailbox.IsClosed) child.Stop();
        return child;
    }

    /// <summary>A snapshot taken only if somebody enumerates it: when each of ten thousand children stops, nobody wants to copy the
    /// rest.</summary>
    private IEnumerable<IActorRef> ChildrenWhenAsked()
    {
        foreach (var child in GetChildren()) yield return child;
    }

    private void StopChildren()
    {
        foreach (var child in Children?.Snapshot() ?? []) Stop(child);
    }

    /// <summary>A child has stopped for good: its name is free, and whatever waited for its end continues.</summary>
    private void HandleChildTerminated(LocalActorRef child)
    {
        Children!.Remove(child);
        if (_actor is not null)
        {
            try
            {
                _actor.Strategy.HandleChildTerminated(this, child, ChildrenWhenAsked());
            }
            catch (Exception cause)
            {
                HandleInvokeFailure(cause);
            }
        }

        if (Children.HasStopping) return;
        var pending = _pending;
        switch (pending)
        {
            case Pending.Recreation:
                var cause = _recreationCause!;
                (_pending, _recreationCause) = (Pending.Nothing, null);
                FinishRecreate(cause);
                break;
            case Pending.Creation:
                _pending = Pending.Nothing;
                FinishCreate();
                break;
            case Pending.Termination:
                FinishTerminate();
                break;
        }
    }
}
