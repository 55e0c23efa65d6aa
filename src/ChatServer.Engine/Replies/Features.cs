using System.Collections.Immutable;
using System.Globalization;
using ChatServer.Domain.Rooms;
using ChatServer.Engine.Settings;
using ChatServer.Protocol;

namespace ChatServer.Engine.Replies;

/// <summary>What ISUPPORT (005) says, made from the settings and tables that enforce it, so that it can't lie.</summary>
/// <remarks>Source: Modern, RPL_ISUPPORT Parameters; IRCv3 utf8-only.</remarks>
internal static class Features
{
    /// <summary>The tokens, line by line.</summary>
    public static ImmutableArray<ImmutableArray<string>> Lines(ServerSettings settings, CaseMapping caseMapping)
    {
        var limits = settings.Limits;
        var lists = RoomModes.Table.LettersOf(ModeKind.List);
        var rooms = limits.RoomsPerUser > 0 ? Number(limits.RoomsPerUser) : "";
        var targets = Number(limits.TargetsPerCommand);
        var features = new ISupport()
            .Add("ACCOUNTEXTBAN", ExtendedMask.AccountExtBanToken)
            .Add("AWAYLEN", Number(limits.AwayLength))
            .Add("BOT", "B")
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
            .Add("MONITOR", Number(limits.MonitorEntries))
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
        if (settings.Server.Utf8Only) features.Add("UTF8ONLY");
        return features.Lines(settings.Server.Name, limits.NickLength);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
