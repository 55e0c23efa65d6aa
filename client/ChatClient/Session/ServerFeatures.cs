using System.Globalization;
using ChatServer.Protocol;

namespace ChatClient.Session;

/// <summary>What the server has announced about itself, as far as the client needs it.</summary>
/// <remarks>Immutable. Without RPL_ISUPPORT, the values of RFC 1459 servers. Source: Modern, RPL_ISUPPORT parameters.</remarks>
internal sealed record ServerFeatures
{
    /// <summary>The features before any RPL_ISUPPORT.</summary>
    public static readonly ServerFeatures Default = new();

    /// <summary>Decides which names are equal.</summary>
    public CaseMapping CaseMapping { get; private init; } = CaseMapping.Rfc1459;

    /// <summary>The characters that room names begin with.</summary>
    public string RoomPrefixes { get; private init; } = "#&";

    /// <summary>Mode letters of members' ranks, highest first.</summary>
    public string RankLetters { get; private init; } = "ov";

    /// <summary>Prefixes of members' ranks, highest first.</summary>
    public string RankPrefixes { get; private init; } = "@+";

    /// <summary>The network's name, or null.</summary>
    public string? Network { get; private init; }

    /// <summary>Maximum length of a line without tags, including CR LF. Unit: bytes.</summary>
    public int LineBytes { get; private init; } = MessageWriter.DefaultLineBytes;

    /// <summary>Maximum number of messages in one answer to a request for history; 0 for no limit; null if unknown. Source: IRCv3
    /// chathistory.</summary>
    public int? HistoryLimit { get; private init; }

    /// <summary>Whether history can be requested by message id. Source: IRCv3 chathistory, MSGREFTYPES.</summary>
    public bool TakesMessageIds { get; private init; } = true;

    /// <summary>Maximum number of watched nicks; 0 for no limit; null if there is no MONITOR. Source: IRCv3 monitor.</summary>
    public int? MonitorLimit { get; private init; }

    /// <summary>Whether WHO can report accounts. Source: IRCv3 whox.</summary>
    public bool HasWhoX { get; private init; }

    /// <summary>The flag that marks programs in WHO, or null. Source: IRCv3 bot-mode.</summary>
    public char? BotFlag { get; private init; }

    /// <summary>Which room modes take a parameter.</summary>
    public ModeTable RoomModes { get; private init; } = ModesOf("b,k,l,imnpst", "ov");

    private string ModeTypes { get; init; } = "b,k,l,imnpst";

    /// <summary>Whether a name is the name of a room, not a nick.</summary>
    public bool IsRoom(string name) => !string.IsNullOrEmpty(name) && RoomPrefixes.Contains(name[0], StringComparison.Ordinal);

    /// <summary>Adds tokens, such as <c>CASEMAPPING=ascii</c>. Unknown and malformed tokens are ignored.</summary>
    public ServerFeatures With(IEnumerable<string> tokens)
    {
        var features = this;
        foreach (var token in tokens)
        {
            var equals = token.IndexOf('=', StringComparison.Ordinal);
            features = equals < 0 ? features.With(token, string.Empty) : features.With(token[..equals], token[(equals + 1)..]);
        }

        return features with { RoomModes = ModesOf(features.ModeTypes, features.RankLetters) };
    }

    private ServerFeatures With(string name, string value) =>
        name switch
        {
            "CASEMAPPING" when value.Length > 0 => this with { CaseMapping = MappingOf(value) },
            "WHOX" => this with { HasWhoX = true },
            "MONITOR" => this with { MonitorLimit = NumberIn(value) ?? 0 },
            "CHATHISTORY" or "draft/CHATHISTORY" => this with { HistoryLimit = NumberIn(value) },
            "MSGREFTYPES" => this with { TakesMessageIds = value.Split(',').Contains("msgid") },
            "BOT" when value.Length > 0 => this with { BotFlag = value[0] },
            "CHANTYPES" => this with { RoomPrefixes = value },
            "CHANMODES" when value.Length > 0 => this with { ModeTypes = value },
            "NETWORK" when value.Length > 0 => this with { Network = value },
            "LINELEN" when NumberIn(value) is { } bytes and >= 512 => this with { LineBytes = bytes },
            "PREFIX" when value.StartsWith('(') && value.IndexOf(')', StringComparison.Ordinal) is var end and > 0
                && value.Length - end - 1 == end - 1 =>
                this with { RankLetters = value[1..end], RankPrefixes = value[(end + 1)..] },
            _ => this,
        };

    private static int? NumberIn(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static CaseMapping MappingOf(string name) =>
        name switch
        {
            "ascii" => CaseMapping.Ascii,
            "rfc1459-strict" => CaseMapping.Rfc1459Strict,
            _ => CaseMapping.Rfc1459,
        };

    private static ModeTable ModesOf(string types, string ranks)
    {
        ReadOnlySpan<ModeKind> kinds = [ModeKind.List, ModeKind.AlwaysParameter, ModeKind.ParameterWhenSet, ModeKind.Flag];
        var rows = new Dictionary<char, ModeDefinition>();
        var position = 0;
        foreach (var letters in types.Split(','))
        {
            // Types after the fourth are reserved for later specifications and ignored.
            if (position == kinds.Length)
                break;
            foreach (var letter in letters)
                rows.TryAdd(letter, new ModeDefinition(letter, kinds[position], string.Empty));
            position++;
        }

        foreach (var letter in ranks)
            rows[letter] = new ModeDefinition(letter, ModeKind.Membership, string.Empty);
        return new ModeTable([.. rows.Values]);
    }
}
