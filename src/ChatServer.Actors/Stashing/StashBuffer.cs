namespace ChatServer.Actors;

/// <summary>The stash of one incarnation of one actor.</summary>
internal sealed class StashBuffer(ActorCell cell, int capacity) : IStash
{
    private List<Envelope>? _stashed;

    public int Capacity => capacity;

    public int Count => _stashed?.Count ?? 0;

    public bool IsEmpty => Count == 0;

    public bool NonEmpty => Count > 0;

    public bool IsFull => capacity >= 0 && Count >= capacity;

    public void Stash()
    {
        if (cell.CurrentMessage is not { } message)
            throw new IllegalActorStateException("There is no message to stash: none is being handled.");
        if (_stashed is [.., var last] && ReferenceEquals(last.Message, message) && cell.CurrentMessageIsStashed)
            throw new IllegalActorStateException($"Can't stash the same message {message} more than once.");
        if (IsFull) throw new StashOverflowException($"The stash of {cell.Self} is full ({capacity}); couldn't stash {message}.");
        if (message is Terminated terminated) cell.KeepTerminated(terminated);
        (_stashed ??= []).Add(new Envelope(message, cell.CurrentSender));
        cell.CurrentMessageIsStashed = true;
    }

    public void Unstash()
    {
        if (_stashed is not { Count: > 0 }) return;
        cell.Mailbox.Prepend([_stashed[0]]);
        _stashed.RemoveAt(0);
    }

    public void UnstashAll() => cell.Mailbox.Prepend(Take());

    public void UnstashAll(Func<Envelope, bool> predicate) => cell.Mailbox.Prepend([.. Take().Where(predicate)]);

    public IEnumerable<Envelope> ClearStash() => Take();

    public void Prepend(IEnumerable<Envelope> envelopes) => (_stashed ??= []).InsertRange(0, envelopes);

    private Envelope[] Take()
    {
        Envelope[] all = _stashed is null ? [] : [.. _stashed];
        _stashed = null;
        return all;
    }
}
