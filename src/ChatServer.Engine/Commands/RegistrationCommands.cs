using System.Text;
using ChatServer.Engine.Administration;
using ChatServer.Engine.Connections;
using ChatServer.Engine.Replies;
using ChatServer.Engine.Rooms;
using ChatServer.Engine.Users;
using ChatServer.Protocol;

namespace ChatServer.Engine.Commands;

/// <summary>How a connection becomes a user, and how it takes leave. Source: Modern, Connection Messages.</summary>
internal static class RegistrationCommands
{
    private const int ReasonBytes = 390;

    /// <summary><c>PASS password</c>: the last one counts.</summary>
    public static void Pass(Session session, MessageView message) => session.Registration.Password = message.Text(0);

    /// <summary><c>NICK nick</c>: before registration the nick is reserved; afterwards the user is renamed, and his peers are
    /// told.</summary>
    public static void Nick(Session session, MessageView message)
    {
        var text = message.Text(0);
        if (text.Length == 0)
            session.Replies.Numeric(Numerics.ERR_NONICKNAMEGIVEN);
        else if (!session.TryParseNick(text, out var nick))
            session.Replies.Numeric(Numerics.ERR_ERRONEUSNICKNAME, text);
        else if (!session.IsRegistered)
            session.Ask(session.Neighbours.Users, new UserDirectoryActor.Reserve(nick), OnReserved);
        else if (session.Identity!.Nick.Text != nick.Text)
            session.Ask(session.User, new UserActor.Rename(nick), OnRenamed);
    }

    /// <summary><c>USER user 0 * :real name</c>.</summary>
    public static void User(Session session, MessageView message)
    {
        if (message[0].IsEmpty || message[3].IsEmpty)
        {
            session.Replies.Numeric(Numerics.ERR_NEEDMOREPARAMS, session.RunningVerb);
            return;
        }

        var limits = session.Engine.Settings.Limits;
        var name = Sanitize(message[0]);
        if (name.Length == 0)
        {
            session.Replies.Numeric(Numerics.ERR_INVALIDUSERNAME);
            return;
        }

        // The tilde says that nobody has confirmed the name. It counts towards the length.
        name = "~" + name;
        session.Registration.UserName = name[..Math.Min(name.Length, limits.UserLength)];
        session.Registration.RealName = message.Free(3, limits.RealNameLength);
        CompleteIfReady(session);
    }

    /// <summary><c>PING token</c>: all that the client sent before has taken effect when it sees the answer.</summary>
    public static void Ping(Session session, MessageView message)
    {
        var server = session.Engine.Settings.Server.Name;
        session.Replies.Command("PONG", message.Text(0), server);
    }

    /// <summary><c>QUIT [:reason]</c>: the link closes when all peers have been told.</summary>
    public static void Quit(Session session, MessageView message)
    {
        var reason = "Quit: " + message.Free(0, ReasonBytes);
        if (session.Identity is not { } user)
        {
            session.Leave(reason);
            return;
        }

        session.Neighbours.Users.Tell(new UserDirectoryActor.Leaving(user.Id));
        session.Ask(session.User, new UserActor.Quit(WireText.From(reason)), OnQuit, onFault: OnQuit);

        void OnQuit(Session quitting, IRequest request, IAnswer answer)
        {
            quitting.User = ActorRefs.Nobody;
            quitting.Leave(reason);
        }
    }

    /// <summary>Makes the connection a user once it has sent all that is needed.</summary>
    public static void CompleteIfReady(Session session)
    {
        var registration = session.Registration;
        if (session.IsRegistered || !registration.IsComplete) return;
        var settings = session.Engine.Settings.Server;
        if (settings.Password is { } password && !registration.IsPasswordRight)
        {
            session.Ask(session.Neighbours.Passwords, new PasswordsActor.Check([password], registration.Password ?? ""), OnPasswordChecked);
            return;
        }

        if (settings.LookupHostnames && !registration.IsHostKnown)
        {
            session.Ask(session.Neighbours.Hostnames, new HostnamesActor.LookUp(session.Address), OnHostname, onFault: OnHostname);
            return;
        }

        session.Ask(
            session.Neighbours.Users,
            new UserDirectoryActor.Register(
                registration.UserName!,
                session.Host,
                registration.RealName,
                session.Address,
                session.IsSecure,
                session.Engine.DefaultModes,
                registration.Away),
            OnRegistered);
    }

    private static void OnReserved(Session session, IRequest request, IAnswer answer)
    {
        var nick = ((UserDirectoryActor.Reserve)request).Nick;
        if (answer is Denied(var reason))
        {
            Refusals.Write(session.Replies, reason, nick: nick.Text);
            return;
        }

        session.Registration.Nick = nick;
        CompleteIfReady(session);
    }

    private static void OnPasswordChecked(Session session, IRequest request, IAnswer answer)
    {
        if (answer is PasswordsActor.Checked { IsRight: true })
        {
            session.Registration.IsPasswordRight = true;
            CompleteIfReady(session);
            return;
        }

        session.Replies.Numeric(Numerics.ERR_PASSWDMISMATCH);
        session.Leave("Bad password");
    }

    private static void OnHostname(Session session, IRequest request, IAnswer answer)
    {
        session.Registration.IsHostKnown = true;
        if (answer is HostnamesActor.Answer { Name: { } name }) session.Peer = session.Peer with { Host = name };
        CompleteIfReady(session);
    }

    private static void OnRegistered(Session session, IRequest request, IAnswer answer)
    {
        if (answer is not UserDirectoryActor.Registered registered)
        {
            session.Leave("Registration failed");
            return;
        }

        session.User = registered.User;
        session.Identity = registered.Identity;
        Welcome.Write(session);
    }

    private static void OnRenamed(Session session, IRequest request, IAnswer answer)
    {
        if (answer is UserActor.Updated updated)
            session.Identity = updated.Identity;
        else if (answer is RoomActor.NickHeld(var heldBecause, var room))
            Refusals.Write(session.Replies, heldBecause, room: room.Text);
        else if (answer is Denied(var reason))
            Refusals.Write(session.Replies, reason, nick: ((UserActor.Rename)request).Nick.Text);
    }

    // Leaves out what would break nick!user@host, or a mask that is to match it.
    private static string Sanitize(ReadOnlySpan<byte> name)
    {
        var kept = new StringBuilder(name.Length);
        foreach (var letter in Encoding.ASCII.GetString(name))
        {
            if (char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or '[' or ']' or '{' or '}' or '\\' or '|' or '^' or '`')
                kept.Append(letter);
        }

        return kept.ToString();
    }
}
