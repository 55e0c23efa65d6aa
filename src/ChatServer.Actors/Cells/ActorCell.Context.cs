namespace ChatServer.Actors;

// The part of the cell that the actor sees.
internal sealed partial class ActorCell : IUntypedActorContext
{
    private IActorRef? _sender;

    /// <summary>Any thread.</summary>
    public IActorRef Self => _self;

    /// <summary>Any thread.</summary>
    public LocalActorRef SelfRef => _self;

    /// <summary>Any thread.</summary>
    public ActorSystem System { get; }

    /// <summary>Any thread.</summary>
    public IActorRef Parent { get; }

    public Props Props { get; }

    public MessageDispatcher Dispatcher => Mailbox.Dispatcher;

    public IActorRef Sender => _sender ?? System.DeadLetters;

    public IActorRef ActorOf(Props props, string? name = null) => CreateChild(props, name);

    public ActorSelection ActorSelection(string actorPath) => Actors.ActorSelection.Parse(System, _self, actorPath);

    public ActorSelection ActorSelection(ActorPath actorPath)
    {
        ArgumentNullException.ThrowIfNull(actorPath);
        return Actors.ActorSelection.Parse(System, _self, actorPath.ToStringWithoutAddress());
    }

    public void Stop(IActorRef child)
    {
        ArgumentNullException.ThrowIfNull(child);
        var target = child.AsInternal();
        Children?.MarkStopping(target);
        target.Stop();
    }
}
