using System.Collections.Immutable;

namespace ChatClient.View.Keys;

/// <summary>What a key makes of the view, and what is to be done besides.</summary>
internal readonly record struct ViewStep(ViewState State, ImmutableArray<ViewEffect> Effects)
{
    public ViewStep(ViewState state, params IEnumerable<ViewEffect> effects)
        : this(state, [.. effects])
    {
    }
}

/// <summary>Something to do outside of the view.</summary>
internal abstract record ViewEffect;

/// <summary>Run what was typed: a command, or something to say.</summary>
/// <param name="Text">The text; may have several lines if it is no command.</param>
/// <param name="ReplyTo">Id of the message that it answers, or null.</param>
internal sealed record Submit(string Text, string? ReplyTo) : ViewEffect;

/// <summary>Ask the server for what came before the oldest entry of a conversation.</summary>
internal sealed record LoadOlder(string Conversation) : ViewEffect;

/// <summary>React to a message of the current conversation.</summary>
internal sealed record React(string MessageId, string Reaction) : ViewEffect;

/// <summary>Take a message of the current conversation back.</summary>
internal sealed record TakeBack(string MessageId) : ViewEffect;

/// <summary>Say whether a certificate is to be trusted.</summary>
internal sealed record AnswerCertificate(string Server, string Fingerprint, bool IsTrusted) : ViewEffect;

/// <summary>Leave the server and end the program.</summary>
internal sealed record Leave : ViewEffect;

/// <summary>Give the terminal back to the shell until it lets us go on.</summary>
internal sealed record Suspend : ViewEffect;

/// <summary>Draw everything again.</summary>
internal sealed record Redraw : ViewEffect;
