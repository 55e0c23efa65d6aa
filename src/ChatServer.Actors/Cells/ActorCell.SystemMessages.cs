namespace ChatServer.Actors;

// The runtime's own messages.
internal sealed partial class ActorCell
{
    /// <summary>Messages that wait until the actor is resumed, or has lost the children that its restart stops; oldest first.</summary>
    private Queue<SystemMessage>? _waitingSystemMessages;

    public void InvokeSystem(SystemMessage first)
    {
        var next = first;
        while (next is not null)
        {
            var message = next;
            next = message.Next;
            message.Next = null;

            InvokeOrDelay(message);
            InvokeDelayed();

            if (Mailbox.IsClosed)
            {
                Mailbox.AnswerAll(next);
                return;
            }
        }
    }

    private bool MustWait(SystemMessage message) =>
        (IsWaitingForChildren && message.WaitsForChildren) || (Mailbox.IsSuspended && message.WaitsWhileSuspended);

    private void InvokeOrDelay(SystemMessage message)
    {
        if (MustWait(message)) (_waitingSystemMessages ??= new()).Enqueue(message);
        else InvokeNow(message);
    }

    /// <summary>Tries each delayed message again, once, in order: what just happened may have ended its wait.</summary>
    private void InvokeDelayed()
    {
        if (_waitingSystemMessages is not { Count: > 0 } waiting) return;
        for (var i = waiting.Count; i > 0 && !Mailbox.IsClosed; i--) InvokeOrDelay(waiting.Dequeue());
    }

    private void InvokeNow(SystemMessage message)
    {
        try
        {
            switch (message)
            {
                case ContinuationMessage continuation:
                    Continue(continuation);
                    break;
                case TaskEndedMessage ended:
                    EndTask(ended);
                    break;
                case DeathWatchNotification death:
                    WatchedActorTerminated(death);
                    break;
                case FailedMessage failed:
                    HandleFailed(failed);
                    break;
                case WatchMessage watch:
                    AddWatcher(watch.Watcher);
                    break;
                case UnwatchMessage unwatch:
                    RemoveWatcher(unwatch.Watcher);
                    break;
                case CreateMessage:
                    Create();
                    break;
                case SuspendMessage:
                    FaultSuspend();
                    break;
                case ResumeMessage resume:
                    FaultResume(resume.CausedByFailure);
                    break;
                case RecreateMessage recreate:
                    FaultRecreate(recreate.Cause);
                    break;
                case TerminateMessage:
                    Terminate();
                    break;
            }
        }
        catch (Exception cause)
        {
            HandleInvokeFailure(cause);
        }
    }
}
