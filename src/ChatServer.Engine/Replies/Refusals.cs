using ChatServer.Domain;
using ChatServer.Protocol;

namespace ChatServer.Engine.Replies;

/// <summary>Which numeric a refusal is on the wire, and what it names. Source: Modern, Numerics.</summary>
internal static class Refusals
{
    /// <summary>Tells a client that something was refused.</summary>
    /// <param name="replies">Its replies.</param>
    /// <param name="reason">Why.</param>
    /// <param name="room">The room that was meant; null for none.</param>
    /// <param name="nick">The user who was meant; null for none.</param>
    public static void Write(ReplyWriter replies, Refusal reason, string? room = null, string? nick = null)
    {
        var (numeric, subject) = Table(reason);
        switch (subject)
        {
            case Subject.Room:
                replies.Numeric(numeric, room ?? "*");
                break;
            case Subject.Nick:
                replies.Numeric(numeric, nick ?? "*");
                break;
            case Subject.NickAndRoom:
                replies.Numeric(numeric, nick ?? "*", room ?? "*");
                break;
        }
    }

    private enum Subject
    {
        Room,
        Nick,
        NickAndRoom,
    }

    private static (Numeric Numeric, Subject Subject) Table(Refusal reason) => reason switch
    {
        Refusal.NoSuchNick => (Numerics.ERR_NOSUCHNICK, Subject.Nick),
        Refusal.NickInUse => (Numerics.ERR_NICKNAMEINUSE, Subject.Nick),
        Refusal.NoSuchRoom => (Numerics.ERR_NOSUCHCHANNEL, Subject.Room),
        Refusal.NotInRoom => (Numerics.ERR_NOTONCHANNEL, Subject.Room),
        Refusal.TargetNotInRoom => (Numerics.ERR_USERNOTINCHANNEL, Subject.NickAndRoom),
        Refusal.AlreadyInRoom => (Numerics.ERR_USERONCHANNEL, Subject.NickAndRoom),
        Refusal.OperatorNeeded => (Numerics.ERR_CHANOPRIVSNEEDED, Subject.Room),
        Refusal.InviteOnly => (Numerics.ERR_INVITEONLYCHAN, Subject.Room),
        Refusal.WrongKey => (Numerics.ERR_BADCHANNELKEY, Subject.Room),
        Refusal.RoomFull => (Numerics.ERR_CHANNELISFULL, Subject.Room),
        Refusal.Banned => (Numerics.ERR_BANNEDFROMCHAN, Subject.Room),
        Refusal.TooManyRooms => (Numerics.ERR_TOOMANYCHANNELS, Subject.Room),
        Refusal.InRoomHimself => (Numerics.ERR_KNOCKONCHAN, Subject.Room),
        Refusal.RoomIsOpen => (Numerics.ERR_CHANOPEN, Subject.Room),
        Refusal.KnockedTooOften => (Numerics.ERR_TOOMANYKNOCK, Subject.Room),
        Refusal.CannotSpeak => (Numerics.ERR_CANNOTSENDTOCHAN, Subject.Room),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Has no numeric."),
    };
}
