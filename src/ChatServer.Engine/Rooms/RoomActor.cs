using ChatServer.Domain;
using ChatServer.Domain.Events;
using ChatServer.Domain.Rooms;
using ChatServer.Domain.Users;
using ChatServer.Engine.Deliveries;
using ChatServer.Engine.History;
using ChatServer.Engine.Users;
using ChatServer.Protocol;

namespace ChatServer.Engine.Rooms;

/// <summary>Owns one room: its members, modes, topic, recent history and the order of its events. What it may do is decided in
/// <see cref="RoomRules"/>; the actor keeps the state, tells the members and answers who asked.</summary>
/// <remarks>
/// <para>Open -> (StandingStill | AwaitingName -> Open)* -> stopped. Parent: <see cref="RoomDirectoryActor"/>, which stops it when the
/// last member has left, and
/// lets it resume after a fault: a restart would keep the name and silently lose the members.</para>
/// <para>StandingStill: a user changes (nick, away, quit) in all his rooms at one moment. He asks one room after the other to stand still,
/// learns who is there, and tells them himself, so that every peer hears of it once and no room's order shows half of the change.
/// A room stands still for one user at a time; all hold rooms in the order of their ids, so nobody can wait in a circle.</para>
/// </remarks>
public sealed partial class RoomActor : EngineActor, IWithUnboundedStash
{
    private readonly EngineContext _engine;
    private readonly Audience _audience = new();
    private readonly List<(Hold Hold, IActorRef User)> _waitingHolds = [];
    private readonly IConversationHistory _history;
    private RoomState _state;
    private long _joins;

    /// <summary>How to make one.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="name">Its name.</param>
    /// <param name="engine">The world.</param>
    public static Props PropsFor(RoomId id, RoomName name, EngineContext engine) => Props.Create(() => new RoomActor(id, name, engine));

    /// <summary>Use <see cref="PropsFor"/>.</summary>
    public RoomActor(RoomId id, RoomName name, EngineContext engine)
    {
        _engine = engine;
        _history = engine.History.Open(new Conversation.InRoom(id));
        _state = RoomState.Open(id, name, engine.Now);
        Become(Open);
    }

    /// <inheritdoc/>
    public IStash Stash { get; set; } = null!;

    /// <summary>A join that failed has been heard too: the directory closes no room that owes it a join, so an empty one would stay for
    /// ever.</summary>
    protected override bool AroundReceive(Receive receive, object message)
    {
        var joins = _joins;
        try
        {
            return base.AroundReceive(receive, message);
        }
        catch when (message is Join)
        {
            _joins = joins + 1;
            Summarise();
            throw;
        }
    }

    private void Open()
    {
        Receive<Say>(OnSay);
        Receive<Join>(OnJoin);
        Receive<Part>(OnPart);
        Receive<SetTopic>(OnSetTopic);
        Receive<Kick>(OnKick);
        Receive<Invite>(OnInvite);
        Receive<Knock>(OnKnock);
        Receive<ChangeModes>(OnChangeModes);
        Receive<GiveName>(OnGiveName);
        Receive<MayRename>(OnMayRename);
        Receive<GetState>(_ => Sender.Tell(new Seen(_state)));
        Receive<ReadHistory>(OnReadHistory);
        Receive<GetLastSpoken>(OnGetLastSpoken);
        Receive<Redact>(OnRedact);
        Receive<Found>(OnFound);
        Receive<Failed>(failed => Sender.Tell(failed));
        Receive<Hold>(hold => TryHold(hold, Sender));
        Receive<Apply>(OnApply);
        Receive<MemberGone>(OnMemberGone);
    }

    private void StandingStill(UserId holder)
    {
        Receive<Apply>(apply => apply.Who == holder, apply =>
        {
            OnApply(apply);
            GoOn();
        });
        Receive<MemberGone>(gone =>
        {
            if (gone.Who == holder)
            {
                GoOnWithout(gone);
                return;
            }

            _waitingHolds.RemoveAll(waiting => waiting.Hold.Who == gone.Who);
            Stash.Stash();
        });
        // Who holds it asks again when it has failed at his first wish.
        Receive<Hold>(hold => hold.Who == holder, hold => TryHold(hold, Sender));
        Receive<Hold>(hold => _waitingHolds.Add((hold, Sender)));
        Receive<MayRename>(OnMayRename);
        ReceiveAny(_ => Stash.Stash());
    }

    private void OnSay(Say say)
    {
        var verdict = say.As is { } persona
            ? RoomRules.SpeakAs(_state, say.Who, persona, say.Text, say.MayRelay)
            : RoomRules.Speak(_state, say.Who, say.Kind, say.Text);
        switch (verdict)
        {
            case Accepted<MemberModes>(var least):
                var target = say.Audience == MemberModes.None ? _state.Name.Text : say.Audience.Prefixes(multi: false) + _state.Name.Text;
                var delivery = new Delivery(
                    new MessageSent(_engine.Stamp(), say.Who, say.Kind, target, say.Text, say.ClientTags)
                    {
                        Lines = say.Lines,
                        As = say.As,
                    });
                var audience = say.Audience > least ? say.Audience : least;
                if (audience == MemberModes.None)
                    TellAll(delivery, except: say.Who.Id);
                else
                    TellRanked(delivery, audience, say.Who.Id);
                Sender.Tell(new Heard(delivery));
                break;
            case Refused<MemberModes>(var reason):
                Sender.Tell(new Denied(reason));
                break;
        }
    }

    private void OnJoin(Join join)
    {
        _joins++;
        DismissGhostOf(join.Who);
        var answer = Admit(join);

        // Who has his answer finds the room listed as it is now.
        Summarise();
        Sender.Tell(answer);
    }

