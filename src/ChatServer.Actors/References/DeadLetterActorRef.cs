namespace ChatServer.Actors;

/// <summary>Receives the messages that no actor will read; publishes each as a <see cref="DeadLetter"/>.</summary>
internal sealed class DeadLetterActorRef(ActorSystem system, ActorPath path) : MinimalActorRef
{
    public override ActorPath Path { get; } = path;

    public override ActorSystem? System => system;

    public override void Tell(object message, IActorRef? sender)
    {
        if (message is null) InvalidMessageException.ThrowNull();
        Publish(message, sender, this);
    }

    /// <summary>Publishes a message that reached its recipient too late, or had no recipient at all.</summary>
    public void Publish(object message, IActorRef? sender, IActorRef recipient)
    {
        if (message is not (AllDeadLetters or TimerMessage)) system.Observation?.DeadLetter();
        switch (message)
        {
            case AllDeadLetters:
                // Meant for a listener that has stopped. If published again, it would find the same listener, in an endless loop.
                break;
            case Identify identify:
                (sender ?? this).Tell(new ActorIdentity(identify.MessageId, null), this);
                break;
            case TimerMessage:
                // A timer that fired while its actor was stopping: no loss.
                break;
            case IDeadLetterSuppression:
                system.EventStream.Publish(new SuppressedDeadLetter(message, sender ?? this, recipient));
                break;
            default:
                system.EventStream.Publish(new DeadLetter(message, sender ?? this, recipient));
                break;
        }
    }

    /// <summary>Publishes a message for which a living actor's mailbox had no room.</summary>
    public void PublishDropped(Envelope envelope, IActorRef recipient, string reason)
    {
        system.Observation?.Dropped();
        // As above: a listener whose own mailbox is full would be told about it, in an endless loop.
        if (envelope.Message is AllDeadLetters) return;
        system.EventStream.Publish(new Dropped(envelope.Message, reason, envelope.Sender ?? this, recipient));
    }

    /// <summary>A system message that came after the actor's end. Only a watch gets an answer: the watched actor is gone.</summary>
    public static void AnswerSystemMessage(SystemMessage message, IInternalActorRef recipient)
    {
        if (message is WatchMessage watch)
            watch.Watcher.SendSystemMessage(new DeathWatchNotification(recipient, existenceConfirmed: true));
    }

    public override void SendSystemMessage(SystemMessage message)
    {
        if (message is WatchMessage watch) watch.Watcher.SendSystemMessage(new DeathWatchNotification(this, existenceConfirmed: false));
    }
}
