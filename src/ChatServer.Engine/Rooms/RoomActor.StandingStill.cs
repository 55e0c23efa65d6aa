using ChatServer.Domain;
using ChatServer.Domain.Rooms;

namespace ChatServer.Engine.Rooms;

/// <content>How the room stands still while a user changes in all his rooms at once.</content>
public sealed partial class RoomActor
{
    private readonly List<(Hold Hold, IActorRef User)> _waitingHolds = [];
    private readonly Queue<IActorRef> _goneMeanwhile = [];

    private bool StandingStill(object message, UserId holder, IActorRef user)
    {
        switch (message)
        {
            case Apply apply when apply.Who == holder:
                OnApply(apply);
                GoOn();
                break;
            case Release release when release.Who == holder:
                Sender.Tell(Done.Instance);
                GoOn();
                break;
            case Terminated gone when gone.ActorRef.Equals(user):
                GoOnWithout(user);
                break;
            case Terminated gone:
                _goneMeanwhile.Enqueue(gone.ActorRef);
                break;
            case Hold hold when hold.Who == holder:
                // He asks again if the room failed at his first request.
                TryHold(hold, Sender);
                break;
            case Hold hold:
                _waitingHolds.Add((hold, Sender));
                break;
            default:
                Stash.Stash();
                break;
        }

        return true;
    }

    /// <returns>Whether the room stands still now.</returns>
    private bool TryHold(Hold hold, IActorRef user)
    {
        // Nothing else changes until the user has changed, so what is allowed now is allowed then.
        if (hold.ForNewNick && RoomRules.Rename(_state, hold.Who) is Refused<RoomState>(var reason))
        {
            user.Tell(new NickHeld(reason, _state.Name));
            return false;
        }

        var member = _state.Find(hold.Who);
        if (member is not null) Become(message => StandingStill(message, hold.Who, user));
        user.Tell(new Held(_state.Id, member is null ? [] : ConnectionsThatSee(member)));
        return member is not null;
    }

    // A user who is gone can't release the room, so it goes on even if removing him fails.
    private void GoOnWithout(IActorRef user)
    {
        try
        {
            OnUserGone(user);
        }
        finally
        {
            GoOn();
        }
    }

    // Users who are gone come first: their nicks are free, and a user who waits to hold the room may have taken one. Then those who wait:
    // each holds the room only for a moment, and the stash is replayed once instead of once for each. Whoever waited and is gone is no
    // member any more, and holds nothing.
    private void GoOn()
    {
        Become(Open);
        if (_goneMeanwhile.TryDequeue(out var gone))
        {
            GoOnWithout(gone);
            return;
        }

        while (_waitingHolds.Count > 0)
        {
            var (hold, user) = _waitingHolds[0];
            _waitingHolds.RemoveAt(0);
            if (TryHold(hold, user)) return;
        }

        Stash.UnstashAll();
    }

    private void OnApply(Apply apply)
    {
        if (_state.Find(apply.Who) is { } member)
        {
            Keep(apply.Event);
            if (apply.Next is null)
                Remove(_state.Without(apply.Who), apply.Who);
            else
                _state = _state.With(member with { Identity = apply.Next });
        }

        Sender.Tell(Done.Instance);
    }
}
