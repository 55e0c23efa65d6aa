using ChatClient.Session;

namespace ChatClient;

/// <summary>Receives every event, in addition to the view. Logs do.</summary>
/// <remarks>Called by the chat loop only.</remarks>
internal interface IChatObserver
{
    /// <summary>Something happened.</summary>
    /// <param name="happened">What.</param>
    /// <param name="session">The session after the event.</param>
    void Note(SessionEvent happened, IrcSession session);

    /// <summary>Nothing more will happen.</summary>
    void Finish();
}
