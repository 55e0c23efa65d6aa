using System.Reflection;
using ChatServer.Host.Configuration;

namespace ChatServer.Host.CommandLine;

/// <summary>What <c>--help</c>, <c>--version</c> and <c>--settings</c> print.</summary>
internal static class HelpText
{
    /// <summary>The version of this build, such as <c>0.1.0</c>.</summary>
    public static string Version { get; } =
        typeof(HelpText).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public static string Usage { get; } =
        """
        An IRC server made of actors.

        Usage: ChatServer [options] [--Section:Key=value ...]

        Options:
          -c, --config FILE     read the configuration from FILE (JSON) instead of appsettings.json
          --dev-certificate     serve TLS with a self-signed certificate made in memory; when no endpoint
                                has TLS, open one on 127.0.0.1:6697
          --settings            list every setting with its default and what it may be
          --version             print the version
          -h, --help            print this

        Settings come from, the later over the earlier:
          1. the defaults: listen on 127.0.0.1:6667, keep nothing on disk
          2. FILE, or else appsettings.json in the working folder or beside the program
          3. environment variables       CHATSERVER_Server__Network=MyNet
          4. the command line            --Server:Network=MyNet --Server:Motd:0="Be kind."
        Sections and keys are joined by ':', or by '__' in the environment; elements of a list are numbered
        from 0; times are hh:mm:ss.

        Example:
          ChatServer --Endpoints:0:Address=* --Endpoints:0:Port=6667 --Server:Name=irc.example.org

        Ctrl+C or SIGTERM ends the server in order, a second Ctrl+C at once.
        """;

    /// <summary>One line for each setting: key, default, what it may be.</summary>
    public static string Settings()
    {
        var settings = SettingsCatalog.Of(typeof(HostSettings));
        var width = settings.Max(setting => setting.Key.Length);
        return string.Join(
            Environment.NewLine,
            settings.Select(setting =>
                $"{setting.Key.PadRight(width)}  default {setting.Default}; {setting.Expectation}"
                + (setting.InUse ? "" : " (not in use yet)")));
    }
}
