using System.Collections.Immutable;
using ChatClient.Commands;
using ChatClient.Screen;
using ChatClient.Session;

namespace ChatClient.Plain;

/// <summary>Prints what happens, and takes no input. Leaves when its output has no reader left.</summary>
/// <param name="rooms">Prints only what concerns these, and the connection.</param>
/// <param name="print">Prints an event; throws <see cref="IOException"/> when nobody reads.</param>
/// <param name="screen">Where complaints go.</param>
internal sealed class FollowView(ImmutableArray<string> rooms, Action<SessionEvent> print, PlainScreen screen) : IChatView
{
    private IChat _chat = null!;

    /// <inheritdoc/>
    public string? Current { get; set; }

    /// <inheritdoc/>
    public ImmutableArray<SlashCommand> Commands => [];

    /// <inheritdoc/>
    public void Start(IChat chat) => _chat = chat;

    /// <inheritdoc/>
    public void Show(SessionEvent happened)
    {
        if (happened is Confirmed || ConversationOf(happened) is { } conversation && !IsFollowed(conversation))
            return;

        try
        {
            print(happened);
        }
        catch (IOException)
        {
            _chat.Quit(string.Empty);
        }
    }

    /// <inheritdoc/>
    public void Show(string text) => screen.Complain(text);

    /// <inheritdoc/>
    public void Complain(string text) => screen.Complain(text);

    /// <inheritdoc/>
    public void Refresh()
    {
        // Every event is printed when it comes.
    }

    private bool IsFollowed(string conversation) => rooms.Contains(conversation, _chat.Session.Features.CaseMapping);

    // Where an event belongs; null for one that concerns the whole connection.
    private static string? ConversationOf(SessionEvent happened) =>
        happened switch
        {
            Said e => e.Conversation,
            Reacted e => e.Conversation,
            Redacted e => e.Conversation,
            TypingChanged e => e.Conversation,
            HistoryReceived e => e.Conversation,
            ReadMarkerMoved e => e.Conversation,
            _ => null,
        };
}
