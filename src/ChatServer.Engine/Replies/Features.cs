using System.Collections.Immutable;
using System.Globalization;
using ChatServer.Domain.Rooms;
using ChatServer.Domain.Users;
using ChatServer.Engine.Settings;
using ChatServer.Protocol;

namespace ChatServer.Engine.Replies;

/// <summary>The tokens of ISUPPORT (005), made from the settings and tables that the server goes by, so that they are always
/// true.</summary>
/// <remarks>Source: Modern, RPL_ISUPPORT Parameters; IRCv3 utf8-only, draft/network-icon; for <c>UTF8MAPPING</c>, Ergo.</remarks>
internal static class Features
{
    /// <summary>The tokens, line by line.</summary>
    public static ImmutableArray<ImmutableArray<string>> Lines(ServerSettings settings, CaseMapping caseMapping) =>
        Share(Collect(settings, caseMapping), settings);

    /// <summary>What clients must be told after a change of settings: tokens that are new or have changed, and those that are withdrawn.
    /// Source: Modern, RPL_ISUPPORT.</summary>
    /// <param name="before">The tokens before.</param>
    /// <param name="after">The tokens now.</param>
    /// <param name="settings">The settings now.</param>
    /// <returns>The tokens, line by line; none when nothing has changed.</returns>
    public static ImmutableArray<ImmutableArray<string>> Changes(
        ImmutableArray<ImmutableArray<string>> before, ImmutableArray<ImmutableArray<string>> after, ServerSettings settings)
    {
        var changes = new ISupport();
        var known = before.SelectMany(line => line).ToHashSet(StringComparer.Ordinal);
        var current = after.SelectMany(line => line).ToList();
        foreach (var token in current.Where(token => !known.Contains(token))) changes.AddToken(token);
        foreach (var name in known.Select(ISupport.NameOf).Except(current.Select(ISupport.NameOf))) changes.Withdraw(name);
        return Share(changes, settings);
    }

    private static ImmutableArray<ImmutableArray<string>> Share(ISupport features, ServerSettings settings) =>
        features.Lines(settings.Server.Name, settings.Limits.NickLength);

    private static ISupport Collect(ServerSettings settings, CaseMapping caseMapping)
    {
        var limits = settings.Limits;
        var lists = RoomModes.Table.LettersOf(ModeKind.List);
        var rooms = limits.RoomsPerUser > 0 ? Number(limits.RoomsPerUser) : "";
        var targets = Number(limits.TargetsPerCommand);
        var features = new ISupport()
            .Add("ACCEPT", Number(AcceptedUsers.Most))
            .Add("ACCOUNTEXTBAN", ExtendedMask.AccountExtBanToken)
            .Add("AWAYLEN", Number(limits.AwayLength))
            .Add("BOT", "B")
            .Add("CALLERID", "g")
            .Add("CASEMAPPING", caseMapping.Name)
            .Add("CHANLIMIT", $"{RoomName.Prefix}:{rooms}")
            .Add("CHANMODES", RoomModes.ChanModesToken)
            .Add("CHANNELLEN", Number(limits.RoomNameLength))
            .Add("CHANTYPES", RoomName.Prefix.ToString())
            .Add("ELIST", "CMNTU")
            .Add("EXCEPTS", "e")
            .Add("EXTBAN", ExtendedMask.ExtBanToken)
            .Add("FORWARD", "f")
            .Add("HOSTLEN", Number(limits.HostLength))
            .Add("INVEX", "I")
            .Add("KEYLEN", Number(limits.KeyLength))
            .Add("KICKLEN", Number(limits.KickLength))
            .Add("KNOCK")
            .Add("MAXLIST", string.Join(',', lists.Select(list => $"{list}:{limits.ListModeEntries}")))
            .Add("MAXTARGETS", targets)
            .Add("MODES", Number(limits.ModesPerCommand))
            .Add("NAMELEN", Number(limits.RealNameLength))
            .Add("NETWORK", settings.Server.Network)
            .Add("NICKLEN", Number(limits.NickLength))
            .Add("PREFIX", RoomModes.PrefixToken)
            .Add("SAFELIST")
            .Add("SAFERATE")
            .Add("STATUSMSG", string.Concat(RoomModes.Ranks.Select(rank => rank.Prefix)))
            .Add("TARGMAX", $"JOIN:,KICK:,LIST:,NAMES:,NOTICE:{targets},PART:,PRIVMSG:{targets},TAGMSG:{targets},WHOIS:1,WHOWAS:1")
            .Add("TOPICLEN", Number(limits.TopicLength))
            .Add("USERLEN", Number(limits.UserLength))
            .Add("WHOX");
        if (settings.History.Enabled)
        {
            // The second is what clients from before the first ask for.
            var most = Number(settings.History.MaxMessagesPerRequest);
            features.Add("CHATHISTORY", most).Add("draft/CHATHISTORY", most).Add("MSGREFTYPES", "msgid,timestamp");
        }
        if (caseMapping.CoversAllScripts) features.Add("UTF8MAPPING", "rfc8265");
        if (limits.MonitorEntries > 0) features.Add("MONITOR", Number(limits.MonitorEntries));
        if (settings.Roleplay.Enabled) features.Add("RPCHAN", "E");
        if (settings.Server.Utf8Only) features.Add("UTF8ONLY");
        if (settings.Server.Icon is { Length: > 0 } icon) features.Add("draft/ICON", icon);
        return features;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
