using System.Globalization;
using System.Text.Json;

namespace ChatLoad.CommandLine;

/// <summary>A load test in a small JSON file: the name of the scenario, and its options without their dashes.</summary>
/// <remarks>
/// <code>{ "scenario": "fanout", "rooms": 10, "members": 50, "stage": ["10s:100", "30s:1000"], "threshold": ["p99&lt;20ms"] }</code>
/// <para>It is turned into a command line, so it means and refuses exactly what the same options do.</para>
/// </remarks>
internal static class ScenarioFile
{
    private const string ScenarioKey = "scenario";

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Reads a file as a command line.</summary>
    /// <param name="file">The file.</param>
    /// <param name="overriding">Options from the real command line, which override those of the file.</param>
    /// <exception cref="IOException">It can't be read, or says something impossible; the message is for people and names file and
    /// key.</exception>
    public static string[] ToArguments(FileInfo file, IReadOnlyList<string> overriding)
    {
        using var document = Parse(file);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
            throw new IOException($"{file.Name}: it holds no object {{...}} but {Name(root)}");
        if (!root.TryGetProperty(ScenarioKey, out var scenario) || scenario.ValueKind != JsonValueKind.String)
            throw new IOException($"{file.Name}: \"{ScenarioKey}\" is missing; it is one of {Scenarios()}");

        var row = ScenarioTable.Rows.FirstOrDefault(row => row.Name == scenario.GetString());
        if (row is null)
            throw new IOException($"{file.Name}: there is no scenario \"{scenario.GetString()}\"; there are {Scenarios()}");

        string[] known = [.. row.Settings.Options.Concat(ReportOptions.All).Select(option => option.Name)];
        var arguments = new List<string> { row.Name };
        foreach (var property in root.EnumerateObject())
        {
            var option = $"--{property.Name}";
            if (property.Name == ScenarioKey)
                continue;
            if (!known.Contains(option))
                throw new IOException($"{file.Name}: \"{property.Name}\" is no option of {row.Name}; see chat-load {row.Name} --help");
            if (!overriding.Contains(option))
                arguments.AddRange(Values(file, property).SelectMany(value => new[] { option, value }));
        }

        return [.. arguments, .. overriding];
    }

    private static string Scenarios() => string.Join(", ", ScenarioTable.Rows.Select(row => row.Name));

    private static JsonDocument Parse(FileInfo file)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllText(file.FullName), Lenient);
        }
        catch (JsonException error)
        {
            throw new IOException(
                $"{file.Name}, line {error.LineNumber + 1}: this is no JSON: {error.Message.Split(" LineNumber")[0]}", error);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new IOException(error.Message, error);
        }
    }

    private static IEnumerable<string> Values(FileInfo file, JsonProperty property) => property.Value.ValueKind switch
    {
        JsonValueKind.Array => property.Value.EnumerateArray().Select(value => Value(file, property.Name, value)),
        _ => [Value(file, property.Name, property.Value)],
    };

    private static string Value(FileInfo file, string key, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => throw new IOException(string.Create(
            CultureInfo.InvariantCulture, $"{file.Name}: \"{key}\" is {Name(value)}, not a text, a number or a list of them")),
    };

    private static string Name(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        JsonValueKind.Null => "null",
        _ => $"a {element.ValueKind.ToString().ToLowerInvariant()}",
    };
}
