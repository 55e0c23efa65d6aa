using System.Text.Json;
using ChatLoad.Measuring;
using ChatLoad.Scenarios;

namespace ChatLoad.Processes;

/// <summary>What a worker tells the process that started it: one line of JSON on its standard output, with one of these.</summary>
/// <remarks>The other direction carries the settings as JSON, then the names of checkpoints that may be passed, <see cref="Drained"/> and
/// <see cref="Stop"/>; the end of its standard input ends the worker.</remarks>
/// <param name="Reached">It waits at a checkpoint.</param>
/// <param name="Progress">Its progress.</param>
/// <param name="Result">What it has measured.</param>
/// <param name="Failure">Why it could not go on.</param>
internal sealed record WorkerMessage(
    Checkpoint? Reached = null, ProgressReport? Progress = null, ProcessResult? Result = null, string? Failure = null)
{
    /// <summary>The line that tells a worker that everything has arrived everywhere.</summary>
    public const string Drained = "everything has arrived";

    /// <summary>The line that tells a worker to begin no more work.</summary>
    public const string Stop = "stop";

    /// <summary>Writes it.</summary>
    public string ToLine() => JsonSerializer.Serialize(this);

    /// <summary>Reads it.</summary>
    public static WorkerMessage FromLine(string line) =>
        JsonSerializer.Deserialize<WorkerMessage>(line) ?? throw new JsonException("A worker said nothing.");
}
