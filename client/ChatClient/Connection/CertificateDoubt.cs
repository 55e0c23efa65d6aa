namespace ChatClient.Connection;

/// <summary>Why a server's certificate is not trusted.</summary>
/// <param name="Server">Host and port.</param>
/// <param name="Fingerprint">SHA-256 of the certificate, in lower-case hexadecimal.</param>
/// <param name="Reason">What is wrong with it, for people; fits after a colon.</param>
/// <param name="Remembered">The fingerprint that was trusted before, if it was different, or null.</param>
internal sealed record CertificateDoubt(string Server, string Fingerprint, string Reason, string? Remembered);
