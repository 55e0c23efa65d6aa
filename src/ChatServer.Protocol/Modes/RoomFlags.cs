namespace ChatServer.Protocol;

/// <summary>Modes of a room that take no parameter. Source: Modern, channel modes of type D; the rest from InspIRCd and Ergo.</summary>
[Flags]
public enum RoomFlags
{
    /// <summary>No mode.</summary>
    None = 0,

    /// <summary><c>i</c>: only invited users may join.</summary>
    InviteOnly = 1,

    /// <summary><c>m</c>: only voiced members and above may speak.</summary>
    Moderated = 1 << 1,

    /// <summary><c>n</c>: only members may speak.</summary>
    NoOutsideMessages = 1 << 2,

    /// <summary><c>s</c>: outsiders do not learn that the room exists.</summary>
    Secret = 1 << 3,

    /// <summary><c>t</c>: only half-operators and above may set the topic.</summary>
    ProtectedTopic = 1 << 4,

    /// <summary><c>C</c>: no CTCP but ACTION.</summary>
    NoCtcp = 1 << 5,

    /// <summary><c>c</c>: no colours and other formatting.</summary>
    NoFormatting = 1 << 6,

    /// <summary><c>T</c>: no NOTICE.</summary>
    NoNotices = 1 << 7,

    /// <summary><c>R</c>: only users with an account may join.</summary>
    AccountsJoin = 1 << 8,

    /// <summary><c>M</c>: only users with an account, or a voice, may speak.</summary>
    AccountsSpeak = 1 << 9,

    /// <summary><c>z</c>: only users on TLS may join.</summary>
    SecureOnly = 1 << 10,

    /// <summary><c>N</c>: members below half-operator keep their nick.</summary>
    NoNickChanges = 1 << 11,

    /// <summary><c>Q</c>: nobody can be kicked.</summary>
    NoKicks = 1 << 12,

    /// <summary><c>U</c>: messages of members without a voice reach only half-operators and above.</summary>
    OpModerated = 1 << 13,

    /// <summary><c>u</c>: members without a rank are shown only to members with one.</summary>
    Auditorium = 1 << 14,

    /// <summary><c>E</c>: members may speak as roleplay characters. Source: Ergo.</summary>
    Roleplay = 1 << 15,
}
