using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatServer.Host.Lifetime;

/// <summary>Gives memory back to the system when the server becomes idle after being busy.</summary>
/// <remarks>The garbage collector runs when something is allocated, so a server that ten thousand clients have just left would keep their
/// memory until the next ones come. One full collection, when nobody notices the pause, returns it.</remarks>
internal sealed class IdleMemory(TimeProvider time, ILogger<IdleMemory> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>A server that allocates less than this in an interval is idle: PINGs and the odd message, but no conversation.</summary>
    private const long IdleBytes = 512 * 1024;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        var allocated = GC.GetTotalAllocatedBytes();
        var wasBusy = true;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var before = allocated;
            allocated = GC.GetTotalAllocatedBytes();
            var isBusy = allocated - before > IdleBytes;
            if (wasBusy && !isBusy) Collect();
            wasBusy = isBusy;
        }
    }

    private void Collect()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var memory = GC.GetGCMemoryInfo(GCKind.Any);
        log.LogDebug("Idle: {Used} bytes in use, {Committed} committed", memory.HeapSizeBytes, memory.TotalCommittedBytes);
    }
}
