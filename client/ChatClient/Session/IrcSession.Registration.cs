using System.Collections.Frozen;
using ChatServer.Protocol;

namespace ChatClient.Session;

public sealed partial class IrcSession
{
    /// <summary>The capabilities that are asked for where a server offers them.</summary>
    /// <remarks>Source: the IRCv3 specification of each name.</remarks>
    public static readonly FrozenSet<string> WantedCapabilities =
        new[]
        {
            "batch", "cap-notify", "chghost", "echo-message", "extended-join", "invite-notify", "labeled-response",
            "message-tags", "multi-prefix", "server-time", "standard-replies",
        }.ToFrozenSet(StringComparer.Ordinal);

    private readonly NickChoices _nicks;
    private readonly HashSet<string> _offered = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly HashSet<string> _enabled = new(StringComparer.Ordinal);
    private bool _negotiating = true;

    /// <summary>Capabilities in force.</summary>
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
                _offered.UnionWith(names.Select(NameOf));
                var more = message.Params.Length > 3 && message.Params[2] == "*";
                if (!more && _negotiating)
                    Ask(_offered.Where(WantedCapabilities.Contains));
                break;
            case "NEW":
                Ask(names.Select(NameOf).Where(WantedCapabilities.Contains));
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

    private void Ask(IEnumerable<string> names)
    {
        var wanted = names.Order(StringComparer.Ordinal).ToList();
        _asked.UnionWith(wanted);
        if (wanted.Count > 0)
            Send("CAP", "REQ", string.Join(' ', wanted));
        EndNegotiationWhenAnswered();
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
        }

        EndNegotiationWhenAnswered();
    }

    // A request is taken as a whole or not at all, so each name of a refused one gets a second try by itself.
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
        if (!_negotiating || _asked.Count > 0)
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

        // Most servers end their welcome with our full source, which tells how much of a line it will take up.
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
    }

    // Whether the numeric was about the nick that we register with.
    private bool OnNickRefused(IrcMessage message, int code)
    {
        if (Phase != SessionPhase.Registering)
            return false;

        var tooLong = code == Numerics.ERR_ERRONEUSNICKNAME.Code;
        if (tooLong && !(_nicks.HasTriedOther && _nicks.Shorten()))
        {
            Refuse(message);
            return true;
        }

        if (_nicks.Next() is not { } next)
        {
            Refuse(message);
            return true;
        }

        Raise(new NickTaken(TimeOf(message), Nick, next));
        _self = _self with { Nick = next };
        Send("NICK", next);
        return true;
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
