namespace ChatClient.View;

/// <summary>A question to the user. Until it is answered, it receives all keys.</summary>
/// <param name="Text">The question, as shown.</param>
/// <param name="Keys">The keys that answer it, as shown.</param>
internal abstract record Question(string Text, string Keys);

/// <summary>Asks whether to send pasted text that has several lines.</summary>
/// <param name="Pasted">The text.</param>
/// <param name="Lines">Number of lines.</param>
internal sealed record PasteQuestion(string Pasted, int Lines)
    : Question($"Send {Lines} lines?", "Enter: send · e: edit first · Esc: drop");

/// <summary>Asks whether to trust a certificate.</summary>
/// <param name="Server">The server that has the certificate.</param>
/// <param name="Fingerprint">SHA-256 of the certificate, in hexadecimal.</param>
/// <param name="Doubt">What is wrong with it.</param>
internal sealed record CertificateQuestion(string Server, string Fingerprint, string Doubt)
    : Question($"Trust the certificate of {Server}?", "y: yes, and remember · n: no");

/// <summary>Asks for a reaction to a message.</summary>
/// <param name="MessageId">Id of the message.</param>
/// <param name="Typed">The reaction as typed so far.</param>
internal sealed record ReactionQuestion(string MessageId, string Typed)
    : Question($"React with: {Typed}", "Enter: send · 1 👍 2 ❤️ 3 😂 4 🎉 · Esc: no");

/// <summary>Asks whether to quit.</summary>
internal sealed record QuitQuestion()
    : Question("Quit?", "Ctrl+C or y: yes · any other key: no");
