using System.Text;
using ChatServer.Engine.Connections;
using ChatServer.Protocol;

namespace ChatServer.Engine.Commands;

/// <summary>How commands read their parameters.</summary>
internal static class Arguments
{
    /// <summary>The parts of a comma-separated parameter, without empty ones.</summary>
    public static string[] List(this MessageView message, int index) =>
        Encoding.UTF8.GetString(message[index]).Split(',', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The parameters from one on; none when there are no more.</summary>
    public static string[] Rest(this MessageView message, int index)
    {
        var rest = new string[Math.Max(0, message.Count - index)];
        for (var i = 0; i < rest.Length; i++) rest[i] = message.Text(index + i);
        return rest;
    }

    /// <summary>A parameter as free text, cut at a code point to what the server allows; empty beyond the last.</summary>
    public static WireText Free(this MessageView message, int index, int maxBytes) => WireText.Copy(Utf8Text.Cut(message[index], maxBytes));

    /// <summary>Reads a room's name; when it is none, the client is told 403.</summary>
    public static bool TryRoom(this Session session, string text, out RoomName name)
    {
        if (session.TryParseRoom(text, out name)) return true;
        session.Refuse(Numerics.ERR_NOSUCHCHANNEL, text);
        return false;
    }

    /// <summary>Reads a nick that somebody may have; when nobody can, the client is told 401.</summary>
    public static bool TryNick(this Session session, string text, out Nickname nick)
    {
        if (session.TryParseNick(text, out nick)) return true;
        session.Refuse(Numerics.ERR_NOSUCHNICK, text);
        return false;
    }

    /// <summary>Refuses one of the things that a command names, behind the answers to those before it.</summary>
    public static void Refuse(this Session session, Numeric numeric, params string[] parameters) =>
        session.InTurn(it => it.Replies.Numeric(numeric, parameters));

    /// <summary>Reads a room's name, and says nothing when it is none.</summary>
    public static bool TryParseRoom(this Session session, string text, out RoomName name) =>
        RoomName.TryParse(text, session.Engine.CaseMapping, session.Engine.Settings.Limits.RoomNameLength, out name);

    /// <summary>Reads a nick, and says nothing when it is none.</summary>
    public static bool TryParseNick(this Session session, string text, out Nickname nick) =>
        Nickname.TryParse(text, session.Engine.CaseMapping, session.Engine.Settings.Limits.NickLength, out nick);
}
