using System.Buffers;
using ChatServer.Domain;
using ChatServer.Domain.Events;
using ChatServer.Engine.Commands;
using ChatServer.Engine.Deliveries;
using ChatServer.Engine.Rooms;
using ChatServer.Engine.Users;
using ChatServer.Protocol;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;

namespace ChatServer.Engine.Connections;

/// <summary>Owns one socket: turns its bytes into commands, and what happens elsewhere into bytes of its dialect.</summary>
/// <remarks>
/// <para>Serving -> Closing -> stopped. Parent: <see cref="ListenerActor"/>, which stops it on a fault; then its user quits, and nobody
/// else notices.</para>
/// <para>Commands run one at a time: the next line is looked at when the answer to the last has been handled, so replies come in the order
/// of commands, and a PONG says that all before it has taken effect. Until then bytes stay in the transport, which stops reading.</para>
/// </remarks>
public sealed partial class ConnectionActor : EngineActor, IWithTimers
{
    /// <summary>From the listener: the server wants the connection to end.</summary>
    /// <param name="Reason">Why, for the client and for its user's peers.</param>
    public sealed record Close(string Reason);

    /// <summary>The name of the mailbox of connections, which the composition gives a capacity of <see cref="MailboxCapacity"/>.</summary>
    public const string MailboxId = "connection-mailbox";

    /// <summary>How many messages may wait for a connection. Far more than a client that reads ever has waiting, as its events leave the
    /// mailbox for the send queue; one too many, and the listener stops the connection.</summary>
    public const int MailboxCapacity = 65_536;

    // What the connection tells itself.
    private sealed record CheckIdle;

    private sealed record CreditReturned;

    private sealed record UserLost;

    private sealed record CloseOverdue;

    private sealed record BatchOverdue(ClientBatch Batch);

    private static readonly CheckIdle CheckIsDue = new();

    private readonly EngineContext _engine;
    private readonly ConnectionContext _transport;
    private readonly ListenerActor.Admit _admit;
    private readonly Inbound _inbound;
    private readonly Outbound _outbound;
    private readonly Session _session;
    private readonly FloodGate _flood;
    private readonly LineLimits _lineLimits;
    private readonly ILogger _log;
    private ReadOnlySequence<byte> _unread;
    private bool _isPulling;
    private bool _inputEnded;
    private bool _isClosing;
    private long _heardAt;
    private bool _isPinged;
    private bool _isWatchingUser;
    private bool _awaitsTaken;

    /// <summary>How to make one.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="admit">The socket; completed in the actor's last turn.</param>
    /// <param name="neighbours">Whom it may ask.</param>
    /// <param name="engine">The world.</param>
    public static Props PropsFor(
        ConnectionId id, ListenerActor.Admit admit, Neighbours neighbours, EngineContext engine) =>
        Props.CreateBy(new Maker<ConnectionActor>(() => new ConnectionActor(id, admit, neighbours, engine))).WithMailbox(MailboxId);

    /// <summary>Use <see cref="PropsFor"/>.</summary>
    public ConnectionActor(ConnectionId id, ListenerActor.Admit admit, Neighbours neighbours, EngineContext engine)
    {
        ArgumentNullException.ThrowIfNull(admit);
        ArgumentNullException.ThrowIfNull(engine);
        _engine = engine;
        _admit = admit;
        _transport = admit.Transport;
        _log = engine.Loggers.CreateLogger("ChatServer.Connections");
        _lineLimits = LineLimits.Default with { LineBytes = engine.Settings.Limits.LineBytes };
        _flood = new FloodGate(engine.Settings.Flood, engine.Clock);
        _heardAt = engine.Clock.GetTimestamp();

        _inbound = new Inbound(_transport.Transport.Input, Self);
        _outbound = new Outbound(_transport.Transport.Output, Self);
        _session = new Session(id, Self, engine, neighbours, Peer.Of(_transport), _outbound, leave: BeginClosing);
        Become(Serving);
    }

    /// <inheritdoc/>
    public ITimerScheduler Timers { get; set; } = null!;

