using System.Text.Json;

namespace ChatClient.Configuration;

/// <summary>Reads the configuration file: JSON with comments.</summary>
internal static class ConfigurationFile
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Reads a file.</summary>
    /// <exception cref="ConfigurationException">It has a fault; the message names the file, the place and the fix.</exception>
    public static ChatConfiguration Read(FileInfo file)
    {
        try
        {
            return Parse(File.ReadAllText(file.FullName));
        }
        catch (ConfigurationException error)
        {
            throw new ConfigurationException($"{file.FullName}: {error.Message}", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException(error.Message, error);
        }
    }

    /// <summary>Reads the text of a file.</summary>
    /// <exception cref="ConfigurationException">It has a fault; the message names the place and the fix.</exception>
    public static ChatConfiguration Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            var configuration = ConfigurationKeys.Top.Read(
                new ChatConfiguration(), new ConfigurationValue(string.Empty, document.RootElement));
            CheckDefault(configuration);
            return configuration;
        }
        catch (JsonException error)
        {
            throw new ConfigurationException($"line {error.LineNumber + 1}: not JSON: {error.Message.Split(" LineNumber")[0]}", error);
        }
    }

    // Without any servers, it may be an address.
    private static void CheckDefault(ChatConfiguration configuration)
    {
        if (configuration.DefaultServer is not { } name || configuration.Servers.IsEmpty || configuration.Servers.ContainsKey(name))
            return;

        var known = string.Join(", ", configuration.Servers.Keys);
        throw new ConfigurationException($"\"server\" is \"{name}\", but \"servers\" has only: {known}");
    }
}
