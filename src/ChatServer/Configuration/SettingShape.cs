using System.Reflection;
using System.Runtime.CompilerServices;
using ChatServer.Engine.Settings.Rules;

namespace ChatServer.Host.Configuration;

/// <summary>How a type of settings stands in a configuration.</summary>
internal enum SettingShape
{
    /// <summary>One value: text, a number, yes or no, a time, one of an enumeration.</summary>
    Value,

    /// <summary>Keys with values of their own.</summary>
    Section,

    /// <summary>Elements under 0, 1, 2, ...</summary>
    List,

    /// <summary>Elements under names that the administrator chooses.</summary>
    Table,
}

/// <summary>What reflection says of settings, in one place for those who read and those who list them.</summary>
internal static class SettingShapes
{
    public static SettingShape ShapeOf(Type type) =>
        type == typeof(string) || type.IsValueType ? SettingShape.Value
        : !type.IsGenericType ? SettingShape.Section
        : type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? SettingShape.List
        : SettingShape.Table;

    /// <summary>The type of what a list or a table holds.</summary>
    public static Type ElementOf(Type type) => type.GetGenericArguments()[^1];

    public static IEnumerable<PropertyInfo> SettingsOf(Type section) =>
        section.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite);

    public static bool IsRequired(PropertyInfo property) => property.IsDefined(typeof(RequiredMemberAttribute));

    public static bool IsInUse(MemberInfo member) => !member.IsDefined(typeof(NotInUseYetAttribute));

    public static RuleAttribute? RuleOf(PropertyInfo property) => property.GetCustomAttribute<RuleAttribute>();

    /// <summary>What a value of <paramref name="type"/> may be, to follow "must be".</summary>
    public static string Expectation(Type type, RuleAttribute? rule) => ShapeOf(type) switch
    {
        SettingShape.List => $"a list ({Expectation(ElementOf(type), rule)})",
        SettingShape.Table => $"a section of names, each with {Expectation(ElementOf(type), rule)}",
        SettingShape.Section => $"a section with {string.Join(", ", SettingsOf(type).Select(property => property.Name))}",
        _ when rule is not null => rule.Expectation,
        _ when type.IsEnum => $"one of {string.Join(", ", Enum.GetNames(type))}",
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(int) => "a whole number",
        _ when type == typeof(TimeSpan) => "a time as hh:mm:ss",
        _ => "text",
    };
}
