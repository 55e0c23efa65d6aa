namespace ChatServer.Actors;

/// <summary>The references that stand for no actor.</summary>
public static class ActorRefs
{
    /// <summary>A reference that discards every message, for places that require an actor where there is none.</summary>
    public static readonly IActorRef Nobody = new NobodyRef();

    /// <summary>No sender: null. Answers to it go to dead letters.</summary>
    public static readonly IActorRef? NoSender;

    private sealed class NobodyRef : MinimalActorRef
    {
        public override ActorPath Path { get; } = ActorPath.Root("all-systems").Child("Nobody");

        public override ActorSystem? System => null;

        public override bool IsTerminated => true;

        public override void Tell(object message, IActorRef? sender)
        {
        }

        public override void SendSystemMessage(SystemMessage message)
        {
            if (message is WatchMessage watch) watch.Watcher.SendSystemMessage(new DeathWatchNotification(this, existenceConfirmed: false));
        }

        public override string ToString() => "[Nobody]";
    }
}
