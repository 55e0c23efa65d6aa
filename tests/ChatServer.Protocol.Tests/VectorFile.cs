using YamlDotNet.RepresentationModel;

namespace ChatServer.Protocol.Tests;

/// <summary>The cases of one file in <c>vectors/</c>: tests that many IRC implementations share. Origin: <c>vectors/SOURCE</c>.</summary>
internal static class VectorFile
{
    public static IReadOnlyList<YamlMappingNode> Read(string name)
    {
        using var reader = File.OpenText(Path.Combine(AppContext.BaseDirectory, "vectors", name + ".yaml"));
        var yaml = new YamlStream();
        yaml.Load(reader);
        var tests = (YamlSequenceNode)yaml.Documents[0].RootNode["tests"];
        return [.. tests.Cast<YamlMappingNode>()];
    }

    public static string? Text(this YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var value) ? ((YamlScalarNode)value).Value : null;

    public static IReadOnlyList<string> Texts(this YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var value)
            ? [.. ((YamlSequenceNode)value).Select(item => ((YamlScalarNode)item).Value!)]
            : [];

    public static YamlMappingNode Map(this YamlMappingNode node, string key) => (YamlMappingNode)node[key];

    public static IReadOnlyDictionary<string, string> TextMap(this YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var value)
            ? ((YamlMappingNode)value).ToDictionary(pair => ((YamlScalarNode)pair.Key).Value!, pair => ((YamlScalarNode)pair.Value).Value!)
            : [];
}
