namespace ChatServer.Actors;

// One user message.
internal sealed partial class ActorCell
{
    /// <summary>What the actor is handling; kept while an asynchronous handler waits.</summary>
    public object? CurrentMessage { get; private set; }

    /// <summary>The sender as the envelope had it: null for nobody.</summary>
    public IActorRef? CurrentSender => _sender;

    /// <summary>Whether that message is in the stash already.</summary>
    public bool CurrentMessageIsStashed { get; set; }

    /// <summary>Handles one message. What the handler throws goes to the supervisor, never to the dispatcher.</summary>
    public void Invoke(object message, IActorRef? sender)
    {
        CurrentMessage = message;
        _sender = sender;
        CurrentMessageIsStashed = false;
        try
        {
            if (message is AutoReceivedMessage automatic) AutoReceive(automatic);
            else _actor!.AroundReceive(CurrentBehavior, message);
        }
        catch (Exception cause)
        {
            // Message and sender stay until the verdict: PreRestart is told which message it was.
            HandleInvokeFailure(cause);
            return;
        }

        if (_receiveTimeout is not null) TouchReceiveTimeout(message);

        // An idle actor is not to keep either alive; an asynchronous handler still needs both.
        if (IsAwaiting) return;
        CurrentMessage = null;
        _sender = null;
    }

    private void AutoReceive(AutoReceivedMessage message)
    {
        switch (message)
        {
            case TimerMessage timer:
                ReceiveTimer(timer);
                break;
            case Terminated terminated:
                ReceiveTerminated(terminated);
                break;
            case PoisonPill:
                _self.Stop();
                break;
            case Kill:
                throw new ActorKilledException("Kill");
            case InjectedFailure injected:
                CurrentMessage = injected.Message;
                _actor!.AroundReceive(_ => throw injected.Cause, injected.Message);
                break;
            case Identify identify:
                Sender.Tell(new ActorIdentity(identify.MessageId, Self), Self);
                break;
        }
    }

    /// <summary>A timer's message counts only if that very timer is still set: not cancelled, not replaced, not of an earlier
    /// incarnation.</summary>
    private void ReceiveTimer(TimerMessage timer)
    {
        if (timer.Owner.TryAccept(timer, _actor) && timer.Message is { } message) Receive(message);
    }

    /// <summary>Hands a message that came wrapped to the actor, or to the automatic handling if it is for that.</summary>
    private void Receive(object message)
    {
        CurrentMessage = message;
        if (message is AutoReceivedMessage automatic) AutoReceive(automatic);
        else _actor!.AroundReceive(CurrentBehavior, message);
    }
}
