using System.Collections.Immutable;

namespace ChatClient.Session;

/// <summary>A piece of history has arrived from the server. Source: IRCv3 chathistory.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Conversation">The conversation that it belongs to.</param>
/// <param name="Span">Which piece it is; this decides where the entries go.</param>
/// <param name="Entries">The events, oldest first: <see cref="Said"/>, <see cref="Reacted"/>, <see cref="Redacted"/>, joins, and so on.
/// None of them changes the session's state. Messages that were received before, live or in another piece, are left out.</param>
/// <param name="IsComplete">Whether the server has nothing more in this direction.</param>
internal sealed record HistoryReceived(
    DateTimeOffset Time, string Conversation, HistorySpan Span, ImmutableArray<SessionEvent> Entries, bool IsComplete)
    : SessionEvent(Time);

/// <summary>A request for history was refused.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Conversation">The conversation.</param>
/// <param name="Span">Which piece was requested.</param>
/// <param name="Reason">The server's text.</param>
internal sealed record HistoryRefused(DateTimeOffset Time, string Conversation, HistorySpan Span, string Reason) : SessionEvent(Time);
