using ChatServer.Host.Configuration;

namespace ChatServer.Host.CommandLine;

/// <summary>What the command line asks for.</summary>
internal sealed record CommandLineArguments
{
    private static readonly string[] Options = ["--config", "--dev-certificate", "--settings", "--help", "--version"];

    /// <summary>Print how the program is used, and exit.</summary>
    public bool Help { get; init; }

    /// <summary>Print the version, and exit.</summary>
    public bool Version { get; init; }

    /// <summary>Print every setting, and exit.</summary>
    public bool ListSettings { get; init; }

    /// <summary>Use a self-signed certificate made in memory.</summary>
    public bool DevCertificate { get; init; }

    /// <summary>The configuration file, or null.</summary>
    public string? ConfigFile { get; init; }

    /// <summary>Settings given as <c>--Section:Key=value</c>, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> Settings { get; init; } = [];

    /// <exception cref="StartException">An argument is unknown or its value is missing.</exception>
    public static CommandLineArguments Parse(IReadOnlyList<string> arguments)
    {
        var result = new CommandLineArguments();
        var settings = new List<KeyValuePair<string, string?>>();
        for (var i = 0; i < arguments.Count; i++)
        {
            var (name, value) = SplitAtEquals(arguments[i]);
            switch (name)
            {
                case "--help" or "-h" or "-?" when value is null:
                    result = result with { Help = true };
                    break;
                case "--version" when value is null:
                    result = result with { Version = true };
                    break;
                case "--settings" when value is null:
                    result = result with { ListSettings = true };
                    break;
                case "--dev-certificate" when value is null:
                    result = result with { DevCertificate = true };
                    break;
                case "--config" or "-c":
                    result = result with { ConfigFile = value ?? ValueAfter(name, ref i) };
                    break;
                case ['-', '-', _, ..] when name.Contains(':', StringComparison.Ordinal):
                    settings.Add(new(name[2..], value ?? ValueAfter(name, ref i)));
                    break;
                default:
                    throw Unknown(arguments[i], name);
            }
        }

        return result with { Settings = settings };

        string ValueAfter(string name, ref int i) =>
            ++i < arguments.Count ? arguments[i] : throw new StartException($"{name} needs a value. See --help.");
    }

    private static (string Name, string? Value) SplitAtEquals(string argument) =>
        argument.IndexOf('=', StringComparison.Ordinal) is var at and > 0
            ? (argument[..at], argument[(at + 1)..])
            : (argument, null);

    private static StartException Unknown(string argument, string name) =>
        Options.Contains(name)
            ? new($"{name} takes no value, but was given as {argument}. See --help.")
            : Spelling.Nearest(name, Options) is { } near
                ? new($"unknown argument {argument}. Did you mean {near}? See --help.")
                : new($"unknown argument {argument}. A setting is given as --Section:Key=value. See --help.");
}
