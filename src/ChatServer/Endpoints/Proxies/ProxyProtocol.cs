using System.Net;
using ChatServer.Engine.Connections;
using ChatServer.Host.Configuration;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.Extensions.Logging;

namespace ChatServer.Host.Endpoints.Proxies;

/// <summary>Takes the header of the PROXY protocol off a connection, before TLS and everything else, and puts the client's address in
/// place of the proxy's.</summary>
/// <remarks>Any thread. A header is read only from trusted proxies; from anybody else it is garbage like any other.</remarks>
internal sealed class ProxyProtocol(
    ConnectionDelegate next, ProxyHeader expected, AddressRanges trusted, TimeProvider time, ILogger<ProxyProtocol> log)
{
    /// <summary>How long the header may take. Where none is required, a client that waits for the server to speak first waits as
    /// long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task HandleAsync(ConnectionContext connection)
    {
        var peer = (connection.RemoteEndPoint as IPEndPoint)?.Address;
        var verdict = peer is not null && trusted.Contains(peer) ? await TakeHeaderAsync(connection) : HeaderVerdict.None;
        if (verdict == HeaderVerdict.Header || (verdict != HeaderVerdict.Malformed && expected != ProxyHeader.Required))
            await next(connection);
        else
            log.LogDebug("A connection from {Address} has no valid PROXY header; it is closed", peer);
    }

    private async Task<HeaderVerdict> TakeHeaderAsync(ConnectionContext connection)
    {
        var ending = connection.Features.Get<IConnectionLifetimeNotificationFeature>()?.ConnectionClosedRequested ?? CancellationToken.None;
        using var patience = new CancellationTokenSource(Patience, time);
        using var patienceOrEnd = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, ending);
        try
        {
            return await TakeHeaderAsync(connection, patienceOrEnd.Token);
        }
        catch (OperationCanceledException)
        {
            return HeaderVerdict.NeedMore;
        }
        catch (IOException)
        {
            // The client has gone; resets are ordinary.
            return HeaderVerdict.Malformed;
        }
    }

    private static async Task<HeaderVerdict> TakeHeaderAsync(ConnectionContext connection, CancellationToken cancellation)
    {
        var input = connection.Transport.Input;
        while (true)
        {
            var read = await input.ReadAsync(cancellation);
            var rest = read.Buffer;
            var verdict = ProxyHeaderReader.Read(ref rest, out var source);
            if (verdict == HeaderVerdict.NeedMore && !read.IsCompleted)
            {
                input.AdvanceTo(rest.Start, rest.End);
                continue;
            }

            // Nothing is marked as examined, so that the next reader gets the rest at once.
            input.AdvanceTo(rest.Start);
            if (source is not null) connection.RemoteEndPoint = source;
            return verdict;
        }
    }
}
