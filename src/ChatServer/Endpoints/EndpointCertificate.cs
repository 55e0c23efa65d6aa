namespace ChatServer.Host.Endpoints;

/// <summary>The certificate of a TLS endpoint, which can be replaced while the server runs. Any thread.</summary>
internal sealed class EndpointCertificate(ServerCertificate first)
{
    private volatile ServerCertificate _current = first;

    /// <summary>The current certificate. Open connections keep the one they have seen.</summary>
    public ServerCertificate Current
    {
        get => _current;
        set => _current = value;
    }
}
