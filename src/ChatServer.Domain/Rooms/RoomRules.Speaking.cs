using System.Buffers;
using ChatServer.Domain.Events;
using ChatServer.Domain.Users;
using ChatServer.Protocol;

namespace ChatServer.Domain.Rooms;

/// <content>Who may speak, what, and who hears it.</content>
public static partial class RoomRules
{
    private static readonly Verdict<MemberModes> HeardByAll = MemberModes.None;
    private static readonly Verdict<MemberModes> HeardByOperators = MemberModes.HalfOp;

    /// <summary>Colour, bold, italics and the like. Source: Modern, formatting.</summary>
    private static readonly SearchValues<byte> FormattingCodes =
        SearchValues.Create([0x02, 0x03, 0x04, 0x0F, 0x11, 0x16, 0x1D, 0x1E, 0x1F]);

    /// <summary>Someone, member or not, speaks to the room.</summary>
    /// <param name="room">The room.</param>
    /// <param name="who">Who speaks.</param>
    /// <param name="kind">By which command.</param>
    /// <param name="text">What he says; empty for tags only.</param>
    /// <returns>The least rank that hears it; none when everybody does.</returns>
    /// <remarks>Restrictions of content hold for everybody. Restrictions of speakers do not hold from voice upwards. A ban silences plain
    /// members too, as users of other servers expect.</remarks>
    public static Verdict<MemberModes> Speak(RoomState room, UserIdentity who, MessageKind kind, WireText text)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(who);
        var member = room.Find(who.Id);
        if (member is null && room.Has(RoomFlags.NoOutsideMessages))
            return room.IsVisibleTo(who.Id) ? Refusal.CannotSpeak : Refusal.NoSuchRoom;

        if (WhatIsWrongWith(room, kind, text) is { } problem) return problem;
        if (member is not null && member.IsAtLeast(MemberModes.Voice)) return HeardByAll;
        if (IsSilenced(room, who)) return Refusal.CannotSpeak;
        if (room.Has(RoomFlags.OpModerated)) return HeardByOperators;
        if (room.Has(RoomFlags.Moderated)) return Refusal.CannotSpeak;
        if (room.Has(RoomFlags.AccountsSpeak) && who.Account is null) return Refusal.AccountNeededToSpeak;
        return HeardByAll;
    }

    /// <summary>Whether a ban or a mute covers someone and no exception does.</summary>
    private static bool IsSilenced(RoomState room, UserIdentity who) =>
        room.Bans.CoversSpeaking(who) && !room.BanExceptions.CoversSpeaking(who);

    private static Refusal? WhatIsWrongWith(RoomState room, MessageKind kind, WireText text)
    {
        if (!room.Has(RoomFlags.NoCtcp | RoomFlags.NoFormatting | RoomFlags.NoNotices)) return null;
        if (room.Has(RoomFlags.NoNotices) && kind == MessageKind.Notice) return Refusal.NoNotices;
        if (room.Has(RoomFlags.NoCtcp) && Ctcp.IsOtherThanAction(text.Span)) return Refusal.NoCtcp;
        if (room.Has(RoomFlags.NoFormatting) && text.Span.IndexOfAny(FormattingCodes) >= 0) return Refusal.NoFormatting;
        return null;
    }
}
