namespace ChatClient.Session;

/// <summary>How to log in to an account. Source: IRCv3 sasl-3.2.</summary>
/// <param name="Account">The account; empty with EXTERNAL when the certificate alone says who we are.</param>
/// <param name="Password">The password; null for EXTERNAL.</param>
/// <param name="Mechanism">PLAIN, EXTERNAL or SCRAM-SHA-256; null for the best that the server offers and a password allows.</param>
/// <param name="IsRequired">Whether to leave when it fails, rather than go on without an account.</param>
internal sealed record SaslCredentials(string Account, string? Password, string? Mechanism = null, bool IsRequired = false)
{
    /// <summary>Whether the password may go to the server as it is (PLAIN) although <see cref="Mechanism"/> does not ask for that: where
    /// TLS protects it, or nobody is on the way.</summary>
    public bool MaySendPassword { get; init; } = true;
}
