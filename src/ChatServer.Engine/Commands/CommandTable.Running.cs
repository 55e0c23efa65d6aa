using System.Text;
using ChatServer.Engine.Connections;
using ChatServer.Engine.Replies;
using ChatServer.Protocol;

namespace ChatServer.Engine.Commands;

/// <content>How a line becomes a command that runs, or a refusal.</content>
internal static partial class CommandTable
{
    /// <summary>Runs a line, or says why not.</summary>
    /// <param name="session">The connection it came from.</param>
    /// <param name="message">The line, parsed.</param>
    /// <param name="line">The line.</param>
    /// <returns>What it costs.</returns>
    public static int Run(Session session, MessageView message, ReadOnlySpan<byte> line)
    {
        var command = Find(message.Verb);
        BeginResponse(session, message);
        session.CommandCount++;
        session.RunningVerb = command?.Verb ?? Encoding.UTF8.GetString(message.Verb);
        if (session.Engine.Settings.Server.Utf8Only && !Utf8Text.IsValid(line))
        {
            var named = session.RunningVerb.Length <= LongestVerb ? session.RunningVerb : StandardReply.NoCommand;
            session.Replies.Fail(named, "INVALID_UTF8", "Only UTF-8 is spoken here");
            BatchCommand.SpoilByUnreadableLine(session);
            return 1;
        }

        if (BatchCommand.TryTake(session, message)) return 1;
        if (command is null)
            RefuseUnknown(session);
        else if (command.Access is Access.AfterRegistration or Access.Operator
            && !session.IsRegistered && !IsAllowedEarly(session, command))
            session.Replies.Numeric(Numerics.ERR_NOTREGISTERED);
        else if (command.Access == Access.BeforeRegistration && session.IsRegistered)
            session.Replies.Numeric(Numerics.ERR_ALREADYREGISTERED);
        else if (command.Access == Access.Operator && !session.IsOperator)
            session.Replies.Numeric(Numerics.ERR_NOPRIVILEGES);
        else if (command.Privilege is { } privilege && !session.May(privilege))
            session.Replies.Numeric(Numerics.ERR_NOPRIVS, privilege.ToString());
        else if (message.Count < command.LeastParameters)
            ReplyMissing(session, command, message.Count);
        else
            RunCounted(session, command, message);
        return command?.Cost ?? 1;
    }

    /// <summary>Refuses a line that is longer than a line may be.</summary>
    /// <param name="session">The connection it came from.</param>
    /// <param name="start">As much of it as fits; empty when its tags are too long.</param>
    public static void RefuseOverlong(Session session, ReadOnlySpan<byte> start)
    {
        if (MessageParser.TryParse(start, out var message, out _)) BeginResponse(session, message);
        session.Replies.Numeric(Numerics.ERR_INPUTTOOLONG);
        BatchCommand.SpoilByUnreadableLine(session);
        session.Replies.EndResponse();
    }

    private static void RunCounted(Session session, Command command, MessageView message)
    {
        session.Counts.Add(command);
        command.Run(session, message);
    }

    private static void RefuseUnknown(Session session)
    {
        if (session.IsRegistered)
            session.Replies.Numeric(Numerics.ERR_UNKNOWNCOMMAND, session.RunningVerb);
        else
            session.Replies.Numeric(Numerics.ERR_NOTREGISTERED);
    }

    private static bool IsAllowedEarly(Session session, Command command) =>
        command.EarlyWith != Dialect.None && session.Dialect.HasFlag(command.EarlyWith);

    private static void BeginResponse(Session session, MessageView message)
    {
        if (!session.Dialect.HasFlag(Dialect.LabeledResponse | Dialect.Batch)) return;
        if (message.TryGetTag("label"u8, out var label) && label.Length is > 0 and <= LabelledResponse.MaxLabelBytes)
            session.Replies.BeginResponse(label);
    }

    private static void ReplyMissing(Session session, Command command, int given)
    {
        if (command.WhenMissing(given) is not { } numeric) return;
        session.Replies.Numeric(numeric, numeric == Numerics.ERR_NEEDMOREPARAMS ? [command.Verb] : []);
        if (command.ClosesWhenMissing) session.Leave($"{command.Verb} needs more parameters");
    }
}
