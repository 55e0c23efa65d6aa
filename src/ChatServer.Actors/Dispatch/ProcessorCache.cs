using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace ChatServer.Actors;

/// <summary>Has memory brought near before it is needed. Where the processor can't be asked to, nothing happens.</summary>
internal static unsafe class ProcessorCache
{
    private const int LineBytes = 64;

    /// <summary>Begins to fetch an object, and goes on without waiting for it.</summary>
    /// <param name="target">The object.</param>
    /// <param name="lines">How much of it, and of what was made right after it. Unit: cache lines of 64 bytes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fetch(object? target, int lines)
    {
        if (!Sse.IsSupported || target is null) return;

        // Only a hint: an address at which nothing is, or no longer the object, as the collector has moved it, does no harm.
        var address = *(byte**)Unsafe.AsPointer(ref target);
        for (var line = 0; line < lines; line++) Sse.Prefetch0(address + (line * LineBytes));
    }
}
