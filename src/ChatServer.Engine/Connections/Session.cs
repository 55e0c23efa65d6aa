using System.Collections.Immutable;
using System.Net;
using ChatServer.Domain;
using ChatServer.Domain.Users;
using ChatServer.Engine.Replies;
using ChatServer.Engine.Rooms;
using ChatServer.Engine.Settings;
using ChatServer.Engine.Users;
using ChatServer.Protocol;

namespace ChatServer.Engine.Connections;

/// <summary>What one connection knows, and what a command may do: reply, ask other actors, leave. Commands act on nothing else.</summary>
/// <remarks>Not thread-safe: owned by one connection, and touched in its turns only.</remarks>
internal sealed class Session
{
    private const int MostInvitations = 100;
    private const int MostReadMarkers = 1_000;

    private readonly Exchange _exchange = new();
    private readonly IActorRef _connection;
    private readonly Outbound _outbound;
    private readonly Action<string> _leave;
    private (RoomName Name, IActorRef Room)? _spokenTo;

    public Session(
        ConnectionId id,
        IActorRef connection,
        EngineContext engine,
        Neighbours neighbours,
        Peer peer,
        Outbound outbound,
        Action<string> leave)
    {
        Id = id;
        _connection = connection;
        _outbound = outbound;
        Engine = engine;
        Neighbours = neighbours;
        Peer = peer;
        LastSpoke = engine.Clock.GetTimestamp();
        Replies = new ReplyWriter(this, outbound);
        Counts = new(neighbours.Listener);
        _leave = leave;
    }

    public ConnectionId Id { get; }

    public EngineContext Engine { get; }

    /// <summary>The actors that every connection may ask.</summary>
    public Neighbours Neighbours { get; }

    /// <summary>Who is at the other end. Until registration completes, a gateway or the name service may tell better.</summary>
    public Peer Peer { get; set; }

    /// <summary>Where the connection comes from.</summary>
    public IPAddress Address => Peer.Address;

    /// <summary>The host as others will see it.</summary>
    public string Host => Peer.Host;

    public bool IsSecure => Peer.IsSecure;

    /// <summary>The capabilities negotiated so far.</summary>
    public Dialect Dialect { get; set; }

    /// <summary>The highest version named in CAP LS; 0 before.</summary>
    public int CapabilityVersion { get; set; }

    public Registration Registration { get; } = new();

    /// <summary>Who the user is; null before registration completes.</summary>
    public UserIdentity? Identity { get; set; }

    /// <summary>The user's actor; nobody before registration completes.</summary>
    public IActorRef User { get; set; } = ActorRefs.Nobody;

    /// <summary>The rooms the user is in, by name.</summary>
    public Dictionary<RoomName, JoinedRoom> Rooms => field ??= [];

    /// <summary>Rooms that the user was asked to, oldest first, no more than <see cref="MostInvitations"/>. The room itself knows whether
    /// the invitation still stands.</summary>
    public List<RoomName> Invitations => field ??= [];

    /// <summary>The nicks that the user monitors, as he wrote them last.</summary>
    public HashSet<Nickname> Monitored => field ??= [];

    /// <summary>Up to when the user has read his conversations.</summary>
    public ReadMarkers ReadMarkers => field ??= new(MostReadMarkers);

    /// <summary>To whom the user has spoken.</summary>
    public Correspondents Correspondents { get; } = new();

    /// <summary>When the user last sent a message; a timestamp of the engine's clock.</summary>
    public long LastSpoke { get; set; }

    /// <summary>What the user may do as an operator; it counts for as long as he is one.</summary>
    public IReadOnlyList<OperatorPrivilege> Privileges { get; set; } = [];

    /// <summary>The batch that the client has opened; null for none.</summary>
    public Commands.ClientBatch? OpenBatch { get; set; }

    public ReplyWriter Replies { get; }

    /// <summary>The verb of the command that is running, in capitals.</summary>
    public string RunningVerb { get; set; } = "*";

    /// <summary>How often the client has run each command.</summary>
    public Commands.CommandCounts Counts { get; }

    /// <summary>How many commands have begun, the running one among them.</summary>
    public long CommandCount { get; set; }

    /// <summary>Whether an answer is awaited, so that the next command has to wait.</summary>
    public bool IsBusy => _exchange.IsBusy;

    public bool IsRegistered => Identity is not null;

    public bool IsOperator => Identity?.Has(UserModeFlags.Operator) == true;

    /// <summary>How replies address the client: its nick, or <c>*</c> while it has none.</summary>
    public string Addressee => Identity?.Nick.Text ?? Registration.Nick?.Text ?? "*";

    /// <summary>The ids of <see cref="Rooms"/>, for those who decide what the user may see.</summary>
    public ImmutableHashSet<RoomId> RoomIds => [.. Rooms.Values.Select(room => room.Id)];

    /// <summary>Whether the user is an operator who may do this.</summary>
    public bool May(OperatorPrivilege privilege) =>
        IsOperator && (Privileges.Contains(privilege) || Privileges.Contains(OperatorPrivilege.All));

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

    /// <summary>The user was asked to a room; of too many invitations the oldest is forgotten.</summary>
    public void OnInvited(RoomName room)
    {
        Invitations.Remove(room);
        if (Invitations.Count == MostInvitations) Invitations.RemoveAt(0);
        Invitations.Add(room);
    }

    /// <summary>An answer has come for the running command.</summary>
    public bool OnAnswer(IAnswer answer) => _exchange.OnAnswer(this, answer);

    /// <summary>Ends the connection: ERROR with this reason, then close.</summary>
    public void Leave(string reason)
    {
        _exchange.Abandon();
        _leave(reason);
    }

    /// <summary>Tells the client that a request met a fault of ours, or nobody.</summary>
    public static void ReportFault(Session session, IRequest request, IAnswer answer)
    {
        var text = answer is Failed ? "An internal error kept the server from doing this" : "The one this was for has just gone";
        session.Replies.NumericWith(Numerics.ERR_UNKNOWNERROR, text, session.RunningVerb);
    }

    // A host that starts with a colon would be read as a trailing parameter. Source: Modern, WEBIRC; ircd custom.
    internal static string HostOf(IPAddress address)
    {
        var text = address.ToString();
        return text[0] == ':' ? "0" + text : text;
    }
}

/// <summary>A room that the user is in.</summary>
/// <param name="Id">The room.</param>
/// <param name="Ref">Where to speak.</param>
internal readonly record struct JoinedRoom(RoomId Id, IActorRef Ref);
