using ChatServer.Domain.Events;
using ChatServer.Engine.Settings;
using ChatServer.Protocol;

namespace ChatServer.Engine.History;

/// <summary>Which events are kept, and which of them count as messages. Pure.</summary>
public static class HistoryRules
{
    /// <summary>Whether an event is kept.</summary>
    /// <param name="chatEvent">An event that everybody in the conversation was told.</param>
    /// <param name="settings">What the server keeps.</param>
    /// <remarks>A message without text is kept when it has one of <see cref="HistorySettings.StoredTagMessages"/>: most of them, such as
    /// "is typing", mean nothing later. Source: IRCv3 draft/event-playback for the others.</remarks>
    public static bool IsKept(ChatEvent chatEvent, HistorySettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return chatEvent switch
        {
            MessageSent { Kind: MessageKind.TagsOnly } message => HasOneOf(message.ClientTags, settings.StoredTagMessages),
            MessageSent or UserJoined or UserParted or UserKicked or UserQuit or UserRenamed or TopicChanged or RoomModesChanged => true,
            _ => false,
        };
    }

    /// <summary>Whether an event is a message with text, which every client that reads history understands.</summary>
    /// <param name="chatEvent">Any event.</param>
    public static bool IsSpoken(ChatEvent chatEvent) => chatEvent is MessageSent { Kind: not MessageKind.TagsOnly };

    private static bool HasOneOf(WireText tags, IReadOnlyList<string> names)
    {
        foreach (var tag in new TagSection(tags.Span))
        {
            foreach (var name in names)
            {
                if (System.Text.Ascii.Equals(tag.Key, name)) return true;
            }
        }

        return false;
    }
}
