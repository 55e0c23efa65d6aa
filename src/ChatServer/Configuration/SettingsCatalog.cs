using System.Collections;
using System.Globalization;
using System.Reflection;

namespace ChatServer.Host.Configuration;

/// <summary>One setting, as a list of all settings shows it.</summary>
/// <param name="Key">Its full key; <c>N</c> stands for the number of a list's element.</param>
/// <param name="Default">What it is when nothing is said.</param>
/// <param name="Expectation">What it may be.</param>
/// <param name="InUse">Whether it has an effect yet.</param>
internal sealed record SettingDescription(string Key, string Default, string Expectation, bool InUse);

/// <summary>Lists every setting there is.</summary>
internal static class SettingsCatalog
{
    public static IReadOnlyList<SettingDescription> Of(Type root) =>
        [.. Section("", root, Activator.CreateInstance(root), inUse: true)];

    private static IEnumerable<SettingDescription> Section(string prefix, Type type, object? defaults, bool inUse) =>
        SettingShapes.SettingsOf(type).SelectMany(property => Setting(prefix, property, defaults, inUse));

    private static IEnumerable<SettingDescription> Setting(string prefix, PropertyInfo property, object? defaults, bool inUse)
    {
        var key = prefix + property.Name;
        var type = property.PropertyType;
        inUse = inUse && SettingShapes.IsInUse(property);
        return SettingShapes.ShapeOf(type) switch
        {
            SettingShape.Section => Section($"{key}:", type, Defaults(), inUse),
            SettingShape.List when SettingShapes.ShapeOf(SettingShapes.ElementOf(type)) == SettingShape.Section =>
                Section($"{key}:N:", SettingShapes.ElementOf(type), Activator.CreateInstance(SettingShapes.ElementOf(type)), inUse),
            SettingShape.List => [Describe($"{key}:N", SettingShapes.ElementOf(type))],
            SettingShape.Table => [Describe($"{key}:NAME", SettingShapes.ElementOf(type))],
            _ => [Describe(key, type)],
        };

        object? Defaults() => (defaults is null ? null : property.GetValue(defaults)) ?? Activator.CreateInstance(type);

        SettingDescription Describe(string fullKey, Type valueType) => new(
            fullKey,
            SettingShapes.IsRequired(property) ? "none, must be given" : Show(property.GetValue(defaults)),
            SettingShapes.Expectation(valueType, SettingShapes.RuleOf(property)),
            inUse);
    }

    private static string Show(object? value) => value switch
    {
        null or "" => "none",
        bool yes => yes ? "true" : "false",
        string text => $"\"{text}\"",
        IEnumerable list when !list.Cast<object>().Any() => "none",
        IEnumerable list => string.Join(", ", list.Cast<object>().Select(Show)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
