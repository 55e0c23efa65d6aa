using ChatServer.Engine.Faults;

namespace ChatServer.Engine;

/// <summary>What all actors of the server share: who asks one of them gets an answer even when the handler throws.</summary>
/// <remarks>The fault itself goes to the supervisor afterwards, as in any actor; each family says beside its strategy what happens
/// then.</remarks>
public abstract class EngineActor : ReceiveActor
{
    /// <inheritdoc/>
    protected override bool AroundReceive(Receive receive, object message)
    {
        try
        {
            if (message is InjectedFault fault) throw fault.Cause;
            return base.AroundReceive(receive, message);
        }
        catch (Exception cause) when (message is IRequest)
        {
            AnswerFault(new Failed(cause));
            throw;
        }
    }

    /// <summary>Tells who asked that the handler threw.</summary>
    /// <param name="failed">What he is told.</param>
    protected virtual void AnswerFault(Failed failed) => Sender.Tell(failed);
}
