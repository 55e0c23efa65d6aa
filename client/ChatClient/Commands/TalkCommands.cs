using ChatClient.Session;

namespace ChatClient.Commands;

/// <summary>Commands that say something.</summary>
internal static class TalkCommands
{
    public static bool Message(ICommandTarget chat, string arguments) => SayTo(chat, arguments, MessageKind.Message);

    public static bool Notice(ICommandTarget chat, string arguments) => SayTo(chat, arguments, MessageKind.Notice);

    public static bool Query(ICommandTarget chat, string arguments)
    {
        var (target, text) = Words.First(arguments);
        if (target.Length == 0)
            return false;

        chat.Current = target;
        chat.Show($"You are talking to {target} now.");
        if (text.Length > 0)
            chat.Say(target, text, MessageKind.Message);
        return true;
    }

    public static bool Act(ICommandTarget chat, string arguments)
    {
        if (arguments.Length == 0 || chat.Current is not { } current)
            return false;

        chat.Say(current, arguments, MessageKind.Action);
        return true;
    }

    private static bool SayTo(ICommandTarget chat, string arguments, MessageKind kind)
    {
        var (target, text) = Words.First(arguments);
        if (text.Length == 0)
            return false;

        chat.Say(target, text, kind);
        return true;
    }
}
