using System.Collections.Immutable;

namespace ChatClient.CommandLine;

/// <summary>What the command line asked for.</summary>
/// <param name="Host">Name or address.</param>
/// <param name="Port">Port.</param>
/// <param name="Nick">Wished nick.</param>
/// <param name="Rooms">Rooms to join, in order.</param>
/// <param name="UseTls">Whether to use TLS.</param>
/// <param name="TrustAnything">Whether to go on with a certificate that can't be trusted.</param>
/// <param name="Password">Where the password comes from.</param>
/// <param name="Once">Whether to send standard input and leave.</param>
internal sealed record ChatOptions(
    string Host, int Port, string Nick, ImmutableArray<string> Rooms, bool UseTls, bool TrustAnything, PasswordSource Password, bool Once);
