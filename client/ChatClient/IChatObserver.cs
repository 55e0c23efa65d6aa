using ChatClient.Session;

namespace ChatClient;

/// <summary>Hears of everything that happens, beside the view: logs.</summary>
/// <remarks>Called by the chat loop only.</remarks>
internal interface IChatObserver
{
    /// <summary>Something happened.</summary>
    /// <param name="happened">What.</param>
    /// <param name="session">The session, as it is after it.</param>
    void Note(SessionEvent happened, IrcSession session);

    /// <summary>Nothing more will happen.</summary>
    void Finish();
}