    private IAnswer Admit(Join join)
    {
        var verdict = RoomRules.Join(_state, join.Who, new JoinAttempt(join.Key, _engine.Now, join.OtherRooms));
        if (verdict is Refused<RoomState>(var reason))
            return RoomRules.ForwardFor(_state, reason) is { } other ? new Forwarded(reason, other) : new Denied(reason);

        var next = ((Accepted<RoomState>)verdict).Outcome;
        if (ReferenceEquals(next, _state)) return Done.Instance;
        _state = next;
        _guests.Remove(join.Who.Id);
        var delivery = new Delivery(new UserJoined(_engine.Stamp(), join.Who, _state.Name));
        TellAbout(_state.Find(join.Who.Id)!, delivery);
        _audience.Add(join.Who.Id, join.User, join.Connection);
        Context.WatchWith(join.User, new MemberGone(join.Who.Id));
        join.User.Tell(new UserActor.MembershipChanged(MembershipOf(_state.Find(join.Who.Id)!), Self));
        return new Joined(delivery, _state, Self);
    }

    private void OnPart(Part part)
    {
        var member = _state.Find(part.Who);
        switch (RoomRules.Part(_state, part.Who))
        {
            case Accepted<RoomState>(var next):
                TellAbout(member!, new Delivery(new UserParted(_engine.Stamp(), member!.Identity, _state.Name, part.Reason)));
                Remove(next, part.Who);
                Sender.Tell(Done.Instance);
                break;
            case Refused<RoomState>(var reason):
                Sender.Tell(new Denied(reason));
                break;
        }
    }

    private void OnSetTopic(SetTopic set)
    {
        switch (RoomRules.SetTopic(_state, set.Who, set.Text, _engine.Now))
        {
            case Accepted<RoomState>(var next):
                _state = next;
                TellAll(new Delivery(new TopicChanged(_engine.Stamp(), _state.Find(set.Who)!.Identity, _state.Name, set.Text)));
                Summarise();
                Sender.Tell(Done.Instance);
                break;
            case Refused<RoomState>(var reason):
                Sender.Tell(new Denied(reason));
                break;
        }
    }

    private void OnKick(Kick kick)
    {
        switch (RoomRules.Kick(_state, kick.Who, kick.Target))
        {
            case Accepted<Member>(var target):
                var by = _state.Find(kick.Who)!.Identity;
                TellAbout(target, new Delivery(new UserKicked(_engine.Stamp(), by, _state.Name, target.Identity, kick.Reason)));
                Remove(_state.Without(target.Id), target.Id);
                Sender.Tell(Done.Instance);
                break;
            case Refused<Member>(var reason):
                Sender.Tell(new Denied(reason));
                break;
        }
    }

    private void OnChangeModes(ChangeModes change)
    {
        var limits = _engine.Settings.Limits;
        var context = new ModeContext(_engine.Now, _engine.CaseMapping, limits.ListModeEntries, limits.KeyLength);
        switch (RoomModeRules.Apply(_state, change.Who, change.Changes, context))
        {
            case Accepted<ModeOutcome>(var outcome):
                var before = _state;
                _state = outcome.Next;
                if (!outcome.Effective.IsEmpty)
                {
                    var by = _state.Find(change.Who)!.Identity;
                    TellAll(new Delivery(new RoomModesChanged(_engine.Stamp(), by, _state.Name, outcome.Effective)));
                    TellUsersWhatChangedForThem(before);
                    Summarise();
                }

                Sender.Tell(new ModesApplied(outcome.Problems));
                break;
            case Refused<ModeOutcome>(var reason):
                Sender.Tell(new Denied(reason));
                break;
        }
    }

    private void OnMayRename(MayRename may) => Sender.Tell(
        RoomRules.Rename(_state, may.Who) is Refused<RoomState>(var reason) ? new NickHeld(reason, _state.Name) : Done.Instance);

    /// <returns>Whether the room stands still now.</returns>
    private bool TryHold(Hold hold, IActorRef user)
    {
        var member = _state.Find(hold.Who);
        if (member is not null) Become(() => StandingStill(hold.Who));
        user.Tell(new Held(_state.Id, member is null ? [] : ConnectionsThatSee(member)));
        return member is not null;
    }

    // Whoever is gone can't let it go, so it goes on even if it fails at taking leave of him.
    private void GoOnWithout(MemberGone gone)
    {
        try
        {
            OnMemberGone(gone);
        }
        finally
        {
            GoOn();
        }
    }

    // Who waits to hold the room comes first: each such turn is short, and what is stashed is looked at once and not once for each of them.
    private void GoOn()
    {
        Become(Open);
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

    private void OnMemberGone(MemberGone gone) => Dismiss(gone.Who);

    /// <summary>A nick belongs to one user at a time, so a newcomer with a member's nick proves that the member's user is gone, though
    /// the death watch has not said so yet.</summary>
    private void DismissGhostOf(UserIdentity newcomer)
    {
        if (_state.Find(newcomer.Nick) is { } ghost && ghost.Id != newcomer.Id) Dismiss(ghost.Id);
    }

    private void Dismiss(UserId who)
    {
        ForgetInvitation(who);
        if (_state.Find(who) is not { } member) return;
        var left = new UserQuit(_engine.Stamp(), member.Identity, WireText.From("Connection lost"));
        TellAbout(member, new Delivery(left), tellsHimself: false);
        Remove(_state.Without(who), who);
    }

    private void Remove(RoomState next, UserId who)
    {
        _state = next;
        ForgetInvitation(who);
        if (_audience.Remove(who, out var seat))
        {
            Context.Unwatch(seat.User);
            seat.User.Tell(new UserActor.MembershipEnded(_state.Id));
        }

        Summarise();
    }
}
