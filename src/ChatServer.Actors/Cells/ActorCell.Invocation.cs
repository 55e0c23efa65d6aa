namespace ChatServer.Actors;

// Handling one user message.
internal sealed partial class ActorCell
{
    /// <summary>The message being handled; kept while an asynchronous handler waits.</summary>
    public object? CurrentMessage { get; private set; }

    /// <summary>The sender as the envelope had it: null for nobody.</summary>
    public IActorRef? CurrentSender => _sender;

    /// <summary>Whether that message is already in the stash.</summary>
    public bool CurrentMessageIsStashed { get; set; }

    /// <summary>Handles one message. Exceptions from the handler go to the supervisor, never to the dispatcher.</summary>
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
            // Message and sender stay until the decision: PreRestart gets the message.
            HandleInvokeFailure(cause);
            return;
        }

        if (_receiveTimeout is not null) TouchReceiveTimeout(message);

        // An idle actor must keep neither alive; an asynchronous handler still needs both.
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

    /// <summary>A timer's message is valid only while that very timer is set: not cancelled, replaced, or of an earlier
    /// incarnation.</summary>
    private void ReceiveTimer(TimerMessage timer)
    {
        if (timer.Owner.TryAccept(timer, _actor) && timer.Message is { } message) Receive(message);
    }

    /// <summary>Hands an unwrapped message to the actor, or to the automatic handling if it is for that.</summary>
    private void Receive(object message)
    {
        CurrentMessage = message;
        if (message is AutoReceivedMessage automatic) AutoReceive(automatic);
        else _actor!.AroundReceive(CurrentBehavior, message);
    }
}
