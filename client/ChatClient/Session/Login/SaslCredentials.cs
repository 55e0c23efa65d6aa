namespace ChatClient.Session;

/// <summary>How to log in to an account. Source: IRCv3 sasl-3.2.</summary>
/// <param name="Account">The account. May be empty with EXTERNAL, if the certificate alone identifies us.</param>
/// <param name="Password">The password; null for EXTERNAL.</param>
/// <param name="Mechanism">PLAIN, EXTERNAL or SCRAM-SHA-256; null for the best one that the server offers and the password allows.</param>
/// <param name="IsRequired">Whether to disconnect if login fails, rather than continue without an account.</param>
internal sealed record SaslCredentials(string Account, string? Password, string? Mechanism = null, bool IsRequired = false)
{
    /// <summary>Whether the password itself may be sent (PLAIN) although <see cref="Mechanism"/> does not ask for that: when TLS protects
    /// the connection, or the server is on this machine.</summary>
    public bool MaySendPassword { get; init; } = true;
}
