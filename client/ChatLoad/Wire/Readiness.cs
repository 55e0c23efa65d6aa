namespace ChatLoad.Wire;

/// <summary>What a socket is ready for.</summary>
/// <param name="Token">Which socket.</param>
/// <param name="CanRead">There is something to read: bytes, an end or an error.</param>
/// <param name="CanWrite">It takes bytes again, or has just been connected.</param>
/// <param name="IsEnding">The peer has closed, or something broke: read until nothing is left.</param>
internal readonly record struct Readiness(int Token, bool CanRead, bool CanWrite, bool IsEnding);
