using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace ChatClient.Configuration;

/// <summary>A value of the configuration file, with the way to it for error messages.</summary>
/// <param name="Path">The keys on the way, such as <c>servers.home.tls</c>; empty for the whole file.</param>
/// <param name="Element">The value.</param>
internal readonly record struct ConfigurationValue(string Path, JsonElement Element)
{
    private const string Home = "~/";

    /// <summary>A fault of this value.</summary>
    public ConfigurationException Fault(string fault) => new($"\"{Path}\" {fault}");

    /// <summary>The members of an object.</summary>
    public IEnumerable<(string Key, ConfigurationValue Value)> Members()
    {
        if (Element.ValueKind != JsonValueKind.Object)
            throw Fault("must be an object: { ... }");

        var path = Path;
        return Element.EnumerateObject()
            .Select(member => (member.Name, new ConfigurationValue($"{path}.{member.Name}".TrimStart('.'), member.Value)));
    }

    /// <summary>A text that is not empty.</summary>
    public string AsText() =>
        Element.ValueKind == JsonValueKind.String && Element.GetString() is { Length: > 0 } text
            ? text
            : throw Fault("must be a text: \"...\"");

    /// <summary>A path; <c>~/</c> is the user's home.</summary>
    public string AsPath() =>
        AsText() is var path && path.StartsWith(Home, StringComparison.Ordinal)
            ? System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), path[Home.Length..])
            : path;

    /// <summary>Some texts.</summary>
    public ImmutableArray<string> AsTexts()
    {
        if (Element.ValueKind != JsonValueKind.Array)
            throw Fault("must be a list of texts: [ \"...\" ]");

        var path = Path;
        return [.. Element.EnumerateArray().Select((item, index) =>
            new ConfigurationValue(string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"), item).AsText())];
    }

    /// <summary>Yes or no.</summary>
    public bool AsFlag() =>
        Element.ValueKind is JsonValueKind.True or JsonValueKind.False ? Element.GetBoolean() : throw Fault("must be true or false");

    /// <summary>A whole number.</summary>
    public int AsNumber(int least, int most) =>
        Element.ValueKind == JsonValueKind.Number && Element.TryGetInt32(out var number) && number >= least && number <= most
            ? number
            : throw Fault(string.Create(CultureInfo.InvariantCulture, $"must be a number from {least} to {most}"));

    /// <summary>One of some words.</summary>
    public string AsOneOf(params IReadOnlyList<string> words)
    {
        var text = AsText();
        return words.FirstOrDefault(word => word.Equals(text, StringComparison.OrdinalIgnoreCase))
            ?? throw Fault($"must be one of: {string.Join(", ", words)}");
    }
}
