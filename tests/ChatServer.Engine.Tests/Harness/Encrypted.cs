using System.Net.Security;
using System.Security.Authentication;
using Microsoft.AspNetCore.Connections.Features;

namespace ChatServer.Engine.Tests.Harness;

/// <summary>What TLS leaves behind on a connection.</summary>
internal sealed class Encrypted : ITlsHandshakeFeature
{
    public SslProtocols Protocol => SslProtocols.Tls13;

    public TlsCipherSuite? NegotiatedCipherSuite => TlsCipherSuite.TLS_AES_128_GCM_SHA256;

    public string HostName => "test.example";

#pragma warning disable SYSLIB0058 // The interface still has them; nobody reads them.
    public CipherAlgorithmType CipherAlgorithm => CipherAlgorithmType.None;

    public int CipherStrength => 0;

    public HashAlgorithmType HashAlgorithm => HashAlgorithmType.None;

    public int HashStrength => 0;

    public ExchangeAlgorithmType KeyExchangeAlgorithm => ExchangeAlgorithmType.None;

    public int KeyExchangeStrength => 0;
#pragma warning restore SYSLIB0058
}
