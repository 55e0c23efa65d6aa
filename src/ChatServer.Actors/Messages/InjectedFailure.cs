namespace ChatServer.Actors;

/// <summary>From a simulation: instead of handling this message the actor throws, as if its own handler had.</summary>
internal sealed class InjectedFailure(object message, Exception cause) : AutoReceivedMessage
{
    public object Message { get; } = message;

    public Exception Cause { get; } = cause;
}
