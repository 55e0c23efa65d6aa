using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using System.Numerics;
using ChatLoad.Load;

namespace ChatLoad.CommandLine;

/// <summary>Options of a command, each with the setting that it stands for.</summary>
internal sealed class SettingTable
{
    private readonly List<(Option Option, Func<LoadSettings, ParseResult, LoadSettings> Apply)> _rows = [];

    /// <summary>The options.</summary>
    public IEnumerable<Option> Options => _rows.Select(row => row.Option);

    /// <summary>Adds an option.</summary>
    /// <param name="name">Its name, with dashes.</param>
    /// <param name="value">What its value is called in the help.</param>
    /// <param name="description">What it does.</param>
    /// <param name="initial">Its value when it is not given.</param>
    /// <param name="apply">Puts it into the settings.</param>
    /// <param name="parse">Reads it; null has System.CommandLine do that.</param>
    public SettingTable Add<T>(
        string name,
        string value,
        string description,
        T initial,
        Func<LoadSettings, T, LoadSettings> apply,
        Func<ArgumentResult, T>? parse = null)
    {
        var option = new Option<T>(name)
        {
            Description = Text(initial) is { Length: > 0 } text ? $"{description} [{text}]" : description,
            HelpName = value,
            CustomParser = parse,
        };
        if (typeof(T) != typeof(string) && typeof(T).IsAssignableTo(typeof(System.Collections.IEnumerable)))
            option.Arity = ArgumentArity.OneOrMore;
        _rows.Add((option, (settings, result) => apply(settings, result.GetResult(option) is null ? initial : result.GetValue(option)!)));
        return this;
    }

    /// <summary>Adds an option with a whole number.</summary>
    public SettingTable AddNumber(
        string name,
        string description,
        int initial,
        Func<LoadSettings, int, LoadSettings> apply,
        int least = 1,
        int most = int.MaxValue) =>
        Add(name, "N", description, initial, apply, result => Number(result, name, least, most) ?? initial);

    /// <summary>Adds an option with a number that may be left out.</summary>
    public SettingTable AddOptionalNumber<T>(string name, string description, Func<LoadSettings, T?, LoadSettings> apply, T least)
        where T : struct, INumber<T> =>
        Add(name, "N", description, null, apply, result => Number(result, name, least, T.CreateSaturating(1e12)));

    /// <summary>Adds an option with a duration.</summary>
    public SettingTable AddDuration(string name, string description, TimeSpan initial, Func<LoadSettings, TimeSpan, LoadSettings> apply)
    {
        return Add(name, "TIME", description, initial, apply, Parse);

        TimeSpan Parse(ArgumentResult result)
        {
            if (!Durations.TryParse(result.Tokens[0].Value, out var duration))
                result.AddError($"{name}: '{result.Tokens[0].Value}' is no duration, such as 500ms, 10s or 2m.");
            return duration;
        }
    }

    /// <summary>The settings with what was given.</summary>
    public LoadSettings Apply(LoadSettings settings, ParseResult result) =>
        _rows.Aggregate(settings, (current, row) => row.Apply(current, result));

    // The default as it would be typed.
    private static string? Text<T>(T initial) => initial switch
    {
        DnsEndPoint address => $"{address.Host}:{address.Port}",
        TimeSpan time => Durations.Format(time),
        Enum name => name.ToString().ToLowerInvariant(),
        System.Collections.ICollection => null,
        _ => Convert.ToString(initial, CultureInfo.InvariantCulture),
    };

    private static T? Number<T>(ArgumentResult result, string name, T least, T most)
        where T : struct, INumber<T>
    {
        var text = result.Tokens[0].Value;
        if (!T.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            result.AddError($"{name}: '{text}' is no {(typeof(T) == typeof(double) ? "number, such as 0.5" : "whole number, such as 8")}.");
        else if (number < least)
            result.AddError($"{name}: {text} is less than {least}.");
        else if (number > most)
            result.AddError($"{name}: {text} is more than {most}.");
        else
            return number;
        return null;
    }
}
