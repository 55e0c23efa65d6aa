namespace ChatServer.Engine.History;

/// <summary>Where conversations are kept, so that they can be read again.</summary>
/// <remarks>Any thread. In memory it is <see cref="RecentHistoryStore"/>; one that outlives the process is a project of its own.</remarks>
public interface IHistoryStore
{
    /// <summary>The history of one conversation, with whatever is kept of it already.</summary>
    /// <param name="conversation">Which.</param>
    IConversationHistory Open(Conversation conversation);
}
