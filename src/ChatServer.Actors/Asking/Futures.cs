namespace ChatServer.Actors;

/// <summary>Ask: send a message and get its answer as a task. For the edges of a system; between actors prefer Tell.</summary>
public static class Futures
{
    /// <summary>Asks and accepts any answer.</summary>
    /// <param name="self">Who is asked.</param>
    /// <param name="message">The question.</param>
    /// <param name="timeout">How long to wait; null for the system's default.</param>
    public static Task<object> Ask(this ICanTell self, object message, TimeSpan? timeout = null) =>
        self.Ask<object>(message, timeout, CancellationToken.None);

    /// <summary>Asks and accepts any answer.</summary>
    /// <param name="self">Who is asked.</param>
    /// <param name="message">The question.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public static Task<object> Ask(this ICanTell self, object message, CancellationToken cancellationToken) =>
        self.Ask<object>(message, timeout: null, cancellationToken);

    /// <summary>Asks and accepts any answer.</summary>
    /// <param name="self">Who is asked.</param>
    /// <param name="message">The question.</param>
    /// <param name="timeout">How long to wait; null for the system's default.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public static Task<object> Ask(this ICanTell self, object message, TimeSpan? timeout, CancellationToken cancellationToken) =>
        self.Ask<object>(message, timeout, cancellationToken);

    /// <inheritdoc cref="Ask{T}(ICanTell, object, TimeSpan?, CancellationToken)"/>
    public static Task<T> Ask<T>(this ICanTell self, object message, TimeSpan? timeout = null) =>
        self.Ask<T>(message, timeout, CancellationToken.None);

    /// <inheritdoc cref="Ask{T}(ICanTell, object, TimeSpan?, CancellationToken)"/>
    public static Task<T> Ask<T>(this ICanTell self, object message, CancellationToken cancellationToken) =>
        self.Ask<T>(message, timeout: null, cancellationToken);

    /// <summary>Asks for an answer of a certain type.</summary>
    /// <typeparam name="T">The type of the answer.</typeparam>
    /// <param name="self">Who is asked.</param>
    /// <param name="message">The question.</param>
    /// <param name="timeout">How long to wait; null for the system's default.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The answer. Fails with <see cref="AskTimeoutException"/> when none comes in time, with the cause of a
    /// <see cref="Status.Failure"/>, with <see cref="ArgumentException"/> for an answer of another type; cancelled by the token.</returns>
    public static Task<T> Ask<T>(this ICanTell self, object message, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        var promise = Promise<T>(self, timeout, cancellationToken);
        self.Tell(message, promise);
        return promise.Task;
    }

    /// <summary>Asks for an answer of a certain type, with a message that contains the reply address.</summary>
    /// <typeparam name="T">The type of the answer.</typeparam>
    /// <param name="self">Who is asked.</param>
    /// <param name="messageFactory">Makes the message from the reply address.</param>
    /// <param name="timeout">How long to wait; null for the system's default.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>As the other overload.</returns>
    public static Task<T> Ask<T>(
        this ICanTell self, Func<IActorRef, object> messageFactory, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messageFactory);
        var promise = Promise<T>(self, timeout, cancellationToken);
        self.Tell(messageFactory(promise), promise);
        return promise.Task;
    }

    private static PromiseActorRef<T> Promise<T>(ICanTell self, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(self);
        var system = self switch
        {
            IInternalActorRef actor => actor.System,
            ActorSelection selection => selection.Anchor.AsInternal().System,
            _ => ActorCell.Current?.System,
        } ?? throw new ArgumentException($"{self} belongs to no actor system, so no answer can come.", nameof(self));
        return new PromiseActorRef<T>(system, timeout ?? system.Settings.AskTimeout, cancellationToken);
    }
}