    /// <inheritdoc/>
    protected override void PreStart()
    {
        _log.LogDebug("{Connection} from {Address} is open", _session.Id, _session.Address);
        Timers.StartSingleTimer(nameof(CheckIdle), CheckIsDue, _engine.Settings.Timeouts.Registration);
        Pull();
    }

    /// <inheritdoc/>
    protected override void PostStop()
    {
        // After a fault nothing has been said yet; the client is told, and its user's actor learns it from the death watch.
        if (!_isClosing)
        {
            _session.Replies.Error("Internal error");
            _session.Replies.EndResponse();
        }

        _outbound.Complete();
        _inbound.Complete();
        _admit.Complete();
        _log.LogDebug("{Connection} is closed", _session.Id);
    }

    // No lambda may capture what a case finds: its closure would be made for every message.
    private bool Serving(object message)
    {
        switch (message)
        {
            case Delivery delivery:
                OnDelivery(delivery);
                break;
            case DeliverySeries series:
                OnDeliverySeries(series);
                break;
            case Outbound.FlushDue:
                OnFlush();
                break;
            case Inbound.BytesArrived:
                OnBytesArrived();
                break;
            case IAnswer answer:
                OnAnswer(answer);
                break;
            case Outbound.FlushEnded:
                OnFlushEnded();
                break;
            case CheckIdle:
                OnCheckIdle();
                break;
            case CreditReturned:
                Proceed();
                break;
            case WhoisSoFar whois:
                OnWhois(whois);
                break;
            case RoomActor.NameChanged changed:
                OnNameChanged(changed);
                break;
            case RoomActor.Knocked knocked:
                OnKnocked(knocked);
                break;
            case UserActor.Called called:
                OnCalled(called);
                break;
            case UserDirectoryActor.NickCame came:
                _session.Replies.Unasked(Numerics.RPL_MONONLINE, came.Who.FullName);
                break;
            case UserDirectoryActor.NickWent went:
                _session.Replies.Unasked(Numerics.RPL_MONOFFLINE, went.Nick.Text);
                break;
            case UserActor.MonitoredEvent monitored:
                OnMonitoredEvent(monitored);
                break;
            case Reconfigured news:
                OnReconfigured(news);
                break;
            case BatchOverdue overdue:
                BatchCommand.TimeOut(_session, overdue.Batch);
                break;
            case Outbound.AwaitTaken:
                OnAwaitTaken();
                break;
            case Close close:
                BeginClosing(close.Reason);
                break;
            case UserLost:
                BeginClosing("Internal error");
                break;
            default:
                return false;
        }

        return true;
    }

    /// <summary>ERROR is on its way. What the client still sends is read and dropped,
    /// so that it gets to see the ERROR before the end.</summary>
    private bool Closing(object message)
    {
        switch (message)
        {
            case Inbound.BytesArrived:
                Drain();
                break;
            case CloseOverdue:
                _transport.Abort(new ConnectionAbortedException("The client did not read its last line."));
                Context.Stop(Self);
                break;
            case IRequest:
                Sender.Tell(new Denied(Refusal.NoSuchNick));
                break;
        }

        return true;
    }

    private void OnDelivery(Delivery delivery)
    {
        if (delivery.Event is UserInvited invited) delivery = OnInvited(invited, delivery);
        if (IsDoneByRunningCommand(delivery.Event))
            _session.Replies.Event(delivery);
        else
            _session.Replies.ForeignEvent(delivery);
        if (delivery.Event is UserKicked kicked && kicked.Target.Id == _session.Identity?.Id) _session.Rooms.Remove(kicked.Room);
        if (delivery.Event is UserParted parted && parted.By.Id == _session.Identity?.Id) _session.Rooms.Remove(parted.Room);

        // From here on the client goes by the new nick, though the answer to its command is still on its way.
        if (delivery.Event is UserRenamed renamed && renamed.By.Id == _session.Identity?.Id)
            _session.Identity = _session.Identity with { Nick = renamed.Nick };
        if (delivery.Event is UserHostChanged changed) OnHostChanged(changed);
        CloseIfTooSlow();
    }

