using ChatServer.Domain;
using ChatServer.Domain.Events;
using ChatServer.Domain.Rooms;
using ChatServer.Engine.Deliveries;
using ChatServer.Engine.Users;
using ChatServer.Protocol;

namespace ChatServer.Engine.Rooms;

/// <content>How a room gets another name. The directory owns the names: the room takes a new one once the directory has granted it, and
/// gives the old one back when all members have been told. So no member can meet another room under a name that he still takes for this
/// one.</content>
public sealed partial class RoomActor
{
    /// <summary>A member gives the room another name. Answered <see cref="Done"/>, when all members have been told, or
    /// <see cref="Denied"/>.</summary>
    /// <param name="Who">Who does it.</param>
    /// <param name="Name">The new name.</param>
    /// <param name="Reason">Why; empty when not said.</param>
    public sealed record GiveName(UserId Who, RoomName Name, WireText Reason) : IRequest;

    /// <summary>To a member's connection: the room has another name.</summary>
    /// <param name="Event">What happened.</param>
    /// <param name="Room">The room as it is now.</param>
    /// <param name="Ref">Where to speak.</param>
    public sealed record NameChanged(Delivery Event, RoomState Room, IActorRef Ref) : IDeadLetterSuppression;

    private void OnGiveName(GiveName give)
    {
        switch (RoomRules.GiveName(_state, give.Who, give.Name, _engine.Now))
        {
            case Accepted<RoomState>(var next):
                var asker = Sender;
                Context.Parent.Tell(new RoomDirectoryActor.ClaimName(_state.Id, give.Name));
                Become(message => AwaitingName(message, give, next, asker));
                break;
            case Refused<RoomState>(var reason):
                Sender.Tell(new Denied(reason));
                break;
        }
    }

    private bool AwaitingName(object message, GiveName give, RoomState next, IActorRef asker)
    {
        // Answers from the room's history arrive here too, and have to wait.
        if (message is IAnswer answer && Sender.Equals(Context.Parent))
            OnNameDecided(answer, give, next, asker);
        else
            Stash.Stash();
        return true;
    }

    private void OnNameDecided(IAnswer answer, GiveName give, RoomState next, IActorRef asker)
    {
        Become(Open);
        Stash.UnstashAll();
        try
        {
            if (answer is Done) TakeName(give, next);
            asker.Tell(answer);
        }
        catch (Exception cause)
        {
            // The current message is not his request, so he would get no answer otherwise.
            asker.Tell(new Failed(cause));
            throw;
        }
    }

    private void TakeName(GiveName give, RoomState next)
    {
        var renamed = new RoomRenamed(_engine.Stamp(), _state.Find(give.Who)!.Identity, _state.Name, give.Name, give.Reason);
        _state = next;
        var news = new NameChanged(new Delivery(renamed), _state, Self);
        foreach (ref readonly var seat in _audience.Seats)
        {
            seat.Connection.Tell(news, ActorRefs.NoSender);
            seat.User.Tell(new UserActor.MembershipChanged(MembershipOf(_state.Find(seat.Who)!), Self));
        }

        Summarise();
    }
}
