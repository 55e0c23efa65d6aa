namespace ChatServer.Host.Endpoints;

/// <summary>What a TLS endpoint shows to who connects: a certificate that can be replaced while the server runs. Any thread.</summary>
internal sealed class EndpointCertificate(ServerCertificate first)
{
    private volatile ServerCertificate _current = first;

    /// <summary>The certificate as it stands. Connections that are open keep the one they have seen.</summary>
    public ServerCertificate Current
    {
        get => _current;
        set => _current = value;
    }
}
