namespace ChatClient.View;

/// <summary>Something that has to be answered before anything else is typed.</summary>
/// <param name="Text">The question, in words.</param>
/// <param name="Keys">What may be pressed, as the screen shows it.</param>
internal abstract record Question(string Text, string Keys);

/// <summary>Whether text of several lines is to be sent.</summary>
/// <param name="Pasted">The text.</param>
/// <param name="Lines">How many lines.</param>
internal sealed record PasteQuestion(string Pasted, int Lines)
    : Question($"Send {Lines} lines?", "Enter: send · e: edit first · Esc: drop");

/// <summary>Whether a certificate is to be trusted.</summary>
/// <param name="Server">Whose.</param>
/// <param name="Fingerprint">Which.</param>
/// <param name="Doubt">What is wrong with it.</param>
internal sealed record CertificateQuestion(string Server, string Fingerprint, string Doubt)
    : Question($"Trust the certificate of {Server}?", "y: yes, and remember · n: no");

/// <summary>What to react with to a message.</summary>
/// <param name="MessageId">Which message.</param>
/// <param name="Typed">What has been typed so far.</param>
internal sealed record ReactionQuestion(string MessageId, string Typed)
    : Question($"React with: {Typed}", "Enter: send · 1 👍 2 ❤️ 3 😂 4 🎉 · Esc: no");

/// <summary>Whether to leave.</summary>
internal sealed record QuitQuestion()
    : Question("Quit?", "Ctrl+C or y: yes · any other key: no");
