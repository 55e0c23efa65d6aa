using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Security.Authentication;

namespace ChatClient.Connection;

/// <summary>Opens connections.</summary>
internal static class Connector
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Connects.</summary>
    /// <param name="endpoint">Where to; of several addresses of a name, the first that answers.</param>
    /// <param name="trust">How to check the server's certificate.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ConnectionFailedException">Not reachable, or not to be trusted; its message is for people.</exception>
    public static async Task<IrcConnection> ConnectAsync(Endpoint endpoint, CertificateTrust trust, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            return endpoint.Transport is Transport.Tcp or Transport.Tls
                ? await OpenSocketAsync(endpoint, trust, patience.Token)
                : await OpenWebSocketAsync(endpoint, trust, patience.Token);
        }
        catch (OperationCanceledException error) when (!cancellation.IsCancellationRequested)
        {
            throw new ConnectionFailedException($"no answer within {Patience.TotalSeconds:0} seconds", error);
        }
        catch (Exception error) when (error is SocketException or IOException)
        {
            throw new ConnectionFailedException(error.Message, error);
        }
    }

    private static async Task<IrcConnection> OpenSocketAsync(Endpoint endpoint, CertificateTrust trust, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(new DnsEndPoint(endpoint.Host, endpoint.Port), cancellation);
            var stream = new NetworkStream(socket, ownsSocket: true);
            if (!endpoint.IsSecure)
                return new StreamConnection(stream, security: null);

            var secure = await SecureAsync(stream, endpoint, trust, cancellation);
            return new StreamConnection(secure, NameOf(secure.SslProtocol));
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task<SslStream> SecureAsync(
        Stream plain, Endpoint endpoint, CertificateTrust trust, CancellationToken cancellation)
    {
        var judge = new CertificateJudge(endpoint.Authority, endpoint.Host, trust);
        var secure = new SslStream(plain, leaveInnerStreamOpen: false);
        try
        {
            await secure.AuthenticateAsClientAsync(OptionsFor(endpoint, trust, judge), cancellation);
            return secure;
        }
        catch (AuthenticationException error)
        {
            await secure.DisposeAsync();
            throw Untrusted(judge, endpoint, error);
        }
        catch (IOException error)
        {
            await secure.DisposeAsync();
            throw new ConnectionFailedException($"no TLS on this port: {error.Message}", error);
        }
    }

    private static async Task<IrcConnection> OpenWebSocketAsync(Endpoint endpoint, CertificateTrust trust, CancellationToken cancellation)
    {
        var judge = new CertificateJudge(endpoint.Authority, endpoint.Host, trust);
        var handler = new SocketsHttpHandler { SslOptions = OptionsFor(endpoint, trust, judge) };
        var invoker = new HttpMessageInvoker(handler, disposeHandler: true);
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol(WebSocketConnection.TextProtocol);
        try
        {
            await socket.ConnectAsync(new Uri(endpoint.ToString()), invoker, cancellation);
            return new WebSocketConnection(socket, invoker, endpoint.IsSecure ? "TLS" : null);
        }
        catch (WebSocketException error)
        {
            socket.Dispose();
            invoker.Dispose();
            throw judge.Doubt is null
                ? new ConnectionFailedException(error.InnerException?.Message ?? error.Message, error)
                : Untrusted(judge, endpoint, error);
        }
        catch
        {
            socket.Dispose();
            invoker.Dispose();
            throw;
        }
    }

    private static SslClientAuthenticationOptions OptionsFor(Endpoint endpoint, CertificateTrust trust, CertificateJudge judge) =>
        new()
        {
            TargetHost = endpoint.Host,
            RemoteCertificateValidationCallback = judge.Accept,
            ClientCertificates = trust.Own is null ? null : [trust.Own],
        };

    private static ConnectionFailedException Untrusted(CertificateJudge judge, Endpoint endpoint, Exception error) =>
        judge.Doubt is { } doubt
            ? new ConnectionFailedException(CertificateJudge.Describe(doubt, endpoint.Host), error) { Doubt = doubt }
            : new ConnectionFailedException($"no TLS: {error.Message}", error);

    private static string NameOf(SslProtocols protocol) =>
        protocol switch
        {
            SslProtocols.Tls12 => "TLS 1.2",
            SslProtocols.Tls13 => "TLS 1.3",
            _ => "TLS",
        };
}
