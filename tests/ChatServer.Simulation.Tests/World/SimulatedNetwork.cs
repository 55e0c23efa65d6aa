using System.Buffers;
using System.IO.Pipelines;

namespace ChatServer.SimulationTests.World;

/// <summary>Where bytes live between client and server, and who runs what follows from them: the simulation, so that the seed
/// decides.</summary>
internal sealed class SimulatedNetwork(Simulation simulation, RunSettings settings) : IDisposable
{
    private readonly CountingPool _pool = new();

    public Simulation Simulation => simulation;

    public RunSettings Settings => settings;

    /// <summary>Buffers that somebody still holds.</summary>
    public int BuffersOut => _pool.Rented;

    public Pipe CreatePipe()
    {
        var scheduler = new SeededScheduler(simulation);
        return new Pipe(new PipeOptions(
            _pool, scheduler, scheduler, settings.TransportBytes, settings.TransportBytes / 2, useSynchronizationContext: false));
    }

    /// <summary>Has something done when the packet that brings it has arrived.</summary>
    public void After(TimeSpan delay, Action action)
    {
        if (delay <= TimeSpan.Zero)
        {
            simulation.Post(action);
            return;
        }

        ITimer? timer = null;
        timer = simulation.Clock.CreateTimer(
            _ =>
            {
                timer!.Dispose();
                simulation.Post(action);
            },
            null, delay, Timeout.InfiniteTimeSpan);
    }

    public TimeSpan DrawLatency() => settings.Latency > TimeSpan.Zero ? simulation.Random.NextTime(settings.Latency) : TimeSpan.Zero;

    /// <summary>How many of these bytes arrive together.</summary>
    public int DrawPiece(int length) => settings.CutsBytes && length > 1 ? simulation.Random.Next(length) + 1 : length;

    public void Dispose() => _pool.Dispose();

    private sealed class SeededScheduler(Simulation simulation) : PipeScheduler
    {
        public override void Schedule(Action<object?> action, object? state) => simulation.Post(() => action(state));
    }

    private sealed class CountingPool : MemoryPool<byte>
    {
        private const int BlockBytes = 4096;

        public int Rented { get; private set; }

        public override int MaxBufferSize => int.MaxValue;

        public override IMemoryOwner<byte> Rent(int minBufferSize = -1)
        {
            Rented++;
            return new Block(this, Math.Max(minBufferSize, BlockBytes));
        }

        protected override void Dispose(bool disposing)
        {
        }

        private sealed class Block(CountingPool pool, int size) : IMemoryOwner<byte>
        {
            private byte[]? _bytes = ArrayPool<byte>.Shared.Rent(size);

            public Memory<byte> Memory => _bytes;

            public void Dispose()
            {
                if (_bytes is null) return;
                ArrayPool<byte>.Shared.Return(_bytes);
                _bytes = null;
                pool.Rented--;
            }
        }
    }
}
