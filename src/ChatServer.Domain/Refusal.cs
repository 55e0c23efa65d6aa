namespace ChatServer.Domain;

/// <summary>Why a rule said no. The wire has a numeric for each; the table of them is Engine's.</summary>
public enum Refusal
{
    /// <summary>Nobody has this nick.</summary>
    NoSuchNick,

    /// <summary>No room has this name, or the asker may not know of it.</summary>
    NoSuchRoom,

    /// <summary>The asker is not in the room.</summary>
    NotInRoom,

    /// <summary>The one whom the command names is not in the room.</summary>
    TargetNotInRoom,

    /// <summary>The one whom the command names is in the room already.</summary>
    AlreadyInRoom,

    /// <summary>Only operators of the room may do this.</summary>
    OperatorNeeded,

    /// <summary>The room admits invited users only (mode <c>i</c>).</summary>
    InviteOnly,

    /// <summary>The room has a key (mode <c>k</c>) and another was given.</summary>
    WrongKey,

    /// <summary>The room has as many members as it may have (mode <c>l</c>).</summary>
    RoomFull,

    /// <summary>A ban of the room (mode <c>b</c>) matches, and no exception does.</summary>
    Banned,

    /// <summary>The user is in as many rooms as one may be in.</summary>
    TooManyRooms,

    /// <summary>The room takes no message from this sender: moderated, banned, or not a member of a closed room.</summary>
    CannotSpeak,

    /// <summary>Another user holds this nick.</summary>
    NickInUse,

    /// <summary>No message of the conversation has this id, or none that is still kept.</summary>
    NoSuchMessage,

    /// <summary>Only who said it, or an operator of the room, may take a message back.</summary>
    NotAllowedToRedact,
}
