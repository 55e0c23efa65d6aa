namespace ChatServer.Actors;

/// <summary>Sends the outcome of a task to an actor, to bring asynchronous work back into the actor's turns.</summary>
/// <remarks>Without a transformation the result itself is sent, and a failure as <see cref="Status.Failure"/>. The returned task completes
/// when the message has been sent; it does not fail when the piped task does.</remarks>
public static class PipeToSupport
{
    /// <summary>Pipes a task with a result.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="taskToPipe">The task.</param>
    /// <param name="recipient">Who gets the outcome.</param>
    /// <param name="sender">The message's sender; null for nobody.</param>
    /// <param name="success">Makes a message from the result.</param>
    /// <param name="failure">Makes a message from the exception.</param>
    public static Task PipeTo<T>(
        this Task<T> taskToPipe,
        ICanTell recipient,
        IActorRef? sender = null,
        Func<T, object>? success = null,
        Func<Exception, object>? failure = null)
    {
        ArgumentNullException.ThrowIfNull(taskToPipe);
        ArgumentNullException.ThrowIfNull(recipient);
        return Pipe(new ValueTask<T>(taskToPipe), recipient, sender, success, failure);
    }

    /// <inheritdoc cref="PipeTo{T}(Task{T}, ICanTell, IActorRef, Func{T, object}, Func{Exception, object})"/>
    public static Task PipeTo<T>(
        this ValueTask<T> taskToPipe,
        ICanTell recipient,
        IActorRef? sender = null,
        Func<T, object>? success = null,
        Func<Exception, object>? failure = null)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        return Pipe(taskToPipe, recipient, sender, success, failure);
    }

    /// <summary>Pipes a task without a result: success is reported only if there is a message for it.</summary>
    /// <param name="taskToPipe">The task.</param>
    /// <param name="recipient">Who gets the outcome.</param>
    /// <param name="sender">The message's sender; null for nobody.</param>
    /// <param name="success">Makes a message for the success.</param>
    /// <param name="failure">Makes a message from the exception.</param>
    public static Task PipeTo(
        this Task taskToPipe,
        ICanTell recipient,
        IActorRef? sender = null,
        Func<object>? success = null,
        Func<Exception, object>? failure = null)
    {
        ArgumentNullException.ThrowIfNull(taskToPipe);
        ArgumentNullException.ThrowIfNull(recipient);
        return Pipe(new ValueTask(taskToPipe), recipient, sender, success, failure);
    }

    /// <inheritdoc cref="PipeTo(Task, ICanTell, IActorRef, Func{object}, Func{Exception, object})"/>
    public static Task PipeTo(
        this ValueTask taskToPipe,
        ICanTell recipient,
        IActorRef? sender = null,
        Func<object>? success = null,
        Func<Exception, object>? failure = null)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        return Pipe(taskToPipe, recipient, sender, success, failure);
    }

    private static async Task Pipe<T>(
        ValueTask<T> task, ICanTell recipient, IActorRef? sender, Func<T, object>? success, Func<Exception, object>? failure)
    {
        object message;
        try
        {
            var result = await task.ConfigureAwait(false);
            message = success is null ? result! : success(result);
        }
        catch (Exception cause)
        {
            message = failure is null ? new Status.Failure(cause) : failure(cause);
        }

        recipient.Tell(message, sender);
    }

    private static async Task Pipe(
        ValueTask task, ICanTell recipient, IActorRef? sender, Func<object>? success, Func<Exception, object>? failure)
    {
        object message;
        try
        {
            await task.ConfigureAwait(false);
            if (success is null) return;
            message = success();
        }
        catch (Exception cause)
        {
            message = failure is null ? new Status.Failure(cause) : failure(cause);
        }

        recipient.Tell(message, sender);
    }
}
