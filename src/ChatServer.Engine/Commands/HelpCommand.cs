using ChatServer.Engine.Connections;
using ChatServer.Protocol;

namespace ChatServer.Engine.Commands;

/// <summary><c>HELP</c>, answered from the tables of commands and modes. Source: Modern, HELP.</summary>
internal static class HelpCommand
{
    private const string Index = "index";
    private const string RoomModesTopic = "CMODES";
    private const string UserModesTopic = "UMODES";

    /// <summary><c>HELP [command]</c>, <c>HELP CMODES</c> or <c>HELP UMODES</c>.</summary>
    public static void Help(Session session, MessageView message)
    {
        var subject = message.Text(0);
        if (subject.Length == 0 || subject.Equals(Index, StringComparison.OrdinalIgnoreCase))
        {
            Write(session, Index, "The commands of this server", Summaries());
            return;
        }

        if (subject.Equals(RoomModesTopic, StringComparison.OrdinalIgnoreCase))
            Write(session, RoomModesTopic, "The modes of rooms, and of their members", Descriptions(RoomModes.Table));
        else if (subject.Equals(UserModesTopic, StringComparison.OrdinalIgnoreCase))
            Write(session, UserModesTopic, "The modes of users", Descriptions(UserModes.Table));
        else if (CommandTable.Find(message[0]) is { } command)
            Write(session, command.Verb, $"{command.Verb} {command.Syntax}".TrimEnd(), [command.Help]);
        else
            session.Replies.Numeric(Numerics.ERR_HELPNOTFOUND, subject);
    }

    private static IEnumerable<string> Summaries() =>
        CommandTable.All.Select(command => $"{command.Verb,-11} {command.Help}")
            .Append("HELP <command> shows how a command is written.")
            .Append($"HELP {RoomModesTopic} and HELP {UserModesTopic} show the modes of rooms and of users.");

    private static IEnumerable<string> Descriptions(ModeTable modes) => modes.Rows.Select(mode => $"{mode.Letter}  {mode.Description}");

    private static void Write(Session session, string subject, string title, IEnumerable<string> lines)
    {
        session.Replies.NumericWith(Numerics.RPL_HELPSTART, title, subject);
        session.Replies.NumericWith(Numerics.RPL_HELPTXT, "", subject);
        foreach (var line in lines) session.Replies.NumericWith(Numerics.RPL_HELPTXT, line, subject);
        session.Replies.NumericWith(Numerics.RPL_ENDOFHELP, "End of help", subject);
    }
}
