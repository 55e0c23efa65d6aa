using System.Text;
using ChatServer.Engine.Connections;
using ChatServer.Engine.Settings;
using ChatServer.Protocol;

namespace ChatServer.Engine.Commands;

/// <summary><c>CAP</c>: which extensions a connection speaks.</summary>
/// <remarks>Source: IRCv3 capability-negotiation. All or nothing: a REQ with one unknown name changes nothing.</remarks>
internal static class CapabilityCommand
{
    /// <summary>What the server offers whatever its settings.</summary>
    internal const Dialect Offered =
        Dialect.AccountNotify | Dialect.AccountTag | Dialect.AwayNotify | Dialect.Batch | Dialect.CapNotify | Dialect.ChannelRename
        | Dialect.Chghost | Dialect.EchoMessage | Dialect.ExtendedIsupport | Dialect.ExtendedJoin | Dialect.ExtendedMonitor
        | Dialect.InviteNotify | Dialect.LabeledResponse | Dialect.MessageTags | Dialect.Multiline | Dialect.MultiPrefix
        | Dialect.NoImplicitNames | Dialect.PreAway | Dialect.ReadMarker | Dialect.ServerTime | Dialect.Setname
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
        Write(session, "LS", Describe(session, session.Engine.Settings));
    }

    /// <summary>Tells a client what changed settings mean for it: what is no longer offered, and stops at once, and what is new or has
    /// another value. Source: IRCv3 capability-negotiation, cap-notify.</summary>
    /// <param name="session">Who is told.</param>
    /// <param name="before">The settings that held until now.</param>
    /// <param name="after">The settings that hold now.</param>
    public static void Announce(Session session, ServerSettings before, ServerSettings after)
    {
        var isTold = session.Dialect.HasFlag(Dialect.CapNotify);
        var withdrawn = Capabilities.All
            .Where(row => row.IsRequestable && IsOffered(session, before, row) && !IsOffered(session, after, row)).ToList();
        var fresh = Describe(session, after).Except(Describe(session, before), StringComparer.Ordinal).ToList();
        foreach (var row in withdrawn) session.Dialect &= ~row.Bit;
        if (isTold && withdrawn.Count > 0) Write(session, "DEL", withdrawn.Select(row => row.Name));
        if (isTold && fresh.Count > 0) Write(session, "NEW", fresh);
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
                || !IsOffered(session, session.Engine.Settings, capability) || IsStuck(session, capability, isRemoval))
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
    private static bool IsOffered(Session session, ServerSettings settings, Capability capability) => capability.IsRequestable
        ? OfferedBy(settings).HasFlag(capability.Bit)
        : CapabilityValues.Of(session, settings, capability) is not null;

    // An ACK repeats the whole wish, so that the client knows what it got; a wish too long for that is refused.
    private static bool FitsReply(Session session, string wish)
    {
        var line = $":{session.Engine.Settings.Server.Name} CAP {session.Addressee} ACK :{wish}\r\n";
        return Encoding.UTF8.GetByteCount(line) <= MessageWriter.DefaultLineBytes;
    }

    /// <summary>What the server speaks.</summary>
    internal static Dialect OfferedBy(ServerSettings settings) =>
        Offered
        | (settings.History.Enabled ? Dialect.ChatHistory | Dialect.EventPlayback | Dialect.MessageRedaction : Dialect.None)
        | (settings.RelayMessages.Enabled ? Dialect.RelayMessage : Dialect.None);

    // Version 302 implies cap-notify, and the client can't take it off again.
    private static bool IsStuck(Session session, Capability capability, bool isRemoval) =>
        isRemoval && capability.Bit == Dialect.CapNotify && session.CapabilityVersion >= CapabilityValues.LeastVersion;

    private static void Suspend(Session session)
    {
        if (!session.IsRegistered) session.Registration.IsNegotiating = true;
    }

    private static IEnumerable<string> Describe(Session session, ServerSettings settings) =>
        from row in Capabilities.All
        where IsOffered(session, settings, row)
        select CapabilityValues.Of(session, settings, row) is { } value ? $"{row.Name}={value}" : row.Name;

    internal static IEnumerable<string> Names(Dialect dialect) =>
        Capabilities.All
            .Where(capability => capability.IsRequestable && dialect.HasFlag(capability.Bit))
            .Select(capability => capability.Name);

    // Clients from before version 302 know no mark of continuation, and take each line for itself; so do all clients those of NEW and DEL.
    private static void Write(Session session, string subcommand, IEnumerable<string> names)
    {
        var isMarked = subcommand is "LS" or "LIST" && session.CapabilityVersion >= CapabilityValues.LeastVersion;
        var frame = $":{session.Engine.Settings.Server.Name} CAP {session.Addressee} {subcommand} * :\r\n";
        var room = MessageWriter.DefaultLineBytes - Encoding.UTF8.GetByteCount(frame);
        var line = new StringBuilder();
        foreach (var name in names)
        {
            if (line.Length + " ".Length + name.Length > room)
            {
                session.Replies.Command("CAP", line.ToString(), [session.Addressee, subcommand, .. isMarked ? (string[])["*"] : []]);
                line.Clear();
            }

            if (line.Length > 0) line.Append(' ');
            line.Append(name);
        }

        session.Replies.Command("CAP", line.ToString(), session.Addressee, subcommand);
    }
}
