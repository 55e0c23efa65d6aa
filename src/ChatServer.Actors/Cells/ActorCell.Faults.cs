namespace ChatServer.Actors;

// What happens when something throws: to the actor that failed, and to its supervisor.
internal sealed partial class ActorCell
{
    /// <summary>The actor whose failure awaits the supervisor's decision: this one, or the child whose failure we escalate. Null:
    /// none.</summary>
    private IInternalActorRef? _perpetrator;

    /// <summary>Suspends this actor and its children and reports to the supervisor.</summary>
    /// <param name="cause">What was thrown.</param>
    /// <param name="escalatedFrom">The child whose failure this actor could not handle.</param>
    /// <param name="notToSuspend">Children that are suspended already, or about to be restarted with their parent.</param>
    private void HandleInvokeFailure(Exception cause, LocalActorRef? escalatedFrom = null,
        IReadOnlyList<IInternalActorRef>? notToSuspend = null)
    {
        // Already reported, and awaiting the decision; or stopping, when a failure no longer matters.
        if (_perpetrator is not null || Mailbox.IsClosed)
        {
            System.Log.Error(cause, Self, _actor?.GetType(),
                $"Failed again before its supervisor decided, or while stopping: {cause.Message}");
            return;
        }

        Mailbox.Suspend();
        Mailbox.OnFailed(cause);
        _perpetrator = (IInternalActorRef?)escalatedFrom ?? _self;
        foreach (var child in Children?.Snapshot() ?? [])
        {
            if (!ReferenceEquals(child, escalatedFrom) && notToSuspend?.Contains(child) != true) child.Suspend();
        }

        Parent.AsInternal().SendSystemMessage(new FailedMessage(_self, cause));
    }

    /// <summary>As supervisor: handles a child's report of a failure.</summary>
    private void HandleFailed(FailedMessage failed)
    {
        // A child that was stopped in PreRestart may still report. By then it is no longer our child, or another actor has its name.
        if (Children?.Contains(failed.Child) != true) return;

        // As in any handler: Sender is the actor that failed.
        CurrentMessage = failed;
        _sender = failed.Child;
        try
        {
            if (_actor is null
                || !_actor.Strategy.HandleFailure(this, failed.Child, failed.Cause, Children.StatsOf(failed.Child), Children.AllStats()))
                HandleInvokeFailure(failed.Cause, escalatedFrom: failed.Child);
        }
        catch (Exception thrownByStrategy)
        {
            // A decider that throws fails like a handler. The child stays suspended; the decision about this actor settles both.
            HandleInvokeFailure(thrownByStrategy, escalatedFrom: failed.Child);
        }
        finally
        {
            (CurrentMessage, _sender) = (null, null);
        }
    }

    private void FaultSuspend()
    {
        Mailbox.Suspend();
        foreach (var child in Children?.Snapshot() ?? []) child.Suspend();
    }

    private void FaultResume(Exception? causedByFailure)
    {
        if (_actor is null)
        {
            FaultCreate();
            return;
        }

        var perpetrator = _perpetrator;
        Mailbox.Resume();
        if (causedByFailure is not null) _perpetrator = null;
        foreach (var child in Children?.Snapshot() ?? [])
            child.Resume(ReferenceEquals(child, perpetrator) ? causedByFailure : null);
    }

    /// <summary>Restart, first half: runs the old actor's PreRestart, then waits for the children it stopped.</summary>
    private void FaultRecreate(Exception cause)
    {
        if (_actor is not { } failed)
        {
            FaultCreate();
        }
        else if (_pending == Pending.Nothing)
        {
            try
            {
                failed.AroundPreRestart(cause, CurrentMessage);
                failed.ReleaseStash();
            }
            catch (Exception thrown)
            {
                // The restart continues: there is nobody left to ask.
                var exception = new PreRestartException(_self, thrown, cause, CurrentMessage);
                System.Log.Error(exception, Self, failed.GetType(), exception.Message);
            }

            if (Children is { HasStopping: true })
            {
                _pending = Pending.Recreation;
                _recreationCause = cause;
            }
            else
            {
                FinishRecreate(cause);
            }
        }
        else
        {
            // Already stopping: no restart, but suspensions and resumes must stay in balance.
            FaultResume(null);
        }
    }

    /// <summary>Restart, second half: creates the new actor.</summary>
    private void FinishRecreate(Exception cause)
    {
        // The new actor may create children of its own; those must not be restarted.
        var survivors = Children?.Snapshot() ?? [];
        try
        {
            Mailbox.Resume();
            _perpetrator = null;
            // Nothing was changed before this line: if the constructor throws, the old actor still owns its fields, and PreRestart ran
            // once.
            _actor = NewActor();
            _actor.AroundPostRestart(cause, null!);
            ArmReceiveTimeout();
            Mailbox.OnRestarted();
            foreach (var survivor in survivors) survivor.Restart(cause);
        }
        catch (Exception thrown)
        {
            HandleInvokeFailure(new PostRestartException(_self, thrown, cause), notToSuspend: survivors);
        }
    }

    /// <summary>Creation failed and the supervisor did not stop us: create again.</summary>
    private void FaultCreate()
    {
        SetReceiveTimeout(null);
        StopChildren();
        if (Children is { HasStopping: true }) _pending = Pending.Creation;
        else FinishCreate();
    }

    private void FinishCreate()
    {
        Mailbox.Resume();
        _perpetrator = null;
        try
        {
            Create();
        }
        catch (Exception cause)
        {
            HandleInvokeFailure(cause);
        }
    }
}
