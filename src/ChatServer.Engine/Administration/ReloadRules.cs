using System.Collections.Immutable;
using ChatServer.Engine.Settings;

namespace ChatServer.Engine.Administration;

/// <summary>Which settings can change while the server runs.</summary>
internal static class ReloadRules
{
    /// <summary>The settings after a reload.</summary>
    /// <param name="now">The settings in place.</param>
    /// <param name="fresh">The settings that were read.</param>
    /// <returns>The fresh settings, except those that can't change under connected clients, and the keys of these that differ.</returns>
    /// <remarks>Clients know the server by its name, and every index of nicks and rooms is folded by the case mapping.</remarks>
    public static (ServerSettings Settings, ImmutableArray<string> Waiting) Apply(ServerSettings now, ServerSettings fresh)
    {
        var waiting = ImmutableArray.CreateBuilder<string>();
        if (fresh.Server.Name != now.Server.Name) waiting.Add("Server:Name");
        if (fresh.Server.CaseMapping != now.Server.CaseMapping) waiting.Add("Server:CaseMapping");
        var server = fresh.Server with { Name = now.Server.Name, CaseMapping = now.Server.CaseMapping };
        return (fresh with { Server = server }, waiting.ToImmutable());
    }
}
