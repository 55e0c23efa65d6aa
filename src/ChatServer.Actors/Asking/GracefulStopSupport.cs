namespace ChatServer.Actors;

/// <summary>Stops an actor and waits for its end.</summary>
public static class GracefulStopSupport
{
    /// <summary>Sends <see cref="PoisonPill"/> and waits.</summary>
    /// <param name="target">The actor to stop.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <returns>Whether it stopped in time.</returns>
    public static Task<bool> GracefulStop(this IActorRef target, TimeSpan timeout) => target.GracefulStop(timeout, PoisonPill.Instance);

    /// <summary>Sends a message that tells the actor to stop, and waits.</summary>
    /// <param name="target">The actor to stop.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="stopMessage">The message.</param>
    /// <returns>Whether it stopped in time.</returns>
    public static async Task<bool> GracefulStop(this IActorRef target, TimeSpan timeout, object stopMessage)
    {
        ArgumentNullException.ThrowIfNull(target);
        var actor = target.AsInternal();
        if (actor.System is not { } system) return true;
        var promise = new PromiseActorRef<Terminated>(system, timeout, CancellationToken.None);
        actor.SendSystemMessage(new WatchMessage(promise));
        actor.Tell(stopMessage, ActorRefs.NoSender);
        try
        {
            await promise.Task.ConfigureAwait(false);
            return true;
        }
        catch (AskTimeoutException)
        {
            // The expected way to learn that it has not stopped yet.
            actor.SendSystemMessage(new UnwatchMessage(promise));
            return false;
        }
    }
}
