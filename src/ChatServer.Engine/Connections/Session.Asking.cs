using ChatServer.Engine.Rooms;
using ChatServer.Engine.Users;
using ChatServer.Protocol;

namespace ChatServer.Engine.Connections;

/// <content>How a command asks other actors, and waits for what they answer.</content>
internal sealed partial class Session
{
    private readonly Exchange _exchange = new();
    private (RoomName Name, IActorRef Room)? _spokenTo;

    /// <summary>Whether an answer is awaited, so that the next command has to wait.</summary>
    public bool IsBusy => _exchange.IsBusy;

    /// <summary>Asks an actor; the next command starts when the answer has been handled.</summary>
    /// <param name="recipient">Whom.</param>
    /// <param name="request">What.</param>
    /// <param name="onAnswer">What to do with the answer.</param>
    /// <param name="onFault">What to do when the recipient failed, or was gone; by default the client is told so.</param>
    public void Ask(IActorRef recipient, IRequest request, AnswerHandler onAnswer, AnswerHandler? onFault = null)
    {
        _spokenTo = null;
        _exchange.Ask(recipient, request, onAnswer, onFault ?? ReportFault);
    }

    /// <summary>Does something in its turn: when all that the running command has asked before has been answered.</summary>
    public void InTurn(Action<Session> step)
    {
        _spokenTo = null;
        _exchange.InTurn(this, step);
    }

    /// <summary>Goes on when the client has taken what was written so far. Of a labelled response that is the first part, which is written
    /// now.</summary>
    public void WhenTaken(Action<Session> goOn)
    {
        Replies.MakeWay();
        Ask(_connection, Outbound.AwaitTaken.Instance, (session, _, answer) =>
        {
            if (answer is Done) goOn(session);
        });
    }

    /// <summary>Whether so much waits for the client that the rest of a long answer had better wait as well. Of a labelled response, which
    /// counts like all else, the first part is written now.</summary>
    public bool FallsBehind()
    {
        Replies.MakeWay();
        return _outbound.BacklogBytes > Engine.Settings.Limits.SendQueueBytes / 2;
    }

    /// <summary>Asks a room: directly when the user is in it, otherwise by its name; also when it turns out to be closed by now.</summary>
    public void AskRoom(RoomName name, IRequest request, AnswerHandler onAnswer)
    {
        if (Rooms.TryGetValue(name, out var room))
            Ask(room.Ref, request, onAnswer, OnFault);
        else
            AskByName(request);

        void AskByName(IRequest request) => Ask(Neighbours.Rooms, new RoomDirectoryActor.Route(name, request), onAnswer);

        void OnFault(Session session, IRequest request, IAnswer answer)
        {
            if (answer is Undeliverable)
                AskByName(request);
            else
                ReportFault(session, request, answer);
        }
    }

    /// <summary>Asks a user by his nick.</summary>
    public void AskUser(Nickname nick, IRequest request, AnswerHandler onAnswer) =>
        Ask(Neighbours.Users, new UserDirectoryActor.Route(nick, request), onAnswer);

    /// <summary>Says something in a room.</summary>
    public void Say(RoomName name, RoomActor.Say say, AnswerHandler onAnswer)
    {
        if (!Rooms.TryGetValue(name, out var room))
        {
            AskRoom(name, say, onAnswer);
        }
        else
        {
            var isAllThereIs = !IsBusy && !Replies.IsLabelled;
            Ask(room.Ref, say, onAnswer);
            if (isAllThereIs) _spokenTo = (name, room.Ref);
        }
    }

    /// <summary>The room to which the running command has said something, when that is all it does and its answer needs no label: then what
    /// is said to the same room next need not wait.</summary>
    public RoomName? SpokenTo => IsBusy ? _spokenTo?.Name : null;

    /// <summary>Says something more in the room of <see cref="SpokenTo"/>.</summary>
    public void SayMore(RoomActor.Say say, AnswerHandler onAnswer) =>
        _exchange.AskBehind(_spokenTo!.Value.Room, say, onAnswer, ReportFault);

    /// <summary>An answer has come for the running command.</summary>
    public bool OnAnswer(IAnswer answer) => _exchange.OnAnswer(this, answer);

    /// <summary>Tells the client that a request met a fault of ours, or nobody.</summary>
    public static void ReportFault(Session session, IRequest request, IAnswer answer)
    {
        var text = answer is Failed ? "An internal error kept the server from doing this" : "The one this was for has just gone";
        session.Replies.NumericWith(Numerics.ERR_UNKNOWNERROR, text, session.RunningVerb);
    }
}
