namespace ChatServer.Protocol;

/// <summary>One letter of a MODE command.</summary>
/// <param name="Adding">Whether the letter follows a <c>+</c>.</param>
/// <param name="Letter">The letter.</param>
/// <param name="Parameter">Its parameter; null if it takes none.</param>
public readonly record struct ModeChange(bool Adding, char Letter, string? Parameter = null);
