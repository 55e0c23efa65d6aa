namespace ChatServer.Protocol;

/// <summary>One row of the table of room modes.</summary>
/// <param name="Letter">The letter.</param>
/// <param name="Kind">When it takes a parameter.</param>
/// <param name="Needed">The lowest rank that may change it.</param>
/// <param name="Description">A short description for people.</param>
/// <param name="Flag">The bit it sets; none unless <see cref="ModeKind.Flag"/>.</param>
public sealed record RoomMode(char Letter, ModeKind Kind, MemberModes Needed, string Description, RoomFlags Flag = RoomFlags.None);
