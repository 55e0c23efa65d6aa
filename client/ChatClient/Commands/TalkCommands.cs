using ChatClient.Session;

namespace ChatClient.Commands;

/// <summary>Commands that say something, or something about what was said.</summary>
internal static class TalkCommands
{
    public static bool Message(IChat chat, string arguments) => SayTo(chat, arguments, MessageKind.Message);

    public static bool Notice(IChat chat, string arguments) => SayTo(chat, arguments, MessageKind.Notice);

    public static bool Ctcp(IChat chat, string arguments) => SayTo(chat, arguments, MessageKind.Ctcp);

    public static bool Act(IChat chat, string arguments) => SayHere(chat, arguments, MessageKind.Action);

    public static bool Say(IChat chat, string arguments) => SayHere(chat, arguments, MessageKind.Message);

    public static bool Query(IChat chat, string arguments)
    {
        var (target, text) = Words.First(arguments);
        if (target.Length == 0)
            return false;

        chat.Current = target;
        chat.Show($"You are talking to {target} now.");
        if (text.Length > 0)
            chat.Do(session => session.Say(target, text));
        return true;
    }

    public static bool Reply(IChat chat, string arguments)
    {
        if (chat.Current is not { } current)
            return false;

        var (nick, text) = Words.First(arguments);
        var answered = text.Length > 0 ? LastOf(chat, current, nick) : null;
        if (answered is null)
            (answered, text) = (LastOfOthers(chat, current), arguments);
        if (text.Length == 0)
            return false;

        if (answered is null)
            chat.Show("There is no message here to reply to.");
        else
            chat.Do(session => session.Say(current, text, MessageKind.Message, answered.MessageId));
        return true;
    }

    public static bool React(IChat chat, string arguments) => React(chat, arguments, isRemoval: false);

    public static bool Unreact(IChat chat, string arguments) => React(chat, arguments, isRemoval: true);

    public static bool Redact(IChat chat, string arguments)
    {
        if (chat.Current is not { } current)
            return false;

        if (!chat.Session.CanRedact)
            chat.Show("This server can't delete messages.");
        else if (chat.Recent.Find(current, said => said.IsOwn) is not { } own)
            chat.Show("There is no message from you here.");
        else
            chat.Do(session => session.Redact(current, own.MessageId!, arguments));
        return true;
    }

    private static bool React(IChat chat, string arguments, bool isRemoval)
    {
        var (reaction, nick) = Words.First(arguments);
        if (reaction.Length == 0 || chat.Current is not { } current)
            return false;

        var target = nick.Length > 0 ? LastOf(chat, current, nick) : LastOfOthers(chat, current);
        if (!chat.Session.CanTag)
            chat.Show("This server does not support reactions.");
        else if (target is null)
            chat.Show("There is no message here to react to.");
        else
            chat.Do(session => session.React(current, target.MessageId!, reaction, isRemoval));
        return true;
    }

    private static Said? LastOfOthers(IChat chat, string conversation) => chat.Recent.Find(conversation, said => !said.IsOwn);

    private static Said? LastOf(IChat chat, string conversation, string nick)
    {
        var mapping = chat.Session.Features.CaseMapping;
        return chat.Recent.Find(conversation, said => mapping.Equals(said.From.Nick, nick.TrimEnd(':', ',')));
    }

    private static bool SayHere(IChat chat, string text, MessageKind kind)
    {
        if (text.Length == 0 || chat.Current is not { } current)
            return false;

        chat.Do(session => session.Say(current, text, kind));
        return true;
    }

    private static bool SayTo(IChat chat, string arguments, MessageKind kind)
    {
        var (target, text) = Words.First(arguments);
        if (text.Length == 0)
            return false;

        chat.Do(session => session.Say(target, text, kind));
        return true;
    }
}
