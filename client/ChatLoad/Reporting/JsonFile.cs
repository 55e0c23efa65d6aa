using System.Text.Json;
using ChatLoad.Measuring;

namespace ChatLoad.Reporting;

/// <summary>A run in a file, with everything that was measured.</summary>
internal static class JsonFile
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Writes a run.</summary>
    /// <exception cref="IOException">It can't be written.</exception>
    public static void Write(FileInfo file, RunReport run) =>
        File.WriteAllBytes(file.FullName, JsonSerializer.SerializeToUtf8Bytes(run, Options));

    /// <summary>Reads a run.</summary>
    /// <exception cref="IOException">It can't be read, or holds no run; the message is for people.</exception>
    public static RunReport Read(FileInfo file)
    {
        try
        {
            var run = JsonSerializer.Deserialize<RunReport>(File.ReadAllBytes(file.FullName), Options);
            return run is { Format: RunReport.CurrentFormat }
                ? run
                : throw new IOException(
                    $"{file.FullName} was written by another version: its format is {run?.Format}, not {RunReport.CurrentFormat}");
        }
        catch (JsonException error)
        {
            throw new IOException($"{file.FullName} holds no run of chat-load: {error.Message}", error);
        }
    }
}
