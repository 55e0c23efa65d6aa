using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;

namespace ChatServer.Host.Endpoints.WebSockets;

/// <summary>Bounds how many connections of a WebSocket endpoint may be open that have not become WebSockets yet: the listener, which
/// enforces the other limits, does not see these.</summary>
/// <remarks>Any thread. One for each endpoint; Kestrel's own limit would count raw connections of other endpoints too.</remarks>
internal sealed class Antechamber(ConnectionDelegate next, int most, ILogger<Antechamber> log)
{
    private int _waiting;

    public async Task HandleAsync(ConnectionContext connection)
    {
        var stay = new Stay(this);
        try
        {
            // Counting first and checking then: otherwise two that come at once could both take the last place.
            if (Interlocked.Increment(ref _waiting) > most)
            {
                log.LogInformation("{Address} is refused: too many open HTTP connections", connection.RemoteEndPoint);
                connection.Abort(new ConnectionAbortedException("Too many open HTTP connections"));
                return;
            }

            connection.Features.Set(stay);
            await next(connection);
        }
        finally
        {
            stay.End();
        }
    }

    /// <summary>How long one connection counts. A feature of the connection, and so of its requests.</summary>
    internal sealed class Stay(Antechamber chamber)
    {
        private int _hasEnded;

        /// <summary>The connection no longer counts: it has become a WebSocket, or is closed. Harmless when called twice.</summary>
        public void End()
        {
            if (Interlocked.Exchange(ref _hasEnded, 1) == 0) Interlocked.Decrement(ref chamber._waiting);
        }
    }
}
