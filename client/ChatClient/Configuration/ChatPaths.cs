namespace ChatClient.Configuration;

/// <summary>Where the program keeps its files.</summary>
/// <remarks>On Linux by the XDG Base Directory Specification; on macOS and Windows in the user's application data.</remarks>
internal static class ChatPaths
{
    private const string Name = "chat";

    /// <summary>The configuration: <c>~/.config/chat/config.json</c>.</summary>
    public static FileInfo Configuration => new(Path.Combine(Base("XDG_CONFIG_HOME", ".config"), Name, "config.json"));

    /// <summary>Fingerprints of trusted certificates: <c>~/.local/state/chat/certificates</c>.</summary>
    public static FileInfo Certificates => new(Path.Combine(State, "certificates"));

    /// <summary>Logs of rooms: <c>~/.local/state/chat/logs</c>.</summary>
    public static DirectoryInfo Logs => new(Path.Combine(State, "logs"));

    private static string State => Path.Combine(Base("XDG_STATE_HOME", Path.Combine(".local", "state")), Name);

    private static string Base(string variable, string belowHome)
    {
        // The specification says to ignore a relative path.
        if (Environment.GetEnvironmentVariable(variable) is { } path && Path.IsPathRooted(path))
            return path;

        return OperatingSystem.IsWindows() || OperatingSystem.IsMacOS()
            ? Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData)
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), belowHome);
    }
}
