using System.Text;
using ChatServer.Domain;
using ChatServer.Domain.Events;
using ChatServer.Engine.Connections;
using ChatServer.Engine.Deliveries;
using ChatServer.Engine.Replies;
using ChatServer.Engine.Rooms;
using ChatServer.Engine.Settings;
using ChatServer.Protocol;

namespace ChatServer.Engine.Commands;

/// <summary>Speaking in the name of somebody who is no user: relaying for people elsewhere, and playing.</summary>
/// <remarks>Source: IRCv3 draft/relaymsg; Ergo, roleplaying commands.</remarks>
internal static class PersonaCommands
{
    private const string Relay = "RELAYMSG";
    private const string RelayedUser = "relaymsg";
    private const string PlayedHost = "npc.fakeuser.invalid";

    /// <summary><c>RELAYMSG room nick/elsewhere :text</c>.</summary>
    public static void RelayMessage(Session session, MessageView message)
    {
        var settings = session.Engine.Settings;
        var nick = message.Text(1);
        if (!settings.RelayMessages.Enabled)
            session.Replies.Numeric(Numerics.ERR_UNKNOWNCOMMAND, Relay);
        else if (!session.TryRoom(message.Text(0), out var room))
            return;
        else if (message[2].IsEmpty)
            session.Replies.Fail(Relay, "BLANK_MSG", "There is nothing to relay");
        else if (!IsRelayedNick(session, nick))
            session.Replies.Fail(Relay, "INVALID_NICK", $"A relayed nick is a nick with one of {settings.RelayMessages.Separators} in it");
        else if (!settings.RelayMessages.RoomOperatorsMay && !session.May(OperatorPrivilege.Relay))
            session.Replies.Fail(Relay, "PRIVS_NEEDED", "You can't relay messages to this channel");
        else
            Speak(session, room, new Persona(WireText.From($"{nick}!{RelayedUser}@{settings.Server.Name}"), IsRelayed: true), message[2]);
    }

    /// <summary><c>NPC room name :text</c>.</summary>
    public static void Npc(Session session, MessageView message) => Play(session, message, $"*{message.Text(1)}*", Words(message, 2));

    /// <summary><c>NPCA room name :text</c>: says what the figure does.</summary>
    public static void NpcAction(Session session, MessageView message) =>
        Play(session, message, $"*{message.Text(1)}*", $"\u0001ACTION {Words(message, 2)}\u0001");

    /// <summary><c>SCENE room :text</c>: says what is to be seen.</summary>
    public static void Scene(Session session, MessageView message) => Play(session, message, "=Scene=", Words(message, 1));

    private static void Play(Session session, MessageView message, string figure, string text)
    {
        if (!session.TryRoom(message.Text(0), out var room)) return;
        if (!session.Engine.Settings.Roleplay.Enabled)
            session.Replies.NumericWith(Numerics.ERR_CANNOTSENDRP, "Roleplay is switched off on this server", room.Text);
        else if (!IsFigure(figure) || figure.Length > session.Engine.Settings.Limits.NickLength)
            session.Replies.NumericWith(Numerics.ERR_CANNOTSENDRP, "This name can't be used here", room.Text);
        else
            Speak(
                session,
                room,
                new Persona(WireText.From($"{figure}!{session.Identity!.Nick.Text}@{PlayedHost}"), IsRelayed: false),
                Encoding.UTF8.GetBytes(text));
    }

    private static void Speak(Session session, RoomName room, Persona persona, ReadOnlySpan<byte> text)
    {
        session.LastSpoke = session.Engine.Clock.GetTimestamp();
        if (!MessageCommands.FitsLine(MessageKind.Message, persona.Source.Length, Encoding.UTF8.GetByteCount(room.Text), text.Length))
        {
            session.Replies.Numeric(Numerics.ERR_INPUTTOOLONG);
            return;
        }

        var say = new RoomActor.Say(session.Identity!, MessageKind.Message, MemberModes.None, WireText.Copy(text), WireText.Empty)
        {
            As = persona,
            MayRelay = session.May(OperatorPrivilege.Relay),
        };
        session.AskRoom(room, say, (session, _, answer) => OnHeard(session, persona, room, answer));
    }

    // A player sees what his figure says in any case: to him it is not his own words that come back.
    private static void OnHeard(Session session, Persona persona, RoomName room, IAnswer answer)
    {
        switch (answer)
        {
            case Heard heard when !persona.IsRelayed || session.Dialect.HasFlag(Dialect.EchoMessage):
                session.Replies.Event(heard.Event);
                break;
            case Denied(Refusal.OperatorNeeded or Refusal.NotInRoom) when persona.IsRelayed:
                session.Replies.Fail(Relay, "PRIVS_NEEDED", "You can't relay messages to this channel");
                break;
            case Denied(var reason):
                Refusals.Write(session.Replies, reason, room: room.Text);
                break;
        }
    }

    // The separator, which no nick has, keeps people elsewhere apart from users.
    private static bool IsRelayedNick(Session session, string nick)
    {
        var separators = session.Engine.Settings.RelayMessages.Separators;
        var plain = nick.Where(letter => !separators.Contains(letter, StringComparison.Ordinal)).ToArray();
        return plain.Length < nick.Length
            && Encoding.UTF8.GetByteCount(nick) <= session.Engine.Settings.Limits.NickLength
            && session.TryParseNick(new string(plain), out _);
    }

    private static bool IsFigure(string name) =>
        name.Length > 2 && name.All(letter => letter is > ' ' and not ('!' or '@' or ',' or ':' or '\u007f'));

    // Clients of old send every word as a parameter of its own.
    private static string Words(MessageView message, int index) => string.Join(' ', message.Rest(index));
}
