using System.Collections.Immutable;

namespace ChatClient.View.Keys;

/// <summary>The result of an input: the new view, and actions outside of it.</summary>
internal readonly record struct ViewStep(ViewState State, ImmutableArray<ViewEffect> Effects)
{
    public ViewStep(ViewState state, params IEnumerable<ViewEffect> effects)
        : this(state, [.. effects])
    {
    }
}

/// <summary>An action outside of the view.</summary>
internal abstract record ViewEffect;

/// <summary>Run the line that was typed: a command, or a message to send.</summary>
/// <param name="Text">The text; may have several lines if it is not a command.</param>
/// <param name="ReplyTo">Id of the message that it replies to, or null.</param>
internal sealed record Submit(string Text, string? ReplyTo) : ViewEffect;

/// <summary>Ask the server for messages older than the oldest entry of a conversation.</summary>
internal sealed record LoadOlder(string Conversation) : ViewEffect;

/// <summary>React to a message of the current conversation.</summary>
internal sealed record React(string MessageId, string Reaction) : ViewEffect;

/// <summary>Delete a message of the current conversation.</summary>
internal sealed record TakeBack(string MessageId) : ViewEffect;

/// <summary>Record the user's decision whether to trust a certificate.</summary>
internal sealed record AnswerCertificate(string Server, string Fingerprint, bool IsTrusted) : ViewEffect;

/// <summary>Leave the server and end the program.</summary>
internal sealed record Leave : ViewEffect;

/// <summary>Give the terminal back to the shell until the shell resumes the program.</summary>
internal sealed record Suspend : ViewEffect;

/// <summary>Draw the whole screen again.</summary>
internal sealed record Redraw : ViewEffect;
