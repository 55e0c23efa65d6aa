using System.Collections.Frozen;
using System.Globalization;
using ChatServer.Protocol;

namespace ChatClient.Session;

/// <summary>One client's side of a conversation with a server: what to send, and what happened.</summary>
/// <remarks>
/// Registering -> Ready -> Leaving; Over when the server refuses us or goes silent. Knows no socket and no screen: every input is a
/// method call, and its <see cref="SessionStep"/> says what comes of it. Works with servers that know no capability at all.
/// <para>Not thread-safe: owned by one loop. Source: Modern; IRCv3 capability-negotiation and the capabilities in
/// <see cref="WantedCapabilities"/>.</para>
/// </remarks>
public sealed partial class IrcSession
{
    private static readonly TimeSpan PatienceForRegistration = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan SilenceBeforePing = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan SilenceBeforeGivingUp = TimeSpan.FromSeconds(120);

    private static readonly FrozenDictionary<string, Action<IrcSession, IrcMessage>> Handlers =
        new Dictionary<string, Action<IrcSession, IrcMessage>>(StringComparer.OrdinalIgnoreCase)
        {
            ["CAP"] = (session, message) => session.OnCap(message),
            ["PING"] = (session, message) => session.OnPing(message),
            ["PONG"] = (session, message) => session.OnPong(message),
            ["ERROR"] = (session, message) => session.OnError(message),
            ["FAIL"] = (session, message) => session.OnFail(message),
            ["WARN"] = (session, message) => session.OnRemark(message),
            ["NOTE"] = (session, message) => session.OnRemark(message),
            ["BATCH"] = (session, message) => session.OnBatch(message),
            ["PRIVMSG"] = (session, message) => session.OnSaid(message, MessageKind.Message),
            ["NOTICE"] = (session, message) => session.OnSaid(message, MessageKind.Notice),
            ["JOIN"] = (session, message) => session.OnJoin(message),
            ["PART"] = (session, message) => session.OnPart(message),
            ["KICK"] = (session, message) => session.OnKick(message),
            ["QUIT"] = (session, message) => session.OnQuit(message),
            ["NICK"] = (session, message) => session.OnNick(message),
            ["TOPIC"] = (session, message) => session.OnTopic(message),
            ["MODE"] = (session, message) => session.OnMode(message),
            ["INVITE"] = (session, message) => session.OnInvite(message),
            ["CHGHOST"] = (session, message) => session.OnChangedHost(message),
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private readonly SessionSettings _settings;
    private readonly TimeProvider _time;
    private readonly List<IrcMessage> _toSend = [];
    private readonly List<SessionEvent> _events = [];
    private readonly SendQueue _queue = new();

    private UserSource _self;
    private DateTimeOffset _started;
    private DateTimeOffset _lastHeard;
    private bool _pinged;

    /// <summary>A session that has not started.</summary>
    /// <param name="settings">Who to be.</param>
    /// <param name="time">The clock, for time-outs and for messages without a time of their own.</param>
    public IrcSession(SessionSettings settings, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(time);
        _settings = settings;
        _time = time;
        _self = new UserSource(settings.Nick, string.Empty, string.Empty);
        _nicks = new NickChoices(settings.Nick);
        _rooms = new Dictionary<string, Room>(Features.CaseMapping);
    }

    /// <summary>How far it has come.</summary>
    public SessionPhase Phase { get; private set; }

    /// <summary>Our nick: the one asked for until the server says which it is.</summary>
    public string Nick => _self.Nick;

    /// <summary>What the server said about itself.</summary>
    public ServerFeatures Features { get; private set; } = ServerFeatures.Default;

    /// <summary>Lines submitted but not sent yet.</summary>
    public int Waiting => _queue.Count;

    /// <summary>Begins to register. Call it once, when the connection is open.</summary>
    public SessionStep Start()
    {
        _started = _lastHeard = _time.GetUtcNow();
        Send("CAP", "LS", "302");
        if (_settings.Password is { } password)
            Send("PASS", password);
        Send("NICK", _settings.Nick);
        Send("USER", UserNameFrom(_settings.Nick), "0", "*", _settings.RealName);
        return TakeStep();
    }

    /// <summary>Takes a message from the server.</summary>
    public SessionStep Receive(IrcMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        _lastHeard = _time.GetUtcNow();
        _pinged = false;
        if (Phase == SessionPhase.Over)
            return default(SessionStep) with { ToSend = [], Events = [] };

        var label = LabelOf(message);
        if (Handlers.TryGetValue(message.Verb, out var handler))
            handler(this, message);
        else if (message.Verb.Length == 3 && int.TryParse(message.Verb, NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            OnNumeric(message, code, label);

        ForgetAnswered(message, label);
        return TakeStep();
    }

    /// <summary>Queues a line of the user's. It waits for the greeting, and for its turn.</summary>
    public SessionStep Submit(IrcMessage line)
    {
        ArgumentNullException.ThrowIfNull(line);
        _queue.Add(line);
        return TakeStep();
    }

    /// <summary>Asks for <see cref="Confirmed"/> when the server has taken everything submitted so far and answered it.</summary>
    public SessionStep Confirm()
    {
        _queue.AddFence();
        return TakeStep();
    }

    /// <summary>Leaves at once. What still waits is not sent.</summary>
    /// <param name="reason">Parting words; may be empty.</param>
    public SessionStep Quit(string reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        if (Phase is SessionPhase.Registering or SessionPhase.Ready)
        {
            Phase = SessionPhase.Leaving;
            _toSend.Add(reason.Length == 0 ? new IrcMessage("QUIT") : new IrcMessage("QUIT", reason));
        }

        return TakeStep();
    }

    /// <summary>Looks at the clock. Call it every few seconds.</summary>
    public SessionStep Tick()
    {
        var now = _time.GetUtcNow();
        var silence = now - _lastHeard;
        if (Phase == SessionPhase.Registering && now - _started > PatienceForRegistration)
            GoSilent(now - _started);
        else if (Phase is SessionPhase.Ready && silence > SilenceBeforeGivingUp)
            GoSilent(silence);
        else if (Phase is SessionPhase.Ready && silence > SilenceBeforePing && !_pinged)
        {
            _pinged = true;
            Send("PING", "still-there");
        }

        return TakeStep();
    }

    private void GoSilent(TimeSpan silence)
    {
        Phase = SessionPhase.Over;
        Raise(new Unresponsive(_time.GetUtcNow(), silence));
    }

    private SessionStep TakeStep()
    {
        while (Phase == SessionPhase.Ready && _queue.TryTake(out var line))
            Release(line);

        var step = new SessionStep([.. _toSend], [.. _events]);
        _toSend.Clear();
        _events.Clear();
        return step;
    }

    private void Send(string verb, params IEnumerable<string> parameters) => _toSend.Add(new IrcMessage(verb, parameters));

    private void Raise(SessionEvent happened) => _events.Add(happened);

    private void OnPing(IrcMessage message) => Send("PONG", message.Params.AsSpan() is [.., var token] ? token : string.Empty);

    private void OnPong(IrcMessage message)
    {
        if (message.Params.AsSpan() is [.., var token] && _queue.OnPong(token))
            Raise(new Confirmed(TimeOf(message)));
    }

    private bool IsSelf(string nick) => Features.CaseMapping.Equals(nick, Nick);

    private static UserSource SourceOf(IrcMessage message) => SourceParser.Parse(message.Source ?? string.Empty);

    private DateTimeOffset TimeOf(IrcMessage message) =>
        message.Tags.TryGetValue("time", out var text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : _time.GetUtcNow();

    private static string Parameter(IrcMessage message, int index) =>
        index < message.Params.Length ? message.Params[index] : string.Empty;

    // User names take less than nicks do: letters and digits are safe everywhere.
    private static string UserNameFrom(string nick)
    {
        var letters = string.Concat(nick.Where(char.IsAsciiLetterOrDigit).Take(9));
        return letters.Length > 0 ? letters : "chat";
    }
}
