using System.Text;
using ChatServer.Engine.Connections;
using ChatServer.Engine.Settings;
using ChatServer.Protocol;

namespace ChatServer.Engine.Commands;

/// <summary><c>CAP</c>: which extensions a connection speaks.</summary>
/// <remarks>Source: IRCv3 capability-negotiation. All or nothing: a REQ with one unknown name changes nothing.</remarks>
internal static class CapabilityCommand
{
    /// <summary>The version of negotiation from which on capabilities may have values and notifications come unasked.</summary>
    private const int ModernVersion = 302;

    private const int ListBytes = 400;

    /// <summary>What the server speaks whatever its settings.</summary>
    internal const Dialect Offered =
        Dialect.AccountNotify | Dialect.AccountTag | Dialect.AwayNotify | Dialect.Batch | Dialect.CapNotify | Dialect.Chghost
        | Dialect.EchoMessage | Dialect.ExtendedJoin | Dialect.ExtendedMonitor | Dialect.InviteNotify | Dialect.LabeledResponse
        | Dialect.MessageTags | Dialect.Multiline | Dialect.MultiPrefix | Dialect.NoImplicitNames | Dialect.ServerTime | Dialect.Setname
        | Dialect.StandardReplies | Dialect.UserhostInNames;

    /// <summary><c>CAP subcommand [:capabilities]</c>.</summary>
    public static void Cap(Session session, MessageView message)
    {
        switch (message.Text(0).ToUpperInvariant())
        {
            case "LS":
                List(session, message.Text(1));
                break;
            case "LIST":
                Write(session, "LIST", Names(session.Dialect));
                break;
            case "REQ":
                Request(session, message.Text(1));
                break;
            case "END":
                session.Registration.IsNegotiating = false;
                RegistrationCommands.CompleteIfReady(session);
                break;
            default:
                session.Replies.Numeric(Numerics.ERR_INVALIDCAPCMD, message.Text(0));
                break;
        }
    }

    private static void List(Session session, string version)
    {
        Suspend(session);
        if (int.TryParse(version, out var number)) session.CapabilityVersion = Math.Max(session.CapabilityVersion, number);
        if (session.CapabilityVersion >= ModernVersion) session.Dialect |= Dialect.CapNotify;
        var names = Names(OfferedBy(session.Engine.Settings));
        Write(session, "LS", session.CapabilityVersion >= ModernVersion ? names.Select(name => WithValue(session, name)) : names);
    }

    private static void Request(Session session, string wish)
    {
        Suspend(session);
        if (!FitsReply(session, wish))
        {
            session.Replies.Command("CAP", wish, session.Addressee, "NAK");
            return;
        }

        var next = session.Dialect;
        foreach (var name in wish.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var isRemoval = name[0] == '-';
            if (!Capabilities.TryGet(isRemoval ? name[1..] : name, out var capability) || !IsOffered(session, capability) || IsStuck(session, capability, isRemoval))
            {
                session.Replies.Command("CAP", wish, session.Addressee, "NAK");
                return;
            }

            next = isRemoval ? next & ~capability.Bit : next | capability.Bit;
        }

        session.Replies.Command("CAP", wish, session.Addressee, "ACK");
        session.Dialect = next;
    }

    // An ACK repeats the whole wish, so that the client knows what it got; a wish too long for that is refused.
    private static bool FitsReply(Session session, string wish)
    {
        var frame = $": CAP  ACK :\r\n{session.Engine.Settings.Server.Name}{session.Addressee}".Length;
        return frame + Encoding.UTF8.GetByteCount(wish) <= MessageWriter.DefaultLineBytes;
    }

    private static bool IsOffered(Session session, Capability capability) =>
        capability.IsRequestable && OfferedBy(session.Engine.Settings).HasFlag(capability.Bit);

    /// <summary>What the server speaks.</summary>
    internal static Dialect OfferedBy(ServerSettings settings) =>
        Offered | (settings.History.Enabled ? Dialect.ChatHistory | Dialect.EventPlayback | Dialect.MessageRedaction : Dialect.None);

    private static string WithValue(Session session, string name)
    {
        var limits = session.Engine.Settings.Limits;
        return name switch
        {
            "draft/multiline" => $"{name}=max-bytes={limits.MultilineBytes},max-lines={limits.MultilineLines}",
            _ => name,
        };
    }

    // Version 302 implies cap-notify, and the client can't take it off again.
    private static bool IsStuck(Session session, Capability capability, bool isRemoval) =>
        isRemoval && capability.Bit == Dialect.CapNotify && session.CapabilityVersion >= ModernVersion;

    private static void Suspend(Session session)
    {
        if (!session.IsRegistered) session.Registration.IsNegotiating = true;
    }

    internal static IEnumerable<string> Names(Dialect dialect) =>
        Capabilities.All.Where(capability => capability.IsRequestable && dialect.HasFlag(capability.Bit)).Select(capability => capability.Name);

    // Clients from before version 302 know no continuation; they get all in one line.
    private static void Write(Session session, string subcommand, IEnumerable<string> names)
    {
        var line = new StringBuilder();
        foreach (var name in names)
        {
            if (line.Length + name.Length >= ListBytes && session.CapabilityVersion >= ModernVersion)
            {
                session.Replies.Command("CAP", line.ToString(), session.Addressee, subcommand, "*");
                line.Clear();
            }

            if (line.Length > 0) line.Append(' ');
            line.Append(name);
        }

        session.Replies.Command("CAP", line.ToString(), session.Addressee, subcommand);
    }
}
