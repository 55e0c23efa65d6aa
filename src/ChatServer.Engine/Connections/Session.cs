using System.Collections.Immutable;
using System.Net;
using ChatServer.Domain;
using ChatServer.Domain.Users;
using ChatServer.Engine.Replies;
using ChatServer.Engine.Settings;
using ChatServer.Protocol;

namespace ChatServer.Engine.Connections;

/// <summary>What one connection knows, and what a command may do: reply, ask other actors, leave. Commands act on nothing else.</summary>
/// <remarks>Not thread-safe: owned by one connection, and touched in its turns only.</remarks>
internal sealed partial class Session
{
    private const int MostInvitations = 100;
    private const int MostReadMarkers = 1_000;

    private readonly IActorRef _connection;
    private readonly Outbound _outbound;
    private readonly Action<string> _leave;

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

    /// <summary>The rooms that the user was invited to.</summary>
    public Invitations Invitations => field ??= new(MostInvitations);

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

    public bool IsRegistered => Identity is not null;

    public bool IsOperator => Identity?.Has(UserModeFlags.Operator) == true;

    /// <summary>How replies address the client: its nick, or <c>*</c> while it has none.</summary>
    public string Addressee => Identity?.Nick.Text ?? Registration.Nick?.Text ?? "*";

    /// <summary>The ids of <see cref="Rooms"/>, for those who decide what the user may see.</summary>
    public ImmutableHashSet<RoomId> RoomIds => [.. Rooms.Values.Select(room => room.Id)];

    /// <summary>Whether the user is an operator who may do this.</summary>
    public bool May(OperatorPrivilege privilege) =>
        IsOperator && (Privileges.Contains(privilege) || Privileges.Contains(OperatorPrivilege.All));

    /// <summary>Ends the connection: ERROR with this reason, then close.</summary>
    public void Leave(string reason)
    {
        _exchange.Abandon();
        _leave(reason);
    }
}
