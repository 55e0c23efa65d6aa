using ChatClient.Session;
using ChatServer.Protocol;

namespace ChatClient.Commands;

/// <summary>What a slash command may do.</summary>
internal interface ICommandTarget
{
    /// <summary>The room or nick that typed text goes to, or null.</summary>
    string? Current { get; set; }

    /// <summary>Our nick.</summary>
    string Nick { get; }

    /// <summary>Whether a name is a room's.</summary>
    bool IsRoom(string name);

    /// <summary>Sends a command.</summary>
    void Send(IrcMessage line);

    /// <summary>Says something.</summary>
    void Say(string target, string text, MessageKind kind);

    /// <summary>Shows a line to the user only.</summary>
    void Show(string text);

    /// <summary>Leaves the server when everything before has been sent.</summary>
    void Quit(string reason);
}
