using ChatServer.Domain;
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

    // From the death watch.
    private sealed record UserLost;

    private readonly EngineContext _engine;
    private readonly ConnectionContext _transport;
    private readonly ListenerActor.Admit _admit;
    private readonly Inbound _inbound;
    private readonly Outbound _outbound;
    private readonly Session _session;
    private readonly ILogger _log;
    private bool _isWatchingUser;

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
        CheckIdleAfter(_engine.Settings.Timeouts.Registration);
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

    private void WatchUser()
    {
        _isWatchingUser = true;
        Context.WatchWith(_session.User, new UserLost());
        // The timer that limits registration does for the first check as well, unless it comes too late.
        var timeouts = _engine.Settings.Timeouts;
        if (timeouts.PingAfter < timeouts.Registration) CheckIdleAfter(timeouts.PingAfter);
        _log.LogDebug("{Connection} is {Nick}", _session.Id, _session.Addressee);
    }

    private void OnWhois(WhoisSoFar whois) =>
        Sender.Tell(new Whois(whois.Identity, whois.Memberships, _engine.Clock.GetElapsedTime(_session.LastSpoke)));
}
