namespace ChatServer.Protocol;

/// <summary>One row of a mode table.</summary>
/// <param name="Letter">The letter.</param>
/// <param name="Kind">When it takes a parameter.</param>
/// <param name="Description">A short description for people.</param>
public sealed record ModeDefinition(char Letter, ModeKind Kind, string Description);
