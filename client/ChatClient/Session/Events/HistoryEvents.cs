using System.Collections.Immutable;

namespace ChatClient.Session;

/// <summary>A piece of what was said before came from the server. Source: IRCv3 chathistory.</summary>
/// <param name="Time">When.</param>
/// <param name="Conversation">Where it belongs.</param>
/// <param name="Span">Which piece: it says where the entries go.</param>
/// <param name="Entries">What happened, the oldest first: <see cref="Said"/>, <see cref="Reacted"/>, <see cref="Redacted"/>, joins, and
/// so on. Nothing of it changes the session's state. Messages that came before, live or in another piece, are left out.</param>
/// <param name="IsComplete">Whether there is nothing more in this direction.</param>
internal sealed record HistoryReceived(
    DateTimeOffset Time, string Conversation, HistorySpan Span, ImmutableArray<SessionEvent> Entries, bool IsComplete)
    : SessionEvent(Time);

/// <summary>A request for history was refused.</summary>
/// <param name="Time">When.</param>
/// <param name="Conversation">Which one's.</param>
/// <param name="Span">Which piece.</param>
/// <param name="Reason">What the server said.</param>
internal sealed record HistoryRefused(DateTimeOffset Time, string Conversation, HistorySpan Span, string Reason) : SessionEvent(Time);
