namespace ChatServer.Engine.History;

/// <summary>Stores conversations.</summary>
/// <remarks>Any thread. <see cref="RecentHistoryStore"/> keeps them in memory; a store that outlives the process would be a project of its
/// own.</remarks>
public interface IHistoryStore
{
    /// <summary>The history of one conversation, with whatever is kept of it already.</summary>
    /// <param name="conversation">Which.</param>
    IConversationHistory Open(Conversation conversation);
}
