using ChatClient.Session;

namespace ChatClient;

/// <summary>Is told everything that happens, besides the view: logs.</summary>
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
