using System.Collections.Immutable;
using ChatServer.Domain.Events;

namespace ChatServer.Engine.History;

/// <summary>A part of a conversation.</summary>
/// <param name="Events">Exactly as they were first delivered, in the conversation's order; empty when nothing is kept.</param>
public sealed record HistoryPage(ImmutableArray<ChatEvent> Events) : IAnswer;

/// <summary>When somebody last spoke in a conversation.</summary>
/// <param name="Time">UTC; null when nothing that was said is kept.</param>
public sealed record LastSpoken(DateTimeOffset? Time) : IAnswer;
