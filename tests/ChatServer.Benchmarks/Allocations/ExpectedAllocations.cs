using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ChatServer.Benchmarks.Allocations;

/// <summary>The file with what each row may allocate. Unit: bytes for each piece of work, on a 64-bit machine.</summary>
internal sealed class ExpectedAllocations(Dictionary<string, long> bytes)
{
    /// <summary>What takes the measured values over into the file.</summary>
    public const string AcceptCommand = $"{AcceptVariable}=1 dotnet test -c Release {Project}";

    private const string AcceptVariable = "ACCEPT_ALLOCATIONS";
    private const string Project = "tests/ChatServer.Benchmarks";
    private const string FileName = "allocations.json";
    private const string FilePath = $"{Project}/Allocations/{FileName}";

    // A round is thousands of pieces of work, of which a few bytes may be the process's own.
    private const double Tolerance = 1;

    private static readonly string FileBesideProgram = Path.Combine(AppContext.BaseDirectory, "Allocations", FileName);
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The rows that are in the file.</summary>
    public IEnumerable<string> Rows => bytes.Keys;

    /// <summary>Whether somebody wants the file to say what is measured now.</summary>
    public static bool AreAccepted => Environment.GetEnvironmentVariable(AcceptVariable) == "1";

    public static ExpectedAllocations Read() =>
        new(JsonSerializer.Deserialize<Dictionary<string, long>>(File.ReadAllText(FileBesideProgram))!);

    /// <summary>Writes measured values to the file, beside the program and in the sources.</summary>
    public static void Write(IReadOnlyDictionary<string, double> measured)
    {
        var rounded = measured.ToDictionary(row => row.Key, row => (long)Math.Round(row.Value));
        var text = JsonSerializer.Serialize(rounded, Indented) + "\n";
        File.WriteAllText(FileBesideProgram, text);
        File.WriteAllText(Path.Combine(FolderOfSource(), FileName), text);
    }

    /// <summary>What is wrong with a measured value, and what to do about it; null when nothing is.</summary>
    public string? FaultOf(string row, double measured)
    {
        if (!bytes.TryGetValue(row, out var expected)) return $"{row} is not in {FilePath}; to add it: {AcceptCommand}";
        if (measured <= expected + Tolerance) return null;
        var growth = string.Create(
            CultureInfo.InvariantCulture,
            $"{row} allocates {measured:0.#} bytes, {measured - expected:0.#} more than the {expected} in {FilePath}.");
        return $"{growth} If that is worth it, accept it: {AcceptCommand}";
    }

    private static string FolderOfSource([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
