using ChatServer.Engine.Faults;

namespace ChatServer.Engine;

/// <summary>Base of all actors of the server: a request is answered even when its handler throws.</summary>
/// <remarks>Afterwards the fault goes to the supervisor, as in any actor; what happens then is explained beside each family's
/// strategy.</remarks>
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

    /// <summary>Answers a request whose handler threw.</summary>
    /// <param name="failed">The answer.</param>
    protected virtual void AnswerFault(Failed failed) => Sender.Tell(failed);
}
