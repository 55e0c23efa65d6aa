namespace ChatServer.Actors;

// What happens to the actor besides messages, for mailboxes that keep a record. The plain mailbox keeps none.
internal partial class Mailbox
{
    /// <summary>The actor is made and its PreStart is over.</summary>
    public virtual void OnStarted()
    {
    }

    /// <summary>A fresh actor has taken the place of a failed one.</summary>
    public virtual void OnRestarted()
    {
    }

    /// <summary>A handler or a hook threw; the supervisor is being told.</summary>
    public virtual void OnFailed(Exception cause)
    {
    }

    /// <summary>PostStop is over and the mailbox closed.</summary>
    public virtual void OnStopped()
    {
    }
}
