namespace ChatServer.Actors;

// Handlers that await. Their mailbox waits with them; other actors keep running.
internal sealed partial class ActorCell
{
    private ActorSynchronizationContext? _synchronizationContext;

    /// <summary>Handlers that have not completed: none or one; more only if a restart let a new actor begin meanwhile.</summary>
    private int _awaiting;

    private bool IsAwaiting => _awaiting > 0;

    /// <summary>Runs an asynchronous handler. Its code after each await runs in turns of this actor.</summary>
    public static void RunTask<T>(Func<T, Task> handler, T message)
    {
        var cell = CurrentOnThread ?? throw new InvalidOperationException("Only an actor can run a task in its own turns.");
        cell.Run(handler, message);
    }

    private void Run<T>(Func<T, Task> handler, T message)
    {
        var outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(_synchronizationContext ??= new(Mailbox));
        Task task;
        try
        {
            task = handler(message);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }

        if (task.IsCompleted)
        {
            // Rethrows what the handler threw, as if it were a synchronous handler.
            task.GetAwaiter().GetResult();
            return;
        }

        _awaiting++;
        Mailbox.Suspend();
        task.ContinueWith(
            ended => Mailbox.EnqueueSystem(new TaskEndedMessage(ended)),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    private void Continue(ContinuationMessage continuation)
    {
        var outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(_synchronizationContext);
        try
        {
            continuation.Run();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }
    }

    private void EndTask(TaskEndedMessage ended)
    {
        _awaiting--;
        Mailbox.Resume();

        // The mailbox was suspended meanwhile, so CurrentMessage still is the message of this handler.
        if (!ended.Task.IsCompletedSuccessfully)
        {
            try
            {
                ended.Task.GetAwaiter().GetResult();
            }
            catch (Exception cause)
            {
                HandleInvokeFailure(cause);
                return;
            }
        }

        if (_receiveTimeout is not null) TouchReceiveTimeout(CurrentMessage);
        if (!IsAwaiting) (CurrentMessage, _sender) = (null, null);
    }
}
