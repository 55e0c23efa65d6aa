using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ChatClient.Connection;

/// <summary>Judges the certificate of one server during one handshake.</summary>
/// <param name="server">Host and port.</param>
/// <param name="host">The name that the certificate must be for.</param>
/// <param name="trust">What is trusted.</param>
internal sealed class CertificateJudge(string server, string host, CertificateTrust trust)
{
    // Read before the handshake: the callback has no way to report that the file can't be read.
    private readonly string? _remembered = trust.Known.Find(server);

    /// <summary>What was wrong, if the certificate was not accepted.</summary>
    public CertificateDoubt? Doubt { get; private set; }

    /// <summary>Decides; a <see cref="RemoteCertificateValidationCallback"/>.</summary>
    public bool Accept(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        var fingerprint = FingerprintOf(certificate);
        if (trust.Pinned is { } pinned)
        {
            var isPinned = fingerprint.Equals(pinned, StringComparison.OrdinalIgnoreCase);
            if (!isPinned)
                Doubt = new CertificateDoubt(server, fingerprint, "its fingerprint does not match", Remembered: null);
            return isPinned;
        }

        if (errors == SslPolicyErrors.None || fingerprint == _remembered)
            return true;

        Doubt = new CertificateDoubt(server, fingerprint, Explain(errors, chain), _remembered);
        if (trust.TrustAnything)
            trust.Warn($"{Describe(Doubt, host)}; continuing because of --tls-insecure, but others may be able to read this connection");
        return trust.TrustAnything;
    }

    /// <summary>A doubt in one line for people.</summary>
    public static string Describe(CertificateDoubt doubt, string host)
    {
        var change = doubt.Remembered is null ? string.Empty : $", and it is not the one you trusted before ({doubt.Remembered})";
        return $"the certificate of {host} can't be trusted: {doubt.Reason}{change} (SHA-256 {doubt.Fingerprint})";
    }

    private static string Explain(SslPolicyErrors errors, X509Chain? chain)
    {
        var reasons = new List<string>();
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
            reasons.Add("the server sent none");
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            reasons.Add("it is for another name");
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors))
            reasons.AddRange((chain?.ChainStatus ?? []).Select(status => Explain(status)).Distinct());
        return string.Join(", ", reasons);
    }

    private static string Explain(X509ChainStatus status) =>
        status.Status switch
        {
            X509ChainStatusFlags.NotTimeValid => "it has expired or is not valid yet",
            X509ChainStatusFlags.UntrustedRoot => "it is self-signed, or signed by an authority that this machine does not know",
            X509ChainStatusFlags.PartialChain => "its authority is not known to this machine",
            X509ChainStatusFlags.Revoked => "it was revoked",
            _ => status.StatusInformation.Trim(),
        };

    private static string FingerprintOf(X509Certificate? certificate) =>
        certificate is null ? "none" : Convert.ToHexStringLower(certificate.GetCertHash(HashAlgorithmName.SHA256));
}
