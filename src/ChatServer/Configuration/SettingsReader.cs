using System.Collections;
using System.Globalization;
using System.Reflection;
using ChatServer.Engine.Settings.Rules;
using Microsoft.Extensions.Configuration;

namespace ChatServer.Host.Configuration;

/// <summary>Turns a configuration into settings, and says of every key that can't be taken why not.</summary>
/// <remarks>
/// .NET's own binder passes over unknown keys or throws at the first, names no allowed values, and appends to a list that has a
/// default instead of replacing it. Otherwise this reads as the binder does: keys in any case, lists by number, null as not given.
/// </remarks>
internal sealed class SettingsReader
{
    private readonly Func<string, string?> _originOf;
    private readonly Type _root;
    private readonly List<SettingsProblem> _problems = [];
    private readonly List<string> _notInUse = [];

    private SettingsReader(Type root, Func<string, string?> originOf) => (_root, _originOf) = (root, originOf);

    /// <summary>Reads all of <paramref name="configuration"/>.</summary>
    /// <param name="configuration">The keys and values, from whatever sources.</param>
    /// <param name="originOf">Where a key was set, for the words of a problem.</param>
    public static SettingsReading<T> Read<T>(IConfiguration configuration, Func<string, string?> originOf)
        where T : new()
    {
        var reader = new SettingsReader(typeof(T), originOf);
        var settings = (T)reader.ReadSection(configuration, "", typeof(T));
        return new(settings, reader._problems, reader._notInUse);
    }

    private object ReadSection(IConfiguration section, string path, Type type)
    {
        var result = Activator.CreateInstance(type)!;
        var known = SettingShapes.SettingsOf(type).ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var child in section.GetChildren())
        {
            if (!known.Remove(child.Key, out var property))
                _problems.Add(Unknown(child, path, type));
            else if (Read(child, property.PropertyType, SettingShapes.RuleOf(property)) is { } value)
                Set(result, property, value, child.Path);
        }

        foreach (var missing in known.Values.Where(SettingShapes.IsRequired))
            Refuse(Join(path, missing.Name), "is missing", missing.PropertyType, SettingShapes.RuleOf(missing));
        return result;
    }

    private void Set(object section, PropertyInfo property, object value, string key)
    {
        // The environment and the command line have no null: for a text that may be null, empty says it.
        if (value is not "" || property.GetValue(section) is not null)
            property.SetValue(section, value);
        if (!SettingShapes.IsInUse(property))
            _notInUse.Add(key);
    }

    /// <summary>The value of <paramref name="given"/>, or null when it was not given or has a problem.</summary>
    private object? Read(IConfigurationSection given, Type type, RuleAttribute? rule)
    {
        var shape = SettingShapes.ShapeOf(type);
        var hasChildren = given.GetChildren().Any();
        if (shape == SettingShape.Value)
        {
            if (hasChildren)
                return Refuse(given.Path, "is a section or a list", type, rule);
            return given.Value is { } text ? ReadValue(given.Path, text, type, rule) : null;
        }

        // An empty list of a JSON file arrives as the empty text.
        if (!hasChildren && given.Value is null or "")
            return shape == SettingShape.List && given.Value is "" ? Array.CreateInstance(SettingShapes.ElementOf(type), 0) : null;
        if (!hasChildren)
            return Refuse(given.Path, $"is \"{given.Value}\"", type, rule);
        return shape switch
        {
            SettingShape.List => ReadList(given, SettingShapes.ElementOf(type), rule),
            SettingShape.Table => ReadTable(given, SettingShapes.ElementOf(type), rule),
            _ => ReadSection(given, given.Path, type),
        };
    }

    private Array ReadList(IConfigurationSection list, Type elementType, RuleAttribute? rule)
    {
        var elements = new ArrayList();
        foreach (var child in list.GetChildren())
        {
            if (!int.TryParse(child.Key, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                Add(child.Path, $"is not in use: elements of {list.Path} are numbered, as in {list.Path}:0");
            else if (Read(child, elementType, rule) is { } element)
                elements.Add(element);
        }

        return elements.ToArray(elementType);
    }

    private IDictionary ReadTable(IConfigurationSection table, Type elementType, RuleAttribute? rule)
    {
        var result = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), elementType))!;
        foreach (var child in table.GetChildren())
        {
            if (Read(child, elementType, rule) is { } element)
                result.Add(child.Key, element);
        }

        return result;
    }

    private object? ReadValue(string key, string text, Type type, RuleAttribute? rule)
    {
        var value = Parse(text, type);
        if (value is null || rule?.Allows(value) == false)
            return Refuse(key, $"is \"{text}\"", type, rule);
        if (value is Enum && !SettingShapes.IsInUse(type.GetField(value.ToString()!)!))
            _notInUse.Add($"{key}={value}");
        return value;
    }

    private static object? Parse(string text, Type type)
    {
        if (type == typeof(string))
            return text;
        if (type == typeof(bool))
            return bool.TryParse(text, out var yes) ? yes : null;
        if (type == typeof(int))
            return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
        if (type.IsEnum)
            return Enum.GetNames(type).Contains(text, StringComparer.OrdinalIgnoreCase) ? Enum.Parse(type, text, ignoreCase: true) : null;

        // A bare number would be read as days, which nobody means.
        return text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var time)
            ? time
            : null;
    }

    private object? Refuse(string key, string fault, Type type, RuleAttribute? rule)
    {
        Add(key, $"{fault}, but must be {SettingShapes.Expectation(type, rule)}");
        return null;
    }

    private void Add(string key, string fault) => _problems.Add(new(key, fault, _originOf(key)));

    private SettingsProblem Unknown(IConfigurationSection given, string path, Type section)
    {
        var siblings = SettingShapes.SettingsOf(section).Select(property => property.Name).ToArray();
        var meant = Spelling.Nearest(given.Key, siblings) is { } near ? Join(path, near) : Elsewhere(given.Key);
        var hint = meant is not null
            ? $"did you mean {meant}?"
            : $"{(path.Length == 0 ? "the sections are" : $"{path} has")} {string.Join(", ", siblings)}";
        var value = given.Value is { } text ? $" \"{text}\"" : "";
        return new(given.Path, $"is not a setting, but was given{value}; {hint}", _originOf(given.Path));
    }

    /// <summary>A key of this name in another section, for somebody who forgot the section.</summary>
    private string? Elsewhere(string name) =>
        Catalog(_root).FirstOrDefault(key => key.EndsWith($":{name}", StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Catalog(Type root) => SettingsCatalog.Of(root).Select(setting => setting.Key);

    private static string Join(string path, string name) => path.Length == 0 ? name : ConfigurationPath.Combine(path, name);
}

/// <summary>What came of reading a configuration.</summary>
/// <param name="Settings">The settings; where there is a problem, the default.</param>
/// <param name="Problems">What can't be taken as it is.</param>
/// <param name="NotInUseYet">Keys that were given and have no effect.</param>
internal sealed record SettingsReading<T>(T Settings, IReadOnlyList<SettingsProblem> Problems, IReadOnlyList<string> NotInUseYet);
