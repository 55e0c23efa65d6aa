using System.Net;
using ChatServer.Engine.Administration;
using ChatServer.Engine.Connections;
using ChatServer.Protocol;

namespace ChatServer.Engine.Commands;

/// <summary><c>WEBIRC</c>: a gateway says for whom it connects. Source: IRCv3 webirc.</summary>
/// <remarks>Whatever is wrong closes the connection: going on would show the gateway's address as the user's.</remarks>
internal static class WebIrcCommand
{
    private const string Secure = "secure";
    private const string Fingerprint = "certfp-sha-256";
    private const int FingerprintLength = 64;

    /// <summary><c>WEBIRC password gateway host ip [:options]</c>.</summary>
    public static void WebIrc(Session session, MessageView message)
    {
        if (session.CommandCount > 1)
            session.Leave("WEBIRC must be the first command");
        else if (!IPAddress.TryParse(message.Text(3), out var address))
            session.Leave("Invalid WebIRC address");
        else
            Become(session, message.Text(0), PeerFrom(session, message, Peer.Plain(address)));
    }

    private static void Become(Session session, string password, Peer peer) => session.Ask(
        session.Neighbours.Passwords,
        new PasswordsActor.Check(session.Engine.Gateways.PasswordsFrom(session.Address), password),
        (session, _, answer) =>
        {
            if (answer is PasswordsActor.Checked { IsRight: true })
                Become(session, peer);
            else
                session.Leave("Invalid WebIRC password");
        },
        onFault: static (session, _, _) => session.Leave("Internal error"));

    private static void Become(Session session, Peer peer) => session.Ask(
        session.Neighbours.Listener,
        new ListenerActor.Relocate(session.Id, peer.Address),
        (session, _, answer) =>
        {
            if (answer is ListenerActor.Refused(var reason))
            {
                session.Leave(reason);
                return;
            }

            session.Peer = peer;
            session.Registration.IsHostKnown = true;
        },
        onFault: static (session, _, _) => session.Leave("Internal error"));

    // What the gateway says of its client's TLS is worth as much as the gateway's own link; of its own certificate, nothing is left.
    private static Peer PeerFrom(Session session, MessageView message, IPAddress address)
    {
        var options = OptionsOf(message);
        var isSecure = session.IsSecure && options.ContainsKey(Secure);
        var fingerprint = isSecure && options.GetValueOrDefault(Fingerprint) is { Length: FingerprintLength } value
            && value.All(char.IsAsciiHexDigit) ? value.ToLowerInvariant() : null;
        var host = message.Text(2);
        return new Peer(
            address,
            Peer.MayBeHost(host, session.Engine.Settings.Limits.HostLength) ? host : Peer.HostOf(address),
            isSecure,
            fingerprint);
    }

    private static Dictionary<string, string> OptionsOf(MessageView message)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var index = 4; index < message.Count; index++)
        {
            foreach (var option in message.Text(index).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var parts = option.Split('=', 2);
                options[parts[0]] = parts.Length > 1 ? parts[1] : "";
            }
        }

        return options;
    }
}
