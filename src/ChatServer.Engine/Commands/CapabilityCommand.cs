using System.Text;
using ChatServer.Engine.Connections;
using ChatServer.Protocol;

namespace ChatServer.Engine.Commands;

/// <summary><c>CAP</c>: which extensions a connection speaks.</summary>
/// <remarks>Source: IRCv3 capability-negotiation. All or nothing: a REQ with one unknown name changes nothing.</remarks>
internal static class CapabilityCommand
{
    private const int ListBytes = 400;

    /// <summary>What this server speaks.</summary>
    internal const Dialect Offered =
        Dialect.AccountNotify | Dialect.AccountTag | Dialect.AwayNotify | Dialect.Batch | Dialect.CapNotify | Dialect.Chghost
        | Dialect.EchoMessage | Dialect.ExtendedJoin | Dialect.ExtendedMonitor | Dialect.InviteNotify | Dialect.LabeledResponse
        | Dialect.MessageTags | Dialect.MultiPrefix | Dialect.NoImplicitNames | Dialect.ServerTime | Dialect.Setname
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
        if (session.CapabilityVersion >= CapabilityValues.LeastVersion) session.Dialect |= Dialect.CapNotify;
        Write(session, "LS", Capabilities.All.Where(row => IsOffered(session, row)).Select(row => Described(session, row)));
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
            if (!Capabilities.TryGet(isRemoval ? name[1..] : name, out var capability) || !capability.IsRequestable
                || !IsOffered(session, capability) || IsStuck(session, capability, isRemoval))
            {
                session.Replies.Command("CAP", wish, session.Addressee, "NAK");
                return;
            }

            next = isRemoval ? next & ~capability.Bit : next | capability.Bit;
        }

        session.Replies.Command("CAP", wish, session.Addressee, "ACK");
        session.Dialect = next;
    }

    // What can't be requested informs by its value, and is not mentioned without one.
    private static bool IsOffered(Session session, Capability capability) =>
        capability.IsRequestable ? Offered.HasFlag(capability.Bit) : CapabilityValues.Of(session, capability) is not null;

    // An ACK repeats the whole wish, so that the client knows what it got; a wish too long for that is refused.
    private static bool FitsReply(Session session, string wish)
    {
        var frame = $": CAP  ACK :\r\n{session.Engine.Settings.Server.Name}{session.Addressee}".Length;
        return frame + Encoding.UTF8.GetByteCount(wish) <= MessageWriter.DefaultLineBytes;
    }

    // Version 302 implies cap-notify, and the client can't take it off again.
    private static bool IsStuck(Session session, Capability capability, bool isRemoval) =>
        isRemoval && capability.Bit == Dialect.CapNotify && session.CapabilityVersion >= CapabilityValues.LeastVersion;

    private static void Suspend(Session session)
    {
        if (!session.IsRegistered) session.Registration.IsNegotiating = true;
    }

    private static string Described(Session session, Capability capability) =>
        CapabilityValues.Of(session, capability) is { } value ? $"{capability.Name}={value}" : capability.Name;

    internal static IEnumerable<string> Names(Dialect dialect) =>
        Capabilities.All.Where(capability => capability.IsRequestable && dialect.HasFlag(capability.Bit)).Select(capability => capability.Name);

    // Clients from before version 302 know no continuation; they get all in one line.
    private static void Write(Session session, string subcommand, IEnumerable<string> names)
    {
        var line = new StringBuilder();
        foreach (var name in names)
        {
            if (line.Length + name.Length >= ListBytes && session.CapabilityVersion >= CapabilityValues.LeastVersion)
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
