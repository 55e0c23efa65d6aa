using System.Collections.Immutable;
using ChatClient.Commands;
using ChatClient.Session;

namespace ChatClient;

/// <summary>The chat as views and slash commands use it.</summary>
/// <remarks>Everything but <see cref="Post"/> belongs to the chat loop: use it when <see cref="IChatView"/> is called, and in posted
/// actions.</remarks>
internal interface IChat
{
    /// <summary>The session, read-only. Changes go through <see cref="Do"/>.</summary>
    IrcSession Session { get; }

    /// <summary>All slash commands, those of the view among them, in the order of help.</summary>
    ImmutableArray<SlashCommand> Commands { get; }

    /// <summary>The last messages of each conversation, for commands that refer to one.</summary>
    RecentMessages Recent { get; }

    /// <summary>Who is ignored.</summary>
    IgnoreList Ignored { get; }

    /// <summary>The room or nick that typed text goes to, or null. The view decides.</summary>
    string? Current { get; set; }

    /// <summary>Whether the server has answered for the rooms of the command line, so that input makes sense.</summary>
    bool IsSettled { get; }

    /// <summary>Gives the session an input, sends its output, and shows its events.</summary>
    void Do(Func<IrcSession, SessionStep> input);

    /// <summary>Handles a line as if it had been typed: text for the current conversation, a slash command, or the answer to a question of
    /// ours. Text may have several lines.</summary>
    void Type(string line);

    /// <summary>Shows a line to the user only.</summary>
    void Show(string text);

    /// <summary>Drops the connection, if there is one, and reconnects at once.</summary>
    void Reconnect();

    /// <summary>Leaves the server, when everything typed before has been sent.</summary>
    /// <param name="reason">Parting words; may be empty.</param>
    void Quit(string reason);

    /// <summary>Makes the chat loop run an action, after those already queued. Any thread. Does nothing once the chat is over.</summary>
    ValueTask Post(Action action);
}
