using System.Collections.Immutable;
using ChatServer.Domain;
using ChatServer.Domain.Users;
using ChatServer.Engine.Deliveries;
using ChatServer.Engine.Rooms;
using ChatServer.Protocol;

namespace ChatServer.Engine.Users;

/// <summary>Owns one user: identity, modes, whether he is away, which rooms he is in. Spawned when registration completes.</summary>
/// <remarks>
/// <para>Present -> (AwaitingJoin | Claiming | Holding | Applying -> Present)* -> Gone -> stopped. Parent:
/// <see cref="UserDirectoryActor"/>, which stops him on a fault.</para>
/// <para>A change that his peers see takes two rounds: one room after the other is asked to stand still (Holding), then all peers
/// and all rooms are told the change (Applying). A nick is claimed before (Claiming). Meanwhile what his connection asks for
/// waits in the stash; what others ask is answered in every state.</para>
/// </remarks>
public sealed partial class UserActor : EngineActor, IWithUnboundedStash
{
    private readonly EngineContext _engine;
    private readonly IActorRef _connection;
    private readonly IActorRef _roomDirectory;
    private readonly IActorRef _directHistory;
    private UserIdentity _identity;

    // How his connection calls him. While a change of nick is being applied it knows already, and what is said to him must not bear the
    // old one.
    private Nickname _toldNick;
    private ImmutableHashSet<IActorRef> _monitoredBy = [];

    /// <summary>How to make one.</summary>
    /// <param name="identity">Who he is.</param>
    /// <param name="connection">His connection.</param>
    /// <param name="roomDirectory">Who knows the rooms.</param>
    /// <param name="directHistory">Who keeps what is said to him.</param>
    /// <param name="engine">The world.</param>
    public static Props PropsFor(
        UserIdentity identity, IActorRef connection, IActorRef roomDirectory, IActorRef directHistory, EngineContext engine) =>
        Props.CreateBy(new Maker<UserActor>(() => new UserActor(identity, connection, roomDirectory, directHistory, engine)));

    /// <summary>Use <see cref="PropsFor"/>.</summary>
    public UserActor(
        UserIdentity identity, IActorRef connection, IActorRef roomDirectory, IActorRef directHistory, EngineContext engine)
    {
        _identity = identity;
        _toldNick = identity.Nick;
        _connection = connection;
        _roomDirectory = roomDirectory;
        _directHistory = directHistory;
        _engine = engine;
        Become(Present);
    }

    /// <inheritdoc/>
    public IStash Stash { get; set; } = null!;

    /// <inheritdoc/>
    protected override void PreStart() => Context.Watch(_connection);

    private bool Present(object message)
    {
        switch (message)
        {
            case JoinRoom join:
                OnJoinRoom(join);
                return true;
            case Rename rename:
                OnRename(rename);
                return true;
            case SetAway away:
                OnSetAway(away);
                return true;
            case SetRealName set:
                OnSetRealName(set);
                return true;
            case ChangeModes change:
                OnChangeModes(change);
                return true;
            case ChangeAccepted change:
                OnChangeAccepted(change);
                return true;
            case GetAccepted get:
                OnGetAccepted(get);
                return true;
            case MakeOperator make:
                OnMakeOperator(make);
                return true;
            case ChangeHost change:
                OnChangeHost(change);
                return true;
            case Kill kill:
                OnKill(kill);
                return true;
            case Quit quit:
                OnQuit(quit);
                return true;
            case Terminated:
                OnQuit(new Quit(WireText.From("Connection lost")));
                return true;
            default:
                return HandledInEveryState(message);
        }
    }

    private bool Holding(object message, PeerChange change)
    {
        if (HandledInEveryState(message)) return true;
        switch (message)
        {
            case RoomActor.Held held:
                change.OnHeld(Sender, held.Audience);
                HoldNext(change);
                break;
            case Failed(var cause) when MustReach(change, cause):
                Sender.Tell(HoldFor(change));
                break;
            case RoomActor.NickHeld refusal:
                CallOff(change, refusal);
                break;
            case IAnswer:
                // A room that has closed has nobody to tell.
                HoldNext(change);
                break;
            default:
                Stash.Stash();
                break;
        }

        return true;
    }

    private bool Claiming(object message, Rename rename, IActorRef asker)
    {
        if (HandledInEveryState(message)) return true;
        switch (message)
        {
            case Done:
                OnClaimed(rename, asker);
                break;
            case IAnswer refusal:
                asker.Tell(refusal);
                BecomePresent();
                break;
            default:
                Stash.Stash();
                break;
        }

        return true;
    }

    private bool Applying(object message, PeerChange change)
    {
        if (HandledInEveryState(message)) return true;
        switch (message)
        {
            case Failed(var cause) when MustReach(change, cause):
                Sender.Tell(change.ForRoom(_identity.Id));
                break;
            case IAnswer:
                OnApplied(change);
                break;
            default:
                Stash.Stash();
                break;
        }

        return true;
    }

    private bool Gone(object message)
    {
        switch (message)
        {
            case MembershipChanged or MembershipEnded or MonitoredBy or HasSpokenTo or Terminated:
                return true;
            case Hear hear:
                Sender.Tell(new Heard(hear.Event));
                return true;
            case IRequest:
                Sender.Tell(new Denied(Refusal.NoSuchNick));
                return true;
            default:
                return false;
        }
    }

    private void BecomePresent()
    {
        Become(Present);
        Stash.UnstashAll();
    }
}
