namespace ChatServer.Protocol.Tests;

/// <summary>Measures what code on a hot path allocates.</summary>
internal static class Allocations
{
    /// <summary>Bytes allocated by one run, after another has set up what is made once.</summary>
    public static long Of(Func<bool> run)
    {
        Assert.True(run());
        var before = GC.GetAllocatedBytesForCurrentThread();
        run();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
