using System.Collections.Immutable;

namespace ChatLoad.Measuring;

/// <summary>What the server used.</summary>
/// <param name="Idle">Before the first connection.</param>
/// <param name="Connected">When all connections existed and were quiet.</param>
/// <param name="Before">When the measurement began.</param>
/// <param name="After">When everything had arrived.</param>
/// <param name="End">At the end, after connections were held.</param>
/// <param name="Connections">How many connections there were when they were counted.</param>
/// <param name="Memory">Resident memory over the measurement.</param>
internal sealed record ServerResult(
    ProcessSample Idle,
    ProcessSample Connected,
    ProcessSample Before,
    ProcessSample After,
    ProcessSample End,
    int Connections,
    ImmutableArray<MemoryPoint> Memory)
{
    /// <summary>When all were registered and none had joined a room; null if connecting is the measured work.</summary>
    public ProcessSample? Registered { get; init; }

    /// <summary>CPU time for all registrations of the setup. Unit: nanoseconds.</summary>
    public double? CpuToRegister => Registered?.CpuNanoseconds - Idle.CpuNanoseconds;

    /// <summary>CPU time for all joins of the setup. Unit: nanoseconds.</summary>
    public double? CpuToJoin => Connected.CpuNanoseconds - Registered?.CpuNanoseconds;

    /// <summary>Cores that it kept busy while it was measured.</summary>
    public double Cores => CpuNanoseconds / Math.Max(1, After.At - Before.At);

    /// <summary>Cores that it kept busy while connections were only held.</summary>
    public double IdleCores => (End.CpuNanoseconds - After.CpuNanoseconds) / (double)Math.Max(1, End.At - After.At);

    /// <summary>Share of its CPU time inside the kernel, or null if it is too short to tell.</summary>
    public double? SystemShare => Ticks == 0 ? null : (After.SystemTicks - Before.SystemTicks) / (double)Ticks;

    /// <summary>How often its threads waited for something.</summary>
    public long Voluntary => After.Voluntary - Before.Voluntary;

    /// <summary>How often its threads were preempted.</summary>
    public long Involuntary => After.Involuntary - Before.Involuntary;

    /// <summary>Resident memory per connection, or null without connections.</summary>
    public double? BytesPerConnection => PerConnection(Connected.ResidentBytes - Idle.ResidentBytes);

    /// <summary>Private memory per connection, or null without connections.</summary>
    public double? PrivateBytesPerConnection => PerConnection(Connected.PrivateBytes - Idle.PrivateBytes);

    /// <summary>The most memory it was observed with. Unit: bytes.</summary>
    public long HighestResident => Math.Max(After.ResidentBytes, Memory.IsEmpty ? 0 : Memory.Max(point => point.Bytes));

    private double CpuNanoseconds => After.CpuNanoseconds - Before.CpuNanoseconds;

    private long Ticks => After.UserTicks + After.SystemTicks - Before.UserTicks - Before.SystemTicks;

    /// <summary>CPU time per unit of work, or null without any. Unit: nanoseconds.</summary>
    public double? CpuPerUnit(long units) => units == 0 ? null : CpuNanoseconds / units;

    private double? PerConnection(long bytes) => Connections == 0 ? null : bytes / (double)Connections;
}

/// <summary>Resident memory at an instant.</summary>
/// <param name="Second">When, in seconds after the start of the measurement.</param>
/// <param name="Bytes">How much.</param>
internal sealed record MemoryPoint(double Second, long Bytes);
