using ChatServer.Domain;
using ChatServer.Protocol;

namespace ChatServer.Engine.Replies;

/// <summary>Which numeric stands for a refusal, and what it names. Source: Modern, Numerics.</summary>
internal static class Refusals
{
    /// <summary>Tells a client that something was refused.</summary>
    /// <param name="replies">Its replies.</param>
    /// <param name="reason">Why.</param>
    /// <param name="room">The room that was meant; null for none.</param>
    /// <param name="nick">The user who was meant; null for none.</param>
    public static void Write(ReplyWriter replies, Refusal reason, string? room = null, string? nick = null)
    {
        var (numeric, subject, text) = Table(reason);
        text ??= numeric.Text;
        switch (subject)
        {
            case Subject.Room:
                replies.NumericWith(numeric, text, room ?? "*");
                break;
            case Subject.Nick:
                replies.NumericWith(numeric, text, nick ?? "*");
                break;
            case Subject.NickAndRoom:
                replies.NumericWith(numeric, text, nick ?? "*", room ?? "*");
                break;
        }
    }

    private enum Subject
    {
        Room,
        Nick,
        NickAndRoom,
    }

    /// <summary>The text is null where the numeric's own will do.</summary>
    private static (Numeric Numeric, Subject Subject, string? Text) Table(Refusal reason) => reason switch
    {
        Refusal.NoSuchNick => (Numerics.ERR_NOSUCHNICK, Subject.Nick, null),
        Refusal.NickInUse => (Numerics.ERR_NICKNAMEINUSE, Subject.Nick, null),
        Refusal.NoSuchRoom => (Numerics.ERR_NOSUCHCHANNEL, Subject.Room, null),
        Refusal.NotInRoom => (Numerics.ERR_NOTONCHANNEL, Subject.Room, null),
        Refusal.TargetNotInRoom => (Numerics.ERR_USERNOTINCHANNEL, Subject.NickAndRoom, null),
        Refusal.AlreadyInRoom => (Numerics.ERR_USERONCHANNEL, Subject.NickAndRoom, null),
        Refusal.OperatorNeeded => (Numerics.ERR_CHANOPRIVSNEEDED, Subject.Room, null),
        Refusal.InviteOnly => (Numerics.ERR_INVITEONLYCHAN, Subject.Room, null),
        Refusal.WrongKey => (Numerics.ERR_BADCHANNELKEY, Subject.Room, null),
        Refusal.RoomFull => (Numerics.ERR_CHANNELISFULL, Subject.Room, null),
        Refusal.Banned => (Numerics.ERR_BANNEDFROMCHAN, Subject.Room, null),
        Refusal.AccountNeeded => (Numerics.ERR_NEEDREGGEDNICK, Subject.Room, null),
        Refusal.SecureOnly => (Numerics.ERR_SECUREONLYCHAN, Subject.Room, null),
        Refusal.JoinsThrottled => (Numerics.ERR_THROTTLE, Subject.Room, null),
        Refusal.TooManyRooms => (Numerics.ERR_TOOMANYCHANNELS, Subject.Room, null),
        Refusal.InRoomHimself => (Numerics.ERR_KNOCKONCHAN, Subject.Room, null),
        Refusal.RoomIsOpen => (Numerics.ERR_CHANOPEN, Subject.Room, null),
        Refusal.KnockedTooOften => (Numerics.ERR_TOOMANYKNOCK, Subject.Room, null),
        Refusal.CannotSpeak => (Numerics.ERR_CANNOTSENDTOCHAN, Subject.Room, null),
        Refusal.AccountNeededToSpeak => (Numerics.ERR_CANNOTSENDTOCHAN, Subject.Room, "Only users with an account may speak here (+M)"),
        Refusal.NoCtcp => (Numerics.ERR_CANNOTSENDTOCHAN, Subject.Room, "CTCP is not taken here (+C)"),
        Refusal.NoCtcpToUser => (Numerics.ERR_CANTSENDTOUSER, Subject.Nick, "This user takes no CTCP (+T)"),
        Refusal.NoFormatting => (Numerics.ERR_CANNOTSENDTOCHAN, Subject.Room, "Colours and formatting are not taken here (+c)"),
        Refusal.NoRoleplay => (Numerics.ERR_CANNOTSENDRP, Subject.Room, "Nobody plays on this channel (+E is not set)"),
        Refusal.NoNotices => (Numerics.ERR_CANNOTSENDTOCHAN, Subject.Room, "Notices are not taken here (+T)"),
        Refusal.NoKicks => (Numerics.ERR_CHANOPRIVSNEEDED, Subject.Room, "Nobody is kicked out of this channel (+Q)"),
        Refusal.NoNickChanges => (Numerics.ERR_NONICKCHANGE, Subject.Room, "Cannot change nickname while on this channel (+N)"),
        Refusal.NoNickChangesWhileBanned =>
            (Numerics.ERR_UNAVAILRESOURCE, Subject.Room, "Cannot change nickname while banned on this channel"),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Has no numeric."),
    };
}
