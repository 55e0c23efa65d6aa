namespace ChatServer.Domain;

/// <summary>Why a rule refused. Engine has the table of the numerics that stand for them.</summary>
public enum Refusal
{
    /// <summary>Nobody has this nick.</summary>
    NoSuchNick,

    /// <summary>No room has this name, or the asker may not know of it.</summary>
    NoSuchRoom,

    /// <summary>The asker is not in the room.</summary>
    NotInRoom,

    /// <summary>The user that the command names is not in the room.</summary>
    TargetNotInRoom,

    /// <summary>The user that the command names is in the room already.</summary>
    AlreadyInRoom,

    /// <summary>Only operators of the room may do this.</summary>
    OperatorNeeded,

    /// <summary>The room admits invited users only (mode <c>i</c>).</summary>
    InviteOnly,

    /// <summary>The room has a key (mode <c>k</c>), and a wrong one or none was given.</summary>
    WrongKey,

    /// <summary>The room has as many members as it may have (mode <c>l</c>).</summary>
    RoomFull,

    /// <summary>A ban of the room (mode <c>b</c>) matches, and no exception does.</summary>
    Banned,

    /// <summary>The room admits users with an account only (mode <c>R</c>).</summary>
    AccountNeeded,

    /// <summary>The room admits users on TLS only (mode <c>z</c>).</summary>
    SecureOnly,

    /// <summary>Too many have joined the room just now (mode <c>j</c>).</summary>
    JoinsThrottled,

    /// <summary>The user is in as many rooms as allowed.</summary>
    TooManyRooms,

    /// <summary>The room takes no message from this sender: it is moderated, he is banned, or he is not a member and outsiders may not
    /// speak.</summary>
    CannotSpeak,

    /// <summary>The asker is in the room already.</summary>
    InRoomHimself,

    /// <summary>The room can be joined as it is: there is no need to knock.</summary>
    RoomIsOpen,

    /// <summary>The asker knocked at the room a short time ago.</summary>
    KnockedTooOften,

    /// <summary>The room takes messages of users with an account only (mode <c>M</c>).</summary>
    AccountNeededToSpeak,

    /// <summary>The room takes no CTCP but ACTION (mode <c>C</c>).</summary>
    NoCtcp,

    /// <summary>The user takes no CTCP but ACTION (user mode <c>T</c>).</summary>
    NoCtcpToUser,

    /// <summary>The room takes no formatted text (mode <c>c</c>).</summary>
    NoFormatting,

    /// <summary>Nobody plays in the room (mode <c>E</c> is not set).</summary>
    NoRoleplay,

    /// <summary>The room takes no notices (mode <c>T</c>).</summary>
    NoNotices,

    /// <summary>Nobody is kicked out of the room (mode <c>Q</c>).</summary>
    NoKicks,

    /// <summary>Members of the room keep their nick (mode <c>N</c>).</summary>
    NoNickChanges,

    /// <summary>A user who is banned or muted keeps his nick, or he could evade the ban.</summary>
    NoNickChangesWhileBanned,

    /// <summary>Another user holds this nick.</summary>
    NickInUse,

    /// <summary>Another room has this name.</summary>
    RoomNameInUse,

    /// <summary>The room was renamed a short time ago.</summary>
    RenamedTooOften,

    /// <summary>No message of the conversation has this id, or none that is still kept.</summary>
    NoSuchMessage,

    /// <summary>Only its author, or an operator of the room, may take a message back.</summary>
    NotAllowedToRedact,
}
