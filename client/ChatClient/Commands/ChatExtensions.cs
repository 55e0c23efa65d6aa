using ChatServer.Protocol;

namespace ChatClient.Commands;

/// <summary>What most commands need of a chat.</summary>
internal static class ChatExtensions
{
    /// <summary>Sends a command.</summary>
    public static void Send(this IChat chat, IrcMessage line) => chat.Do(session => session.Submit(line));

    /// <summary>Whether a name is a room's.</summary>
    public static bool IsRoom(this IChat chat, string name) => chat.Session.Features.IsRoom(name);
}
