using ChatServer.Domain.Events;
using ChatServer.Protocol;

namespace ChatServer.Domain.Users;

/// <summary>Which messages between users are heard, and which may be taken back.</summary>
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

    /// <summary>A user takes back what was said between him and another.</summary>
    /// <param name="who">Who does it: only who said it may.</param>
    /// <param name="found">The event of their conversation with the id that he gave; null for none.</param>
    /// <param name="authorsMay">Whether the server lets authors take their messages back.</param>
    /// <returns>The message.</returns>
    public static Verdict<MessageSent> Redact(UserIdentity who, ChatEvent? found, bool authorsMay)
    {
        ArgumentNullException.ThrowIfNull(who);
        if (found is not MessageSent message) return Refusal.NoSuchMessage;
        return authorsMay && message.By.Id == who.Id ? message : Refusal.NotAllowedToRedact;
    }
}
