using ChatServer.Protocol;

namespace ChatServer.Domain.Rooms;

/// <summary>What mode rules need to know besides the room.</summary>
/// <param name="Now">The time, UTC.</param>
/// <param name="CaseMapping">The server's case mapping.</param>
/// <param name="ListEntries">How many entries a list mode may have.</param>
/// <param name="KeyLength">How long a key may be. Unit: bytes.</param>
public readonly record struct ModeContext(DateTimeOffset Now, CaseMapping CaseMapping, int ListEntries, int KeyLength);
