namespace ChatServer.Protocol;

/// <summary>One row of the table of ranks.</summary>
/// <param name="Mode">The bit in a member's modes.</param>
/// <param name="Letter">The letter in MODE.</param>
/// <param name="Prefix">The character before the nickname in NAMES, and before the room as a target.</param>
/// <param name="Description">A short description for people.</param>
public sealed record MemberRank(MemberModes Mode, char Letter, char Prefix, string Description);
