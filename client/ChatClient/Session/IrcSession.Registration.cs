using System.Collections.Frozen;
using ChatServer.Protocol;

namespace ChatClient.Session;

internal sealed partial class IrcSession
{
    /// <summary>The capabilities that the client requests if the server offers them.</summary>
    /// <remarks>Source: the IRCv3 specification of each name.</remarks>
    public static readonly FrozenSet<string> WantedCapabilities =
        new[]
        {
            "account-notify", "account-tag", "away-notify", "batch", "cap-notify", "chghost", "draft/channel-rename", "draft/chathistory",
            "draft/event-playback", "draft/message-redaction", "draft/multiline", "draft/read-marker", "echo-message", "extended-join",
            "extended-monitor", "invite-notify", "labeled-response", "message-tags", "multi-prefix", "server-time", "setname",
            "standard-replies", "userhost-in-names",
        }.ToFrozenSet(StringComparer.Ordinal);

    // A request must fit into a line of 510 bytes. So must the answer, which repeats the names after the server's name and our nick.
    private const int MostBytesOfNames = 400;

    private readonly Dictionary<string, string> _offered = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly HashSet<string> _enabled = new(StringComparer.Ordinal);
    private bool _negotiating = true;
    private Multiline? _multiline;

    /// <summary>The capabilities that are enabled.</summary>
    public IReadOnlySet<string> Capabilities => _enabled;

    // CAP <nick|*> (LS|LIST|ACK|NAK|NEW|DEL) [*] :names
    private void OnCap(IrcMessage message)
    {
        if (message.Params is not [_, var subcommand, .., var list])
            return;

        var names = list.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        switch (subcommand.ToUpperInvariant())
        {
            case "LS":
                Note(names);
                var more = message.Params.Length > 3 && message.Params[2] == "*";
                if (!more && _negotiating)
                    AskFor(_offered.Keys);
                break;
            case "NEW":
                Note(names);
                AskFor(names.Select(NameOf));
                break;
            case "ACK":
                OnAcknowledged(names);
                break;
            case "NAK":
                OnNotAcknowledged(names);
                break;
            case "DEL":
                _enabled.ExceptWith(names);
                break;
        }
    }

    private void Note(string[] offers)
    {
        foreach (var offer in offers)
            _offered[NameOf(offer)] = offer.Contains('=', StringComparison.Ordinal) ? offer.Split('=', 2)[1] : string.Empty;
        if (_offered.TryGetValue("draft/multiline", out var limits))
            _multiline = Multiline.Parse(limits);
    }

    private void AskFor(IEnumerable<string> names)
    {
        var wanted = names.Where(name => WantedCapabilities.Contains(name) || (name == "sasl" && WantsLogin)).Order(StringComparer.Ordinal);
        var line = new List<string>();
        foreach (var name in wanted)
        {
            if (line.Sum(other => other.Length + 1) + name.Length > MostBytesOfNames)
                Request(line);
            line.Add(name);
            _asked.Add(name);
        }

        Request(line);
        EndNegotiationWhenAnswered();
    }

    private void Request(List<string> names)
    {
        if (names.Count > 0)
            Send("CAP", "REQ", string.Join(' ', names));
        names.Clear();
    }

    private void OnAcknowledged(string[] names)
    {
        foreach (var name in names)
        {
            if (name.StartsWith('-'))
                _enabled.Remove(name[1..]);
            else
                _enabled.Add(name);
            _asked.Remove(name);
            if (name == "sasl")
                BeginLogin();
        }

        EndNegotiationWhenAnswered();
    }

    // The server accepts or refuses a request as a whole. So after a refusal, each name is requested on its own.
    private void OnNotAcknowledged(string[] names)
    {
        _asked.ExceptWith(names);
        foreach (var name in names.Length > 1 ? names : [])
        {
            _asked.Add(name);
            Send("CAP", "REQ", name);
        }

        EndNegotiationWhenAnswered();
    }

    private void EndNegotiationWhenAnswered()
    {
        if (!_negotiating || _asked.Count > 0 || _sasl is not null)
            return;

        if (WantsLogin && !_enabled.Contains("sasl"))
            OnLoginFailed(_time.GetUtcNow(), "the server does not support accounts (SASL)");
        if (Phase == SessionPhase.Over)
            return;

        _negotiating = false;
        Send("CAP", "END");
    }

    private static string NameOf(string capability) => capability.Split('=', 2)[0];

    private void OnWelcome(IrcMessage message)
    {
        _negotiating = false;
        SourceParser.Split(LastWordOf(message), out var nick, out var user, out var host);
        _self = new UserSource(Parameter(message, 0), string.Empty, string.Empty);

        // Most servers end their welcome with our full source. Its length tells how much of a line is left for text.
        if (IsSelf(nick.ToString()))
            _self = _self with { User = user.ToString(), Host = host.ToString() };
    }

    private static string LastWordOf(IrcMessage message) => Parameter(message, message.Params.Length - 1).Split(' ')[^1];

    private void OnGreetingOver(IrcMessage message)
    {
        if (Phase != SessionPhase.Registering)
            return;

        Phase = SessionPhase.Ready;
        Raise(new Registered(TimeOf(message), Nick, Features.Network ?? message.Source ?? "the server"));
        Restore();
    }

    private void Refuse(IrcMessage message)
    {
        Phase = SessionPhase.Over;
        var about = message.Params.Length > 2 ? $"{message.Params[^2]}: " : string.Empty;
        Raise(new RegistrationRefused(TimeOf(message), about + Parameter(message, message.Params.Length - 1)));
        _toSend.Add(new IrcMessage("QUIT"));
    }

    private void OnError(IrcMessage message)
    {
        var reason = Parameter(message, 0);
        if (Phase == SessionPhase.Registering)
        {
            Phase = SessionPhase.Over;
            Raise(new RegistrationRefused(TimeOf(message), reason));
            return;
        }

        Raise(new ClosingLink(TimeOf(message), reason));
    }
}
