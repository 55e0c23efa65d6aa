namespace ChatServer.Actors;

/// <summary>The actors that an actor watches, each with the message to send instead of <see cref="Terminated"/>, or null.</summary>
/// <remarks>Most actors watch none or one. One needs no dictionary, which is ten times as big. Not thread-safe: owned by one
/// cell.</remarks>
internal struct WatchTable
{
    private IInternalActorRef? _only;
    private object? _insteadOfOnly;
    private Dictionary<IInternalActorRef, object?>? _many;

    /// <summary>All watched actors.</summary>
    public readonly IReadOnlyCollection<IInternalActorRef> Actors => _many is not null ? _many.Keys : _only is null ? [] : [_only];

    /// <summary>Adds an actor, unless it is already there.</summary>
    /// <returns>Whether it was added.</returns>
    public bool TryAdd(IInternalActorRef actor, object? instead)
    {
        if (_many is not null) return _many.TryAdd(actor, instead);
        if (_only is null)
        {
            (_only, _insteadOfOnly) = (actor, instead);
            return true;
        }

        if (_only.Equals(actor)) return false;
        _many = new() { [_only] = _insteadOfOnly, [actor] = instead };
        (_only, _insteadOfOnly) = (null, null);
        return true;
    }

    /// <summary>Removes an actor.</summary>
    /// <returns>Whether it was there.</returns>
    public bool Remove(IInternalActorRef actor, out object? instead)
    {
        if (_many is not null) return _many.Remove(actor, out instead);
        instead = _insteadOfOnly;
        if (_only?.Equals(actor) != true) return false;
        (_only, _insteadOfOnly) = (null, null);
        return true;
    }
}
