using System.Diagnostics.CodeAnalysis;

namespace ChatServer.Actors;

/// <summary>Base of the runtime's exceptions.</summary>
public abstract class AkkaException : Exception
{
    /// <summary>An exception without its own text.</summary>
    protected AkkaException()
    {
    }

    /// <summary>An exception with text and cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="cause">Why, if another exception led here.</param>
    protected AkkaException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}

/// <summary>A message was null.</summary>
public sealed class InvalidMessageException : AkkaException
{
    /// <summary>Says that null cannot be sent.</summary>
    public InvalidMessageException()
        : this("Message is null.")
    {
    }

    /// <summary>Says what is wrong with the message.</summary>
    /// <param name="message">What went wrong.</param>
    public InvalidMessageException(string message)
        : base(message)
    {
    }

    [DoesNotReturn]
    internal static void ThrowNull() => throw new InvalidMessageException();
}

/// <summary>A name that no actor may have, or that a living actor already has.</summary>
/// <param name="message">What is wrong with it.</param>
/// <param name="innerException">Why, if another exception led here.</param>
public sealed class InvalidActorNameException(string message, Exception? innerException = null) : AkkaException(message, innerException);

/// <summary>The actor failed because it was told <see cref="Kill"/>.</summary>
/// <param name="message">What happened.</param>
public sealed class ActorKilledException(string message) : AkkaException(message);

/// <summary>A constructor or <c>PreStart</c> threw, or an actor was created outside the system.</summary>
public class ActorInitializationException : AkkaException
{
    /// <summary>The actor was created outside the system.</summary>
    /// <param name="message">What went wrong.</param>
    public ActorInitializationException(string message)
        : base(message)
    {
    }

    /// <summary>Creation of a certain actor failed.</summary>
    /// <param name="actor">Its reference.</param>
    /// <param name="message">What went wrong.</param>
    /// <param name="cause">Why.</param>
    public ActorInitializationException(IActorRef? actor, string message, Exception? cause = null)
        : base(message, cause) => Actor = actor;

    /// <summary>The actor that could not be made.</summary>
    public IActorRef? Actor { get; }

    /// <inheritdoc/>
    public override string ToString() => Actor is null ? base.ToString() : $"{Actor}: {base.ToString()}";
}

/// <summary><c>PreRestart</c> threw. The restart continued; this is only logged.</summary>
/// <param name="actor">The actor being restarted.</param>
/// <param name="restartException">What <c>PreRestart</c> threw.</param>
/// <param name="cause">Why the actor was restarted.</param>
/// <param name="optionalMessage">The message it was handling.</param>
public sealed class PreRestartException(IActorRef actor, Exception restartException, Exception cause, object? optionalMessage)
    : ActorInitializationException(actor, $"PreRestart threw (original cause: {cause?.Message})", restartException)
{
    /// <summary>What <c>PreRestart</c> threw.</summary>
    public Exception RestartException { get; } = restartException;

    /// <summary>The message the actor was handling when it failed.</summary>
    public object? OptionalMessage { get; } = optionalMessage;
}

/// <summary>The constructor or <c>PostRestart</c> threw during a restart.</summary>
/// <param name="actor">The actor being restarted.</param>
/// <param name="cause">What the constructor or <c>PostRestart</c> threw.</param>
/// <param name="originalCause">Why the actor was restarted.</param>
public sealed class PostRestartException(IActorRef actor, Exception cause, Exception originalCause)
    : ActorInitializationException(actor, $"Exception during restart (original cause: {originalCause?.Message})", cause)
{
    /// <summary>Why the actor was restarted.</summary>
    public Exception? OriginalCause { get; } = originalCause;
}

/// <summary>A watched actor has stopped and the watcher did not handle its <see cref="Terminated"/>.</summary>
/// <param name="deadActor">The actor that has stopped.</param>
public sealed class DeathPactException(IActorRef deadActor) : AkkaException($"Monitored actor [{deadActor}] terminated")
{
    /// <summary>The actor that has stopped.</summary>
    public IActorRef DeadActor { get; } = deadActor;
}

/// <summary>No answer came in time.</summary>
/// <param name="message">How long the asker waited.</param>
public sealed class AskTimeoutException(string message) : AkkaException(message);

/// <summary>A selection found no actor in time.</summary>
/// <param name="message">What was selected.</param>
/// <param name="innerException">Why, if another exception led here.</param>
public sealed class ActorNotFoundException(string message, Exception? innerException = null) : AkkaException(message, innerException);

/// <summary>The stash is full, or the same message was stashed twice.</summary>
/// <param name="message">What went wrong.</param>
/// <param name="cause">Why, if another exception led here.</param>
public class StashOverflowException(string message, Exception? cause = null) : AkkaException(message, cause);

/// <summary>The actor's state does not allow the operation, for example stashing the same message twice.</summary>
/// <param name="message">What went wrong.</param>
public sealed class IllegalActorStateException(string message) : AkkaException(message);
