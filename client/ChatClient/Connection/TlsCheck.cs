using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ChatClient.Connection;

/// <summary>Puts TLS over a connection and judges the server's certificate.</summary>
/// <param name="trustAnything">Whether to go on with a certificate that can't be trusted.</param>
/// <param name="warn">Told, in one line for people, when that happens.</param>
public sealed class TlsCheck(bool trustAnything, Action<string> warn)
{
    /// <summary>Shakes hands.</summary>
    /// <exception cref="ConnectionFailedException">Not TLS, or a certificate that can't be trusted.</exception>
    public async Task<Stream> SecureAsync(Stream plain, string host, CancellationToken cancellation)
    {
        var fault = string.Empty;
        var secure = new SslStream(plain, leaveInnerStreamOpen: false);
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = host,
            RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
            {
                if (errors == SslPolicyErrors.None)
                    return true;

                fault = $"the certificate of {host} can't be trusted: {Explain(errors, chain)} (SHA-256 {FingerprintOf(certificate)})";
                if (trustAnything)
                    warn($"{fault}; going on because of --tls-insecure: anyone on the way may be reading along");
                return trustAnything;
            },
        };

        try
        {
            await secure.AuthenticateAsClientAsync(options, cancellation);
            return secure;
        }
        catch (AuthenticationException error)
        {
            await secure.DisposeAsync();
            throw new ConnectionFailedException(
                fault.Length > 0 ? $"{fault}. If you know this server, --tls-insecure connects anyway" : $"no TLS: {error.Message}", error);
        }
        catch (IOException error)
        {
            await secure.DisposeAsync();
            throw new ConnectionFailedException($"no TLS on this port: {error.Message}", error);
        }
    }

    private static string Explain(SslPolicyErrors errors, X509Chain? chain)
    {
        var reasons = new List<string>();
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
            reasons.Add("there is none");
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
