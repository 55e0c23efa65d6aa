using System.Collections.Immutable;
using System.Text;

namespace ChatServer.Protocol;

/// <summary>The request of a MODE command.</summary>
/// <param name="Changes">The changes, in order.</param>
/// <param name="Queries">Letters of lists to show, each once (<c>MODE #room +b</c>).</param>
/// <param name="Unknown">Letters that are not in the table, each once: 472 for a room, 501 for a user.</param>
/// <param name="Missing">Changes whose parameter is missing: 696.</param>
public sealed record ModeRequest(
    ImmutableArray<ModeChange> Changes,
    ImmutableArray<char> Queries,
    ImmutableArray<Rune> Unknown,
    ImmutableArray<ModeChange> Missing);
