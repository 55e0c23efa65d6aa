using System.Collections.Immutable;
using System.Net;
using ChatServer.Domain;
using Microsoft.AspNetCore.Connections;

namespace ChatServer.Engine.Connections;

/// <content>The messages of the listener.</content>
public sealed partial class ListenerActor
{
    /// <summary>A socket has been accepted. Either <see cref="Refuse"/> or <see cref="Complete"/> is called, once.</summary>
    /// <param name="transport">The socket.</param>
    public abstract class Admit(ConnectionContext transport)
    {
        /// <summary>The socket.</summary>
        public ConnectionContext Transport => transport;

        /// <summary>The server has no room for the socket.</summary>
        /// <param name="reason">Why, for the client.</param>
        public abstract void Refuse(string reason);

        /// <summary>The server admitted the socket, and is done with it.</summary>
        public abstract void Complete();
    }

    /// <summary>From a connection: it is about to close and no longer counts.</summary>
    /// <param name="Connection">Which.</param>
    public sealed record Leaving(ConnectionId Connection);

    /// <summary>From a connection: which commands it has run since it last said so.</summary>
    /// <param name="Counts">How often, for each command in the order of the command table. Not changed any more.</param>
    public sealed record CommandsRun(ushort[] Counts);

    /// <summary>Asks how often commands were run. Answered <see cref="CommandTotals"/>.</summary>
    public sealed record GetCommandTotals : IRequest
    {
        private GetCommandTotals()
        {
        }

        /// <summary>The only instance.</summary>
        public static GetCommandTotals Instance { get; } = new();
    }

    /// <summary>How often commands were run since the start, as far as connections have said.</summary>
    /// <param name="Counts">For each command, in the order of the command table.</param>
    public sealed record CommandTotals(ImmutableArray<long> Counts) : IAnswer;

    /// <summary>From a connection: a gateway has said for whom it connects, so the limits apply to that address. Answered
    /// <see cref="Done"/> or <see cref="Refused"/>.</summary>
    /// <param name="Connection">Which.</param>
    /// <param name="Address">Where its user really is.</param>
    public sealed record Relocate(ConnectionId Connection, IPAddress Address) : IRequest;

    /// <summary>The address has reached a limit; nothing has changed.</summary>
    /// <param name="Reason">Which limit, for the client.</param>
    public sealed record Refused(string Reason) : IAnswer;

    /// <summary>Tells every connection that the settings have changed. Answered <see cref="Done"/> when all have been told.</summary>
    /// <param name="News">What has changed.</param>
    public sealed record Announce(ConnectionActor.Reconfigured News) : IRequest;

    /// <summary>Closes every connection, and admits no more. Answered <see cref="Done"/> when the last is gone.</summary>
    /// <param name="Reason">What clients are told.</param>
    public sealed record Shutdown(string Reason) : IRequest;
}
