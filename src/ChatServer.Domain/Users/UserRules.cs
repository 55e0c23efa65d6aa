using ChatServer.Protocol;

namespace ChatServer.Domain.Users;

/// <summary>Which messages a user hears.</summary>
public static class UserRules
{
    /// <summary>Why a user does not hear a message sent to him; null when he does.</summary>
    /// <param name="listener">The user.</param>
    /// <param name="speaker">Who speaks; a message to oneself always arrives.</param>
    /// <param name="text">What he says; empty for tags only.</param>
    public static Refusal? ReasonNotToHear(UserIdentity listener, UserIdentity speaker, WireText text)
    {
        ArgumentNullException.ThrowIfNull(listener);
        ArgumentNullException.ThrowIfNull(speaker);
        if (listener.Modes == UserModeFlags.None || listener.Id == speaker.Id) return null;
        return listener.Has(UserModeFlags.NoCtcp) && Ctcp.IsOtherThanAction(text.Span) ? Refusal.NoCtcpToUser : null;
    }
}
