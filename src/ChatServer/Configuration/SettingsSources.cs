using System.Text.Json;
using ChatServer.Host.CommandLine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;

namespace ChatServer.Host.Configuration;

/// <summary>Where settings come from: a file, the environment, the command line, the later over the earlier.</summary>
internal sealed class SettingsSources
{
    private const string DefaultFile = "appsettings.json";

    private readonly CommandLineArguments _arguments;
    private readonly string _environmentPrefix;

    /// <param name="arguments">The command line.</param>
    /// <param name="environmentPrefix">What the names of environment variables that are settings begin with.</param>
    public SettingsSources(CommandLineArguments arguments, string environmentPrefix = "CHATSERVER_")
    {
        _arguments = arguments;
        _environmentPrefix = environmentPrefix;
        File = arguments.ConfigFile ?? FindDefaultFile();
    }

    /// <summary>The file that is read, or null when there is none.</summary>
    public string? File { get; }

    /// <summary>Reads all sources as they are now.</summary>
    /// <exception cref="StartException">A source can't be read, or a setting can't be taken as it is.</exception>
    public SettingsReading<HostSettings> Read()
    {
        var configuration = Load();
        var reading = SettingsReader.Read<HostSettings>(configuration, key => OriginOf(configuration, key));
        var problems = reading.Problems.Count > 0
            ? reading.Problems
            : EndpointClashes.In(reading.Settings.Endpoints, key => OriginOf(configuration, key));
        return problems.Count == 0 ? reading : throw new StartException(string.Join(Environment.NewLine, problems));
    }

    private IConfigurationRoot Load()
    {
        var builder = new ConfigurationBuilder();
        try
        {
            using var stream = File is null ? Stream.Null : System.IO.File.OpenRead(File);
            if (File is not null)
                builder.AddJsonStream(stream);
            return builder.AddEnvironmentVariables(_environmentPrefix).AddInMemoryCollection(_arguments.Settings).Build();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"can't read the configuration file {File}: {fault.Message}", fault);
        }
        catch (JsonException fault)
        {
            // The message ends with the line counted from 0; we say it first, and as editors count.
            var reason = fault.Message.Split(" LineNumber:")[0];
            throw new StartException($"the configuration file {File} is not valid JSON: line {fault.LineNumber + 1}: {reason}", fault);
        }
        catch (FormatException fault)
        {
            throw new StartException($"the configuration file {File} can't be used: {fault.Message}", fault);
        }
    }

    private string? OriginOf(IConfigurationRoot configuration, string key) =>
        configuration.Providers.Reverse().FirstOrDefault(provider => Has(provider, key)) switch
        {
            JsonStreamConfigurationProvider => File,
            EnvironmentVariablesConfigurationProvider =>
                $"the environment variable {_environmentPrefix}{key.Replace(":", "__", StringComparison.Ordinal)}",
            null => null,
            _ => "the command line",
        };

    private static bool Has(IConfigurationProvider provider, string key) =>
        provider.TryGet(key, out _) || provider.GetChildKeys([], key).Any();

    private static string? FindDefaultFile() =>
        new[] { Environment.CurrentDirectory, AppContext.BaseDirectory }
            .Select(folder => Path.Combine(folder, DefaultFile))
            .FirstOrDefault(System.IO.File.Exists);
}
