using System.Collections.Immutable;

namespace ChatClient.Configuration;

/// <summary>The keys of the configuration file, and what they set.</summary>
internal static class ConfigurationKeys
{
    private static readonly string[] Themes = ["dark", "light", "16", "none"];

    /// <summary>Keys below <c>notifications</c>.</summary>
    public static readonly KeyTable<ChatConfiguration> Notifications = new("\"notifications\"")
    {
        ["bell"] = (set, value) => set with { Bell = value.AsFlag() },
        ["desktop"] = (set, value) => set with
        {
            Desktop = Enum.Parse<DesktopNotification>(value.AsOneOf("none", "osc9", "osc777"), ignoreCase: true),
        },
    };

    /// <summary>Keys of a server.</summary>
    public static readonly KeyTable<ServerProfile> Server = new("a server")
    {
        ["address"] = (set, value) => set with { Address = value.AsText() },
        ["tls"] = (set, value) => set with { Tls = value.AsFlag() },
        ["fingerprint"] = (set, value) => set with { Fingerprint = value.AsText() },
        ["nick"] = (set, value) => set with { Nick = value.AsText() },
        ["rooms"] = (set, value) => set with { Rooms = value.AsTexts() },
        ["passwordFile"] = (set, value) => set with { PasswordFile = value.AsPath() },
        ["account"] = (set, value) => set with { Account = value.AsText() },
        ["accountPasswordFile"] = (set, value) => set with { AccountPasswordFile = value.AsPath() },
        ["mechanism"] = (set, value) => set with { Mechanism = value.AsOneOf("PLAIN", "EXTERNAL", "SCRAM-SHA-256") },
        ["certificate"] = (set, value) => set with { Certificate = value.AsPath() },
    };

    /// <summary>Keys at the top.</summary>
    public static readonly KeyTable<ChatConfiguration> Top = new("the file")
    {
        ["nick"] = (set, value) => set with { Nick = value.AsText() },
        ["otherNicks"] = (set, value) => set with { OtherNicks = value.AsTexts() },
        ["realName"] = (set, value) => set with { RealName = value.AsText() },
        ["server"] = (set, value) => set with { DefaultServer = value.AsText() },
        ["servers"] = (set, value) => set with { Servers = ReadServers(value) },
        ["history"] = (set, value) => set with { History = value.AsNumber(0, 1000) },
        ["theme"] = (set, value) => set with { Theme = value.AsOneOf(Themes) },
        ["notifications"] = (set, value) => Notifications.Read(set, value),
        ["highlights"] = (set, value) => set with { Highlights = value.AsTexts() },
        ["ignore"] = (set, value) => set with { Ignore = value.AsTexts() },
        ["friends"] = (set, value) => set with { Friends = value.AsTexts() },
        ["showTyping"] = (set, value) => set with { ShowsTyping = value.AsFlag() },
        ["log"] = (set, value) => set with { Log = value.AsFlag() },
        ["logFolder"] = (set, value) => set with { LogFolder = value.AsPath() },
    };

    private static ImmutableDictionary<string, ServerProfile> ReadServers(ConfigurationValue value)
    {
        var servers = new ChatConfiguration().Servers;
        foreach (var (name, server) in value.Members())
        {
            var profile = Server.Read(new ServerProfile(string.Empty), server);
            servers = servers.SetItem(name, profile.Address.Length > 0 ? profile : throw server.Fault("has no \"address\""));
        }

        return servers;
    }
}
