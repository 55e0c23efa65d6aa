using ChatServer.Protocol;

namespace ChatServer.Domain.Users;

/// <summary>What a user hears of others.</summary>
public static class UserRules
{
    /// <summary>Why a user does not hear a message that somebody sends to him; null when he does.</summary>
    /// <param name="listener">The user.</param>
    /// <param name="speaker">Who speaks; what one sends to oneself always arrives.</param>
    /// <param name="text">What he says; empty for tags only.</param>
    public static Refusal? ReasonNotToHear(UserIdentity listener, UserIdentity speaker, WireText text)
    {
        ArgumentNullException.ThrowIfNull(listener);
        ArgumentNullException.ThrowIfNull(speaker);
        if (listener.Modes == UserModeFlags.None || listener.Id == speaker.Id) return null;
        return listener.Has(UserModeFlags.NoCtcp) && Ctcp.IsOtherThanAction(text.Span) ? Refusal.NoCtcpToUser : null;
    }
}
