using System.Security.Cryptography.X509Certificates;

namespace ChatClient.Connection;

/// <summary>Which certificates are trusted, and which one we present.</summary>
/// <param name="Known">The fingerprints that the user has trusted.</param>
internal sealed record CertificateTrust(KnownCertificates Known)
{
    /// <summary>A fingerprint that the certificate must have, SHA-256 in hexadecimal, whoever signed it; or null.</summary>
    public string? Pinned { get; init; }

    /// <summary>Whether to accept any certificate.</summary>
    public bool TrustAnything { get; init; }

    /// <summary>Told, in one line for people, when that happens.</summary>
    public Action<string> Warn { get; init; } = _ => { };

    /// <summary>Our own certificate with its key, for SASL EXTERNAL, or null.</summary>
    public X509Certificate2? Own { get; init; }
}
