using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ChatServer.Host.Configuration;

namespace ChatServer.Host.Endpoints;

/// <summary>A certificate with its private key, and the certificates that lead from it to a root.</summary>
internal sealed record ServerCertificate(X509Certificate2 Leaf, X509Certificate2Collection Chain)
{
    /// <summary>The same, ready for handshakes; connections share it, so that TLS sessions can be resumed.</summary>
    public SslStreamCertificateContext Context { get; } = SslStreamCertificateContext.Create(Leaf, Chain);

    /// <summary>Reads the PEM files of several endpoints.</summary>
    /// <param name="endpoints">Each endpoint's key in the configuration, such as <c>Endpoints:0</c>, and where its files are; null for one
    /// that needs none.</param>
    /// <returns>As many, in the same order; null where none is needed.</returns>
    /// <exception cref="StartException">Files can't be read, or two don't belong together; all of them are named.</exception>
    public static IReadOnlyList<ServerCertificate?> Load(IEnumerable<(string Key, TlsSettings? Tls)> endpoints)
    {
        var problems = new List<string>();
        List<ServerCertificate?> certificates =
            [.. endpoints.Select(endpoint => endpoint.Tls is { } tls ? Load(endpoint.Key, tls, problems) : null)];
        return problems.Count == 0 ? certificates : throw new StartException(string.Join(Environment.NewLine, problems));
    }

    /// <summary>Makes a self-signed certificate for this machine and <paramref name="serverName"/>; it lives in memory only.</summary>
    public static ServerCertificate SelfSigned(string serverName, TimeProvider time)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={serverName}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(serverName);
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        request.CertificateExtensions.Add(names.Build());

        // A day's tolerance for clocks that are behind ours.
        var now = time.GetUtcNow();
        var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(1));
        return new(certificate, [certificate]);
    }

    private static ServerCertificate? Load(string key, TlsSettings tls, List<string> problems)
    {
        var certificate = Read($"{key}:Tls:Certificate", tls.Certificate, problems);
        var privateKey = Read($"{key}:Tls:Key", tls.Key, problems);
        if (certificate is null || privateKey is null) return null;
        try
        {
            var chain = new X509Certificate2Collection();
            chain.ImportFromPem(certificate);
            return new(X509Certificate2.CreateFromPem(certificate, privateKey), chain);
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException)
        {
            problems.Add(
                $"{key}:Tls is \"{tls.Certificate}\" and \"{tls.Key}\", "
                + $"but must be a PEM certificate and its private key: {fault.Message}");
            return null;
        }
    }

    private static string? Read(string key, string path, List<string> problems)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            problems.Add($"{key} is \"{path}\", but must be a PEM file that can be read: {fault.Message}");
            return null;
        }
    }
}
