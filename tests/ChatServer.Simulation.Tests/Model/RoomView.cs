namespace ChatServer.SimulationTests.Model;

/// <summary>What one client knows of one room, from the lines it got since it joined and from nothing else.</summary>
internal sealed class RoomView(string name, int epoch)
{
    /// <summary>Letters of ranks and the signs they are shown by, highest first. Source: the server's PREFIX.</summary>
    public const string RankLetters = "qaohv";
    public const string RankSigns = "~&@%+";

    public string Name { get; set; } = name;

    /// <summary>Tells this stay in the room from earlier and later ones.</summary>
    public int Epoch { get; } = epoch;

    /// <summary>When this stay began, in what clients send and hear.</summary>
    public long Since { get; init; }

    /// <summary>Whether the lines that come with a JOIN are still coming.</summary>
    public bool IsArriving { get; set; } = true;

    /// <summary>By folded nick.</summary>
    public Dictionary<string, Member> Members { get; } = [];

    /// <summary>Whether it was told up to when it has read this room.</summary>
    public bool IsMarked { get; set; }

    /// <summary>When it was last given a name, as the server says; null when the client has not been told.</summary>
    public DateTimeOffset? RenamedAt { get; set; }

    public string? Topic { get; set; }

    /// <summary>Who set the topic and when (UTC, in seconds); null until the client has been told.</summary>
    public (string By, long? At)? TopicSet { get; set; }

    /// <summary>Who set a mask of a list, and when; those that the client has been told of.</summary>
    public Dictionary<(char List, string Mask), (string By, long? At)> MasksSet { get; } = [];

    /// <summary>Modes without parameter; null until the client has asked.</summary>
    public HashSet<char>? Flags { get; set; }

    public string? Key { get; set; }

    public int? Limit { get; set; }

    /// <summary>Null until the client has asked.</summary>
    public HashSet<string>? Bans { get; set; }

    /// <summary>Exceptions from bans; null until the client has asked.</summary>
    public HashSet<string>? Exceptions { get; set; }

    /// <summary>Who may come uninvited; null until the client has asked.</summary>
    public HashSet<string>? Guests { get; set; }

    /// <summary>How many may come within how long (mode <c>j</c>); null for any number, or when the client has not asked.</summary>
    public Throttle? Throttle { get; set; }

    /// <summary>Where those are sent on to who are not let in (mode <c>f</c>); null for nowhere, or when the client has not
    /// asked.</summary>
    public string? Forward { get; set; }

    /// <summary>How many events of this room the client has seen since it came. All of them take place in what the server
    /// remembers.</summary>
    public int EventsSeen { get; set; }

    /// <summary>The ids of what has happened here since the client came, its own coming first; what was said is not among it.</summary>
    public List<string> Happened { get; } = [];

    /// <summary>What the client has heard here since it came, in order.</summary>
    public List<Said> Heard { get; } = [];

    /// <summary>What the client has heard and seen here since it came, in order, as far as a room remembers it: messages, and the ids of
    /// what has happened.</summary>
    public List<object> Seen { get; } = [];

    /// <summary>One member, as far as the client knows him.</summary>
    /// <param name="nick">As last shown.</param>
    /// <param name="ranks">Letters of ranks; null when they are not known.</param>
    public sealed class Member(string nick, string? ranks)
    {
        public string Nick { get; set; } = nick;

        /// <summary>Null when never shown.</summary>
        public string? User { get; set; }

        /// <summary>Letters of ranks, in no order; null when the client saw the highest one only. In a crowd everybody knows
        /// everybody, so this is a text that all who have none share.</summary>
        public string? Ranks { get; private set; } = ranks;

        /// <summary>0 for none, 5 for the highest.</summary>
        public int Height => string.IsNullOrEmpty(Ranks) ? 0 : Ranks.Max(HeightOf);

        public string Signs => Ranks is null
            ? "?"
            : string.Concat(RankLetters.Where(letter => Ranks.Contains(letter, StringComparison.Ordinal)).Select(SignOf));

        /// <summary>A rank is given, or taken; where ranks are not known, they are not known after it.</summary>
        /// <returns>Whether that is a change.</returns>
        public bool TryChange(char letter, bool adds)
        {
            if (Ranks is null) return true;
            if (Ranks.Contains(letter, StringComparison.Ordinal) == adds) return false;
            Ranks = adds ? Ranks + letter : Ranks.Replace(letter.ToString(), "", StringComparison.Ordinal);
            return true;
        }

        private static char SignOf(char letter) => RankSigns[RankLetters.IndexOf(letter, StringComparison.Ordinal)];
    }

    public const int Voice = 1;
    public const int HalfOperator = 2;
    public const int Operator = 3;

    public static int HeightOfSign(char sign) => HeightOf(RankLetters[RankSigns.IndexOf(sign, StringComparison.Ordinal)]);

    public static int HeightOf(char letter) => RankLetters.Length - RankLetters.IndexOf(letter, StringComparison.Ordinal);

    /// <summary>Takes a name of a NAMES list apart: signs, nick, and user name where it is shown.</summary>
    public static Member Read(string shown, bool showsAllRanks)
    {
        var signs = shown.TakeWhile(sign => RankSigns.Contains(sign, StringComparison.Ordinal)).Count();
        var name = shown[signs..];
        var user = name.IndexOf('!', StringComparison.Ordinal);
        var letters = shown[..signs].Select(sign => RankLetters[RankSigns.IndexOf(sign, StringComparison.Ordinal)]);
        return new Member(user < 0 ? name : name[..user], showsAllRanks ? string.Concat(letters) : null)
        {
            User = user < 0 ? null : name[(user + 1)..name.IndexOf('@', StringComparison.Ordinal)],
        };
    }
}
