namespace ChatServer.Actors;

/// <summary>From a simulation: the actor throws instead of handling this message, as if its own handler had thrown.</summary>
internal sealed class InjectedFailure(object message, Exception cause) : AutoReceivedMessage
{
    public object Message { get; } = message;

    public Exception Cause { get; } = cause;
}
