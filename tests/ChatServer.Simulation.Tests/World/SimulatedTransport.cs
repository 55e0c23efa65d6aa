using System.IO.Pipelines;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;

namespace ChatServer.SimulationTests.World;

/// <summary>The server's end of a link: what Kestrel would hand over for a socket.</summary>
internal sealed class SimulatedTransport(int number, IDuplexPipe pipe, Action onAbort) : ConnectionContext
{
    public override string ConnectionId { get; set; } = $"link-{number}";

    public override IFeatureCollection Features { get; } = new FeatureCollection();

    public override IDictionary<object, object?> Items { get; set; } = new Dictionary<object, object?>();

    public override IDuplexPipe Transport { get; set; } = pipe;

    public override EndPoint? RemoteEndPoint { get; set; } = new IPEndPoint(new IPAddress([10, 0, (byte)(number >> 8), (byte)number]), 0);

    public override void Abort(ConnectionAbortedException abortReason) => onAbort();
}

internal sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
