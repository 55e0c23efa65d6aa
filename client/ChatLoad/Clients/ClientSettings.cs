using ChatLoad.Wire;

namespace ChatLoad.Clients;

/// <summary>What all clients of a run have in common.</summary>
/// <param name="Loop">The loop they belong to.</param>
/// <param name="Target">The server.</param>
/// <param name="NickPrefix">What their nicks begin with.</param>
/// <param name="Capabilities">Capabilities they request, separated by spaces; may be empty.</param>
/// <param name="Password">The server's password, or null.</param>
/// <param name="Payload">Length of a message's text, in bytes.</param>
/// <param name="Run">Number of the run.</param>
internal sealed record ClientSettings(
    EventLoop Loop, Target Target, string NickPrefix, string Capabilities, string? Password, int Payload, uint Run);
