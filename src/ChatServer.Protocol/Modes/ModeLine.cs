using System.Collections.Immutable;

namespace ChatServer.Protocol;

/// <summary>The mode changes of one MODE message.</summary>
/// <param name="Modes">The mode string, such as <c>+ov-b</c>; empty for no changes.</param>
/// <param name="Parameters">The parameters, in the order of their letters.</param>
public sealed record ModeLine(string Modes, ImmutableArray<string> Parameters)
{
    /// <summary>As on the wire: <c>+ov-b alice bob *!*@example.org</c>.</summary>
    public override string ToString() => Parameters.IsEmpty ? Modes : $"{Modes} {string.Join(' ', Parameters)}";
}
