using System.Collections.Immutable;
using ChatServer.Domain;
using ChatServer.Engine.Users;
using ChatServer.Protocol;
using Microsoft.Extensions.Logging;

namespace ChatServer.Engine.Rooms;

/// <summary>Owns which room has which name. Opens a room when somebody joins a new name, and closes it when nobody is left.</summary>
/// <remarks>
/// <para>Names are an index: actors that have a room's reference talk to it directly, all others are routed from here.</para>
/// <para>A room is closed when it reports that it is empty <i>and</i> has handled as many joins as were routed to it: otherwise a join is
/// still in its mailbox, and it will not stay empty.</para>
/// </remarks>
public sealed class RoomDirectoryActor : EngineActor
{
    /// <summary>Someone joins a room by its name; the room, opened if need be, answers the sender as <see cref="RoomActor.Join"/>
    /// says.</summary>
    /// <param name="Name">Which room.</param>
    /// <param name="Join">What the room is to hear.</param>
    public sealed record Enter(RoomName Name, RoomActor.Join Join) : IRequest;

    /// <summary>A request for a room by its name; the room answers the sender, or the directory does:
    /// <see cref="Refusal.NoSuchRoom"/>.</summary>
    /// <param name="Name">Which room.</param>
    /// <param name="Request">What the room is to hear.</param>
    public sealed record Route(RoomName Name, IRequest Request) : IRequest;

    /// <summary>From a room: it wants another name. Until <see cref="Summarised"/> says that it has taken it, both names lead to it.
    /// Answered <see cref="Done"/> or <see cref="Denied"/>: <see cref="Refusal.RoomNameInUse"/>.</summary>
    /// <param name="Room">Which room.</param>
    /// <param name="Name">The name it wants.</param>
    public sealed record ClaimName(RoomId Room, RoomName Name) : IRequest;

    /// <summary>Asks for all rooms. Answered <see cref="Rooms"/>.</summary>
    public sealed record GetRooms : IRequest
    {
        private GetRooms()
        {
        }

        /// <summary>The only instance.</summary>
        public static GetRooms Instance { get; } = new();
    }

    /// <summary>All rooms, in no order; secret ones are for their members only.</summary>
    /// <param name="Summaries">One for each.</param>
    public sealed record Rooms(ImmutableArray<RoomSummary> Summaries) : IAnswer;

    /// <summary>From a room: what it looks like after a change.</summary>
    /// <param name="Summary">What it looks like.</param>
    /// <param name="Joins">How many joins it has handled so far.</param>
    public sealed record Summarised(RoomSummary Summary, long Joins);

    private readonly EngineContext _engine;
    private readonly ILogger _log;
    private readonly Dictionary<RoomName, Entry> _byName = [];
    private readonly Dictionary<RoomId, Entry> _byId = [];
    private long _lastId;

    /// <summary>How to make one.</summary>
    /// <param name="engine">The world.</param>
    public static Props PropsFor(EngineContext engine) => Props.Create(() => new RoomDirectoryActor(engine));

    /// <summary>Use <see cref="PropsFor"/>.</summary>
    public RoomDirectoryActor(EngineContext engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        _engine = engine;
        _log = engine.Loggers.CreateLogger("ChatServer.Rooms");
        Receive<Route>(OnRoute);
        Receive<Summarised>(OnSummarised);
        Receive<Enter>(OnEnter);
        Receive<ClaimName>(OnClaimName);
        Receive<GetRooms>(_ => Sender.Tell(new Rooms([.. _byId.Values.Select(entry => entry.Summary).OfType<RoomSummary>()])));
        Receive<CountsSoFar>(counts => Sender.Tell(counts with { Rooms = _byId.Count }));
    }

    /// <summary>A room resumes after a fault: it keeps its members and its state, and the asker has been told of the failure.</summary>
    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Resume);

    private void OnRoute(Route route)
    {
        if (_byName.TryGetValue(route.Name, out var entry))
            entry.Room.Forward(route.Request);
        else
            Sender.Tell(new Denied(Refusal.NoSuchRoom));
    }

    private void OnEnter(Enter enter)
    {
        if (!_byName.TryGetValue(enter.Name, out var entry)) entry = Open(enter.Name);
        entry.JoinsPassedOn++;
        entry.Room.Forward(enter.Join);
    }

    private void OnSummarised(Summarised summarised)
    {
        if (!_byId.TryGetValue(summarised.Summary.Id, out var entry)) return;
        entry.Summary = summarised.Summary;
        if (entry.Claimed is { } name && name.Text == summarised.Summary.Name.Text) Settle(entry, name);
        if (summarised.Summary.Members == 0 && summarised.Joins == entry.JoinsPassedOn) Close(entry);
    }

    private void OnClaimName(ClaimName claim)
    {
        if (!_byId.TryGetValue(claim.Room, out var entry) || (_byName.TryGetValue(claim.Name, out var holder) && holder != entry))
        {
            Sender.Tell(new Denied(Refusal.RoomNameInUse));
            return;
        }

        entry.Claimed = claim.Name;
        _byName[claim.Name] = entry;
        Sender.Tell(Done.Instance);
    }

    private void Settle(Entry entry, RoomName name)
    {
        if (entry.Name != name) _byName.Remove(entry.Name);
        _log.LogDebug("{Room} is called {Name} now", entry.Name.Text, name.Text);
        entry.Name = name;
        entry.Claimed = null;
    }

    private Entry Open(RoomName name)
    {
        var id = new RoomId(++_lastId);
        var entry = new Entry(id, name, Context.ActorOf(RoomActor.PropsFor(id, name, _engine), id.ToString()));
        _byName.Add(name, entry);
        _byId.Add(id, entry);
        _log.LogDebug("{Room} is open as {RoomId}", name.Text, id);
        return entry;
    }

    // Requests that are already in the room's mailbox are answered before the pill is reached.
    private void Close(Entry entry)
    {
        _byName.Remove(entry.Name);
        if (entry.Claimed is { } claimed) _byName.Remove(claimed);
        _byId.Remove(entry.Id);
        entry.Room.Tell(PoisonPill.Instance);
        _log.LogDebug("{Room} is closed", entry.Name.Text);
    }

    private sealed class Entry(RoomId id, RoomName name, IActorRef room)
    {
        public RoomId Id { get; } = id;

        public RoomName Name { get; set; } = name;

        /// <summary>The name that the room is about to take; null for none.</summary>
        public RoomName? Claimed { get; set; }

        public IActorRef Room { get; } = room;

        public long JoinsPassedOn { get; set; }

        /// <summary>Null until the room has spoken for the first time.</summary>
        public RoomSummary? Summary { get; set; }
    }
}
