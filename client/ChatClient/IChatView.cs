using System.Collections.Immutable;
using ChatClient.Commands;
using ChatClient.Session;

namespace ChatClient;

/// <summary>Shows a chat and takes what is typed: lines in a plain terminal, a full screen, or a pipe.</summary>
/// <remarks>Only the chat loop calls the members. A view that waits for something, such as keys, does so elsewhere and returns with <see
/// cref="IChat.Post"/>.</remarks>
internal interface IChatView
{
    /// <summary>The room or nick that typed text goes to, or null.</summary>
    string? Current { get; set; }

    /// <summary>Slash commands that concern only this view, such as one that clears it; help lists them among the others.</summary>
    ImmutableArray<SlashCommand> Commands { get; }

    /// <summary>Begins. Called once, before anything else.</summary>
    void Start(IChat chat);

    /// <summary>Shows something that happened, if it is of interest.</summary>
    void Show(SessionEvent happened);

    /// <summary>Shows a line of the program's own, such as help, where the user looks.</summary>
    void Show(string text);

    /// <summary>Complains about the program's surroundings: a file that can't be written, a server that can't be reached.</summary>
    void Complain(string text);

    /// <summary>All pending events have been shown; more may come at once. Called at least once per 64 events.</summary>
    void Refresh();
}
