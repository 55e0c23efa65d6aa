using System.Collections.Frozen;
using System.Globalization;
using ChatServer.Engine.Connections;
using ChatServer.Engine.Settings;
using ChatServer.Protocol;

namespace ChatServer.Engine.Commands;

/// <summary>The values of capabilities in CAP LS, made from the settings and from who asks.</summary>
/// <remarks>Any thread. Source: IRCv3 capability-negotiation, CAP LS version 302; each value is described with its capability.</remarks>
internal static class CapabilityValues
{
    /// <summary>The version of negotiation from which on capabilities may have values and notifications come unasked.</summary>
    public const int LeastVersion = 302;

    private static readonly FrozenDictionary<string, Func<Session, ServerSettings, string?>> ByName =
        new Dictionary<string, Func<Session, ServerSettings, string?>>
        {
            ["draft/relaymsg"] = static (_, settings) => settings.RelayMessages.Separators,
            ["draft/multiline"] = static (_, settings) => MultilineLimits(settings.Limits),
            ["sts"] = static (session, settings) => TransportSecurity(session, settings.Sts),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The value; null when there is none, or the client is too old for values.</summary>
    /// <param name="session">Who asks.</param>
    /// <param name="settings">The settings that hold.</param>
    /// <param name="capability">Of which capability.</param>
    public static string? Of(Session session, ServerSettings settings, Capability capability) =>
        session.CapabilityVersion >= LeastVersion && ByName.TryGetValue(capability.Name, out var value) ? value(session, settings) : null;

    private static string MultilineLimits(LimitSettings limits)
    {
        return string.Create(CultureInfo.InvariantCulture, $"max-bytes={limits.MultilineBytes},max-lines={limits.MultilineLines}");
    }

    // A plain connection is told the port for secure ones. How long to insist on TLS is told, and believed, only over TLS. Source: IRCv3
    // sts, Details.
    private static string? TransportSecurity(Session session, StsSettings policy)
    {
        if (!policy.Enabled) return null;
        if (!session.IsSecure) return string.Create(CultureInfo.InvariantCulture, $"port={policy.Port}");
        var duration = string.Create(CultureInfo.InvariantCulture, $"duration={(long)policy.Duration.TotalSeconds}");
        return policy.Preload ? $"{duration},preload" : duration;
    }
}
