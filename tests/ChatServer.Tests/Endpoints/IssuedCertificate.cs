using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ChatServer.Host.Configuration;

namespace ChatServer.Tests.Endpoints;

/// <summary>PEM files as an authority gives them out: a certificate with the one between it and a root, and its key.</summary>
internal static class IssuedCertificate
{
    /// <summary>Writes a new pair of files, over those of the same name.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="file">What the files' names begin with.</param>
    /// <param name="name">The certificate's name; <c>NAME issuer</c> is its issuer's.</param>
    public static TlsSettings Write(TemporaryFolder folder, string file, string name)
    {
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var issuerKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var issuer = Issue($"{name} issuer", issuerKey, isAuthority: true, "root", rootKey);
        using var own = Issue(name, key, isAuthority: false, $"{name} issuer", issuerKey);
        return new TlsSettings
        {
            Certificate = folder.Write($"{file}.pem", $"{own.ExportCertificatePem()}\n{issuer.ExportCertificatePem()}\n"),
            Key = folder.Write($"{file}.key", key.ExportPkcs8PrivateKeyPem()),
        };
    }

    private static X509Certificate2 Issue(string name, ECDsa key, bool isAuthority, string issuer, ECDsa issuerKey)
    {
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, false, 0, critical: true));
        var now = DateTimeOffset.UtcNow;
        return request.Create(
            new X500DistinguishedName($"CN={issuer}"),
            X509SignatureGenerator.CreateForECDsa(issuerKey),
            now.AddDays(-1),
            now.AddDays(1),
            RandomNumberGenerator.GetBytes(8));
    }
}
