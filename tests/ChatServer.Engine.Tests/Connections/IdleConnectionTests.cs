using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Pipelines;
using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.Connections;

public sealed class IdleConnectionTests
{
    [Fact]
    public async Task A_connection_that_waits_for_its_client_keeps_no_buffer_of_the_transport()
    {
        await using var server = await TestServer.StartAsync();
        var connection = InMemoryConnection.Create();
        var buffers = new ConcurrentBag<WeakReference>();
        var (input, output) = (connection.Server.Transport.Input, connection.Server.Transport.Output);
        connection.Server.Transport = new Transport(new FreshBuffers(input, buffers), output);
        var client = server.Connect(connection);

        await client.DoAsync("NICK alice", "USER alice 0 * :Alice");

        Assert.NotEmpty(buffers);
        var deadline = DateTime.UtcNow + TestServer.Patience;
        while (buffers.Any(buffer => buffer.IsAlive))
        {
            Assert.True(DateTime.UtcNow < deadline, "A buffer that was given back is still held.");
            await Task.Yield();
            GC.Collect();
        }
    }

    private sealed record Transport(PipeReader Input, PipeWriter Output) : IDuplexPipe;

    /// <summary>Hands out all that comes in a buffer of its own each time, for whole lines only.</summary>
    private sealed class FreshBuffers(PipeReader inner, ConcurrentBag<WeakReference> buffers) : PipeReader
    {
        private SequencePosition _end;

        public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
        {
            var read = await inner.ReadAsync(cancellationToken);
            _end = read.Buffer.End;
            var bytes = read.Buffer.ToArray();
            buffers.Add(new WeakReference(bytes));
            return new ReadResult(new ReadOnlySequence<byte>(bytes), read.IsCanceled, read.IsCompleted);
        }

        public override void AdvanceTo(SequencePosition consumed) => inner.AdvanceTo(_end);

        public override void AdvanceTo(SequencePosition consumed, SequencePosition examined) => inner.AdvanceTo(_end);

        public override bool TryRead(out ReadResult result) => throw new NotSupportedException();

        public override void CancelPendingRead() => inner.CancelPendingRead();

        public override void Complete(Exception? exception = null) => inner.Complete(exception);
    }
}
