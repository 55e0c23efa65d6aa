namespace ChatServer.Actors;

// Lifecycle events, for mailboxes that keep a record. The plain mailbox keeps none.
internal partial class Mailbox
{
    /// <summary>The actor is created and its PreStart has run.</summary>
    public virtual void OnStarted()
    {
    }

    /// <summary>A new actor has replaced a failed one.</summary>
    public virtual void OnRestarted()
    {
    }

    /// <summary>A handler or a hook threw; the supervisor is being told.</summary>
    public virtual void OnFailed(Exception cause)
    {
    }

    /// <summary>PostStop has run and the mailbox is closed.</summary>
    public virtual void OnStopped()
    {
    }
}
