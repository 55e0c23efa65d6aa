using ChatServer.Domain;
using ChatServer.Domain.Events;
using ChatServer.Domain.Rooms;
using ChatServer.Domain.Users;
using ChatServer.Engine.Deliveries;
using ChatServer.Engine.History;
using ChatServer.Protocol;

namespace ChatServer.Engine.Rooms;

/// <summary>Owns one room: its members, modes, topic, recent history and the order of its events. <see cref="RoomRules"/> decides what is
/// allowed; the actor keeps the state, tells the members and answers requests.</summary>
/// <remarks>
/// <para>Open -> (StandingStill | AwaitingName -> Open)* -> stopped. Parent: <see cref="RoomDirectoryActor"/>, which stops it when the
/// last member has left, and lets it resume after a fault: a restart would keep the name and silently lose the members.</para>
/// <para>StandingStill: a user changes (nick, away, quit) in all his rooms at one moment. He asks one room after the other to stand still,
/// learns who is there, and tells them himself, so that every peer hears of it once and no room shows half of the change. A room stands
/// still for one user at a time; all users hold rooms in the order of room ids, so they can't deadlock.</para>
/// </remarks>
public sealed partial class RoomActor : EngineActor, IWithUnboundedStash
{
    private readonly EngineContext _engine;
    private readonly Audience _audience = new();
    private readonly IConversationHistory _history;
    private RoomState _state;

    /// <summary>How to make one.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="name">Its name.</param>
    /// <param name="engine">The world.</param>
    public static Props PropsFor(RoomId id, RoomName name, EngineContext engine) =>
        Props.CreateBy(new Maker<RoomActor>(() => new RoomActor(id, name, engine)));

    /// <summary>Use <see cref="PropsFor"/>.</summary>
    public RoomActor(RoomId id, RoomName name, EngineContext engine)
    {
        _engine = engine;
        _history = engine.History.Open(new Conversation.InRoom(id));
        _knocks = new MinuteCounter<UserId>(engine.Clock);
        _state = RoomState.Open(id, name, engine.Now);
        Become(Open);
    }

    /// <inheritdoc/>
    public IStash Stash { get; set; } = null!;

    private bool Open(object message)
    {
        switch (message)
        {
            case Say say:
                OnSay(say);
                return true;
            case Join join:
                OnJoin(join);
                return true;
            case Part part:
                OnPart(part);
                return true;
            case SetTopic set:
                OnSetTopic(set);
                return true;
            case Kick kick:
                OnKick(kick);
                return true;
            case Invite invite:
                OnInvite(invite);
                return true;
            case Knock knock:
                OnKnock(knock);
                return true;
            case ChangeModes change:
                OnChangeModes(change);
                return true;
            case GiveName give:
                OnGiveName(give);
                return true;
            case GetState:
                Sender.Tell(new Seen(_state));
                return true;
            case ReadHistory read:
                OnReadHistory(read);
                return true;
            case GetLastSpoken get:
                OnGetLastSpoken(get);
                return true;
            case Redact redact:
                OnRedact(redact);
                return true;
            case Found found:
                OnFound(found);
                return true;
            case Failed failed:
                Sender.Tell(failed);
                return true;
            case Hold hold:
                TryHold(hold, Sender);
                return true;
            case Apply apply:
                OnApply(apply);
                return true;
            case Release:
                // The room has already resumed, and failed after that.
                Sender.Tell(Done.Instance);
                return true;
            case Terminated gone:
                OnUserGone(gone.ActorRef);
                return true;
            default:
                return false;
        }
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
                    Gather(delivery);
                else
                    TellSome(delivery, audience);
                break;
            case Refused<MemberModes>(var reason):
                TellGathered();
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

    private void OnChangeModes(ChangeModes change)
    {
        var limits = _engine.Settings.Limits;
        var context = new ModeContext(_engine.Now, _engine.CaseMapping, limits.ListModeEntries, limits.KeyLength);
        var verdict = change.Operator is { } by
            ? RoomModeRules.Force(_state, by, change.Changes, context)
            : RoomModeRules.Apply(_state, change.Who, change.Changes, context);
        switch (verdict)
        {
            case Accepted<ModeOutcome>(var outcome):
                var told = TakeModes(outcome, change.Operator ?? _state.Find(change.Who)!.Identity);
                Sender.Tell(new ModesApplied(outcome.Problems) { Event = _state.Find(change.Who) is null ? told : null });
                break;
            case Refused<ModeOutcome>(var reason):
                Sender.Tell(new Denied(reason));
                break;
        }
    }

    /// <returns>What the members were told; null when nothing has changed.</returns>
    private Delivery? TakeModes(ModeOutcome outcome, UserIdentity by)
    {
        if (outcome.Effective.IsEmpty) return null;
        var before = _state;
        _state = outcome.Next;
        var delivery = new Delivery(new RoomModesChanged(_engine.Stamp(), by, _state.Name, outcome.Effective));
        TellAll(delivery);
        TellUsersWhatChangedForThem(before);
        Summarise();
        return delivery;
    }
}
