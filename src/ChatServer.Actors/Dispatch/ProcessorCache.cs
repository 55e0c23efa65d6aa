using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace ChatServer.Actors;

/// <summary>Prefetches memory into the processor's cache. Does nothing where the processor has no such instruction.</summary>
internal static unsafe class ProcessorCache
{
    private const int LineBytes = 64;

    /// <summary>Starts to fetch an object, without waiting for it.</summary>
    /// <param name="target">The object.</param>
    /// <param name="lines">How much of it, and of what was allocated right after it. Unit: cache lines of 64 bytes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fetch(object? target, int lines)
    {
        if (!Sse.IsSupported || target is null) return;

        // Only a hint: a bad address does no harm, nor does an old one, if the collector has moved the object.
        var address = *(byte**)Unsafe.AsPointer(ref target);
        for (var line = 0; line < lines; line++) Sse.Prefetch0(address + (line * LineBytes));
    }
}
