using System.Collections.Frozen;
using System.Globalization;
using ChatServer.Protocol;

namespace ChatClient.Session;

/// <summary>The client side of an IRC connection: decides what to send and reports what happened.</summary>
/// <remarks>
/// Offline -> Registering -> Ready -> Leaving; Over when the server refuses us or goes silent; Offline again, ready for a new start, when
/// the connection is lost. Knows no socket and no screen: every input is a method call that returns a <see cref="SessionStep"/> with the
/// results. Works with servers that know no capability at all.
/// <para>Not thread-safe: owned by one loop. Source: Modern; IRCv3 capability-negotiation and the capabilities in
/// <see cref="WantedCapabilities"/>.</para>
/// </remarks>
internal sealed partial class IrcSession
{
    private static readonly FrozenDictionary<string, Action<IrcSession, IrcMessage>> Handlers =
        new Dictionary<string, Action<IrcSession, IrcMessage>>(StringComparer.OrdinalIgnoreCase)
        {
            ["CAP"] = (session, message) => session.OnCap(message),
            ["AUTHENTICATE"] = (session, message) => session.OnAuthenticate(message),
            ["PING"] = (session, message) => session.OnPing(message),
            ["PONG"] = (session, message) => session.OnPong(message),
            ["ERROR"] = (session, message) => session.OnError(message),
            ["FAIL"] = (session, message) => session.OnFail(message),
            ["WARN"] = (session, message) => session.OnRemark(message),
            ["NOTE"] = (session, message) => session.OnRemark(message),
            ["PRIVMSG"] = (session, message) => session.OnSaid(message, MessageKind.Message),
            ["NOTICE"] = (session, message) => session.OnSaid(message, MessageKind.Notice),
            ["TAGMSG"] = (session, message) => session.OnTagMessage(message),
            ["REDACT"] = (session, message) => session.OnRedact(message),
            ["MARKREAD"] = (session, message) => session.OnMarkRead(message),
            ["JOIN"] = (session, message) => session.OnJoin(message),
            ["PART"] = (session, message) => session.OnPart(message),
            ["KICK"] = (session, message) => session.OnKick(message),
            ["QUIT"] = (session, message) => session.OnQuit(message),
            ["NICK"] = (session, message) => session.OnNick(message),
            ["TOPIC"] = (session, message) => session.OnTopic(message),
            ["MODE"] = (session, message) => session.OnMode(message),
            ["INVITE"] = (session, message) => session.OnInvite(message),
            ["RENAME"] = (session, message) => session.OnRoomRenamed(message),
            ["CHGHOST"] = (session, message) => session.OnChangedHost(message),
            ["ACCOUNT"] = (session, message) => session.OnAccount(message),
            ["AWAY"] = (session, message) => session.OnAway(message),
            ["SETNAME"] = (session, message) => session.OnRealName(message),
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private readonly SessionSettings _settings;
    private readonly TimeProvider _time;
    private readonly List<IrcMessage> _toSend = [];
    private readonly List<SessionEvent> _events = [];
    private readonly SendQueue _queue = new();

    private UserSource _self;

    /// <summary>Creates a session that has not started.</summary>
    /// <param name="settings">Our identity.</param>
    /// <param name="time">The clock, for time-outs and for messages without a time of their own.</param>
    public IrcSession(SessionSettings settings, TimeProvider time)
    {
        _settings = settings;
        _time = time;
        _wishedNick = settings.Nick;
        _self = new UserSource(settings.Nick, string.Empty, string.Empty);
        _nicks = new NickChoices(settings.Nick, settings.OtherNicks);
        _history = new HistoryRequests(() => Features.CaseMapping);
        _rooms = new Dictionary<string, Room>(Features.CaseMapping);
        _friends = settings.Friends.Distinct(Features.CaseMapping)
            .ToDictionary(nick => nick, bool? (_) => null, Features.CaseMapping);
    }

    /// <summary>The phase of the session.</summary>
    public SessionPhase Phase { get; private set; }

    /// <summary>Our nick. Until the server confirms one, it is the nick that we asked for.</summary>
    public string Nick => _self.Nick;

    /// <summary>What the server has announced about itself.</summary>
    public ServerFeatures Features { get; private set; } = ServerFeatures.Default;

    /// <summary>Lines submitted but not sent yet.</summary>
    public int Waiting => _queue.Count;

    /// <summary>Starts to register. Call it once for every connection, when the connection is open. Before the next connection, call
    /// <see cref="Lost"/>.</summary>
    public SessionStep Start()
    {
        Phase = SessionPhase.Registering;
        _pulse.Start(_time.GetUtcNow());
        _self = new UserSource(_wishedNick, string.Empty, string.Empty);
        Send("CAP", "LS", "302");
        if (_settings.Password is { } password)
            Send("PASS", password);
        Send("NICK", _wishedNick);
        Send("USER", UserNameFrom(_wishedNick), "0", "*", _settings.RealName);
        return TakeStep();
    }

    /// <summary>Handles a message from the server.</summary>
    public SessionStep Receive(IrcMessage message)
    {
        _pulse.OnHeard(_time.GetUtcNow());
        if (Phase is SessionPhase.Over or SessionPhase.Offline)
            return new SessionStep([], []);

        if (message.Verb.Equals("BATCH", StringComparison.OrdinalIgnoreCase))
            OnBatch(message);
        else if (!_batches.TryCollect(message))
            Process(message);
        return TakeStep();
    }

    /// <summary>Queues a line of the user. It is sent after registration, when its turn has come.</summary>
    public SessionStep Submit(IrcMessage line)
    {
        Queue(new Outgoing([line]));
        return TakeStep();
    }

    /// <summary>Asks for <see cref="Confirmed"/> when the server has taken everything submitted so far and answered it.</summary>
    public SessionStep Confirm()
    {
        _queue.AddFence();
        return TakeStep();
    }

    /// <summary>Sends QUIT at once. Queued lines are not sent.</summary>
    /// <param name="reason">The quit message; may be empty.</param>
    public SessionStep Quit(string reason)
    {
        if (Phase is SessionPhase.Registering or SessionPhase.Ready)
        {
            Phase = SessionPhase.Leaving;
            _toSend.Add(reason.Length == 0 ? new IrcMessage("QUIT") : new IrcMessage("QUIT", reason));
        }

        return TakeStep();
    }

    private void Process(IrcMessage message)
    {
        var label = _batches.LabelOf(message);
        _people.Note(SourceOf(message), message.Tags);
        if (Handlers.TryGetValue(message.Verb, out var handler))
            handler(this, message);
        else if (message.Verb.Length == 3 && int.TryParse(message.Verb, NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            OnNumeric(message, code, label);

        if (label is not null && message.Tags.ContainsKey("label"))
            _labelled.Remove(label);
    }

    private SessionStep TakeStep()
    {
        while (Phase == SessionPhase.Ready && _queue.TryTake(out var lines))
            Release(lines);

        var step = new SessionStep([.. _toSend], [.. _events]);
        _toSend.Clear();
        _events.Clear();
        return step;
    }

    private void Send(string verb, params IEnumerable<string> parameters) => _toSend.Add(new IrcMessage(verb, parameters));

    // For the session's own requests: they are sent after the user's lines, at the pace of the server.
    private void Ask(string verb, params IEnumerable<string> parameters) => _queue.Add(new Outgoing([new IrcMessage(verb, parameters)]));

    private void Raise(SessionEvent happened) => _events.Add(happened);

    private bool IsSelf(string nick) => Features.CaseMapping.Equals(nick, Nick);

    private static UserSource SourceOf(IrcMessage message) => SourceParser.Parse(message.Source ?? string.Empty);

    private DateTimeOffset TimeOf(IrcMessage message) =>
        message.Tags.TryGetValue("time", out var text) && WireTime.TryParse(text, out var time) ? time : _time.GetUtcNow();

    private static string Parameter(IrcMessage message, int index) =>
        index < message.Params.Length ? message.Params[index] : string.Empty;

    // User names allow fewer characters than nicks. Letters and digits are accepted everywhere.
    private static string UserNameFrom(string nick)
    {
        var letters = string.Concat(nick.Where(char.IsAsciiLetterOrDigit).Take(9));
        return letters.Length > 0 ? letters : "chat";
    }
}
