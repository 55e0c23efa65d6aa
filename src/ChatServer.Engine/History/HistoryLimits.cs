namespace ChatServer.Engine.History;

/// <summary>How much of a conversation is kept in memory.</summary>
/// <param name="Events">How many events; 0 keeps none.</param>
/// <param name="MaxAge">For how long; zero for no limit.</param>
public readonly record struct HistoryLimits(int Events, TimeSpan MaxAge);