    private void OnDeliverySeries(DeliverySeries series)
    {
        _session.Replies.ForeignEvents(series);
        CloseIfTooSlow();
    }

    /// <summary>The user is asked to a room; whoever asks may have known him by a nick that he has laid down meanwhile.</summary>
    /// <returns>What his client is told: it goes by the nick that it has now.</returns>
    private Delivery OnInvited(UserInvited invited, Delivery delivery)
    {
        _session.OnInvited(invited.Room);
        var nick = _session.Identity!.Nick;
        return invited.Target == nick ? delivery : new Delivery(invited with { Target = nick });
    }

    /// <summary>Whether an event belongs to the answer: what the user himself does comes back while his command runs. What he says comes
    /// back as echo instead, and his host may as well be changed by somebody else.</summary>
    private bool IsDoneByRunningCommand(ChatEvent chatEvent) =>
        _session.IsBusy && chatEvent.By.Id == _session.Identity?.Id && chatEvent switch
        {
            MessageSent or MessageRedacted => false,
            UserHostChanged => _session.RunningVerb == "CHGHOST",
            _ => true,
        };

    private void OnKnocked(RoomActor.Knocked knocked) => _session.Replies.Unasked(replies => KnockCommand.Show(replies, knocked));

    private void OnCalled(UserActor.Called called) => _session.Replies.Unasked(replies => AcceptCommand.Show(replies, called.Who));

    private void OnMonitoredEvent(UserActor.MonitoredEvent monitored)
    {
        if (_session.Dialect.HasFlag(Dialect.ExtendedMonitor)) _session.Replies.ForeignEvent(monitored.Event);
    }

    private void OnFlush()
    {
        if (!TrySend(static outbound => outbound.Flush())) Vanish("Connection closed");
    }

    private void OnFlushEnded()
    {
        if (!TrySend(static outbound => outbound.CompleteFlush()))
            Vanish("Connection closed");
        else if (_awaitsTaken)
            OnAwaitTaken();
    }

    // Nothing is read while a long answer is being written; that the client takes it shows that it is still there.
    private void OnAwaitTaken()
    {
        _awaitsTaken = _outbound.BacklogBytes > 0;
        if (_awaitsTaken) return;
        NoteSignOfLife();
        Self.Tell(Done.Instance);
    }

    private void OnAnswer(IAnswer answer)
    {
        if (!_session.OnAnswer(answer))
        {
            Unhandled(answer);
            return;
        }

        NoteEndOfCommand();
        Proceed();
    }

    private void OnWhois(WhoisSoFar whois) =>
        Sender.Tell(new Whois(whois.Identity, whois.Memberships, _engine.Clock.GetElapsedTime(_session.LastSpoke)));

    private void OnCheckIdle()
    {
        var timeouts = _engine.Settings.Timeouts;
        if (!_session.IsRegistered)
        {
            BeginClosing("Registration timed out");
            return;
        }

        _session.Counts.Tell();
        var silent = _engine.Clock.GetElapsedTime(_heardAt);
        if (silent < timeouts.PingAfter)
        {
            Timers.StartSingleTimer(nameof(CheckIdle), CheckIsDue, timeouts.PingAfter - silent);
        }
        else if (!_isPinged)
        {
            _isPinged = true;
            _session.Replies.Ping();
            Timers.StartSingleTimer(nameof(CheckIdle), CheckIsDue, timeouts.PongWithin);
        }
        else
        {
            BeginClosing($"Ping timeout: {(int)silent.TotalSeconds} seconds");
        }
    }

    private void CloseIfTooSlow()
    {
        if (_outbound.BacklogBytes <= _engine.Settings.Limits.SendQueueBytes) return;
        _log.LogInformation("{Connection} ({Nick}) does not read; it is closed", _session.Id, _session.Addressee);
        BeginClosing("SendQ exceeded");
    }
}
