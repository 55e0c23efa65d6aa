using System.Collections.Immutable;
using ChatClient.Commands;
using ChatClient.Session;

namespace ChatClient;

/// <summary>A chat, for those who act in it: views and slash commands.</summary>
/// <remarks>All but <see cref="Post"/> belong to the chat loop: to what <see cref="IChatView"/> is called for, and to posted
/// actions.</remarks>
internal interface IChat
{
    /// <summary>The session, to be looked at. What changes it goes through <see cref="Do"/>.</summary>
    IrcSession Session { get; }

    /// <summary>All slash commands, those of the view among them, in the order of help.</summary>
    ImmutableArray<SlashCommand> Commands { get; }

    /// <summary>The last messages of each conversation, for commands that refer to one.</summary>
    RecentMessages Recent { get; }

    /// <summary>Who is not listened to.</summary>
    IgnoreList Ignored { get; }

    /// <summary>The room or nick that typed text goes to, or null. It is the view's.</summary>
    string? Current { get; set; }

    /// <summary>Whether the rooms of the command line have been answered, so that input makes sense.</summary>
    bool IsSettled { get; }

    /// <summary>Gives the session an input, sends what it wants sent, and shows what happens.</summary>
    void Do(Func<IrcSession, SessionStep> input);

    /// <summary>Takes a line as if it had been typed: text for the current conversation, a slash command, or the answer to a
    /// question of ours. Text may have several lines.</summary>
    void Type(string line);

    /// <summary>Shows a line to the user only.</summary>
    void Show(string text);

    /// <summary>Drops the connection, if there is one, and makes another at once.</summary>
    void Reconnect();

    /// <summary>Leaves the server, when everything typed before has been sent.</summary>
    /// <param name="reason">Parting words; may be empty.</param>
    void Quit(string reason);

    /// <summary>Lets the chat loop run an action, after what waits already. Any thread. Nothing happens once the chat is over.</summary>
    ValueTask Post(Action action);
}
