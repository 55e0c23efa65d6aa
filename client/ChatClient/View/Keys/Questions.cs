using ChatClient.Terminal;

namespace ChatClient.View.Keys;

/// <summary>Handles keys while a question is shown.</summary>
internal static class Questions
{
    private static readonly string[] QuickReactions = ["\U0001F44D", "\u2764\uFE0F", "\U0001F602", "\U0001F389"];

    public static ViewStep OnKey(ViewState state, Question question, Key key) =>
        question switch
        {
            PasteQuestion paste => OnPaste(state, paste, key),
            CertificateQuestion certificate => OnCertificate(state, certificate, key),
            ReactionQuestion reaction => OnReaction(state, reaction, key),
            _ => OnQuit(state, key),
        };

    private static ViewStep OnQuit(ViewState state, Key key)
    {
        var answered = state with { Question = null };
        var isYes = key is { Text: "c", Modifiers: KeyModifiers.Control } or { Name: KeyName.Character, Text: "y" or "Y" };
        return isYes ? new ViewStep(answered, new Leave()) : new ViewStep(answered);
    }

    private static ViewStep OnPaste(ViewState state, PasteQuestion paste, Key key)
    {
        var answered = state with { Question = null };
        var edited = answered.WithCurrent(current => current with { Draft = current.Draft.Insert(paste.Pasted) });
        return key switch
        {
            { Name: KeyName.Enter } or { Name: KeyName.Character, Text: "y" or "Y" } => Submitting.Send(edited),
            { Name: KeyName.Character, Text: "e" or "E" } => new ViewStep(edited),
            { Name: KeyName.Escape } or { Name: KeyName.Character, Text: "n" or "N" or "c" } => new ViewStep(answered),
            _ => new ViewStep(state),
        };
    }

    private static ViewStep OnCertificate(ViewState state, CertificateQuestion question, Key key)
    {
        bool? answer = key switch
        {
            { Name: KeyName.Character, Text: "y" or "Y" } => true,
            { Name: KeyName.Escape } or { Name: KeyName.Character, Text: "n" or "N" } => false,
            _ => null,
        };
        return answer is { } isTrusted
            ? new ViewStep(state with { Question = null }, new AnswerCertificate(question.Server, question.Fingerprint, isTrusted))
            : new ViewStep(state);
    }

    private static ViewStep OnReaction(ViewState state, ReactionQuestion question, Key key)
    {
        var isQuick = question.Typed.Length == 0 && key is { Name: KeyName.Character, Text: "1" or "2" or "3" or "4" };
        return key switch
        {
            _ when isQuick => Send(QuickReactions[key.Text[0] - '1']),
            { Name: KeyName.Enter } when question.Typed.Length > 0 => Send(question.Typed),
            { Name: KeyName.Escape } or { Name: KeyName.Enter } => new ViewStep(state with { Question = null }),
            { Name: KeyName.Backspace } => Typed(InputLine.Empty.Replace(question.Typed).Backspace().Text),
            { Name: KeyName.Character, Modifiers: KeyModifiers.None } => Typed(question.Typed + key.Text),
            _ => new ViewStep(state),
        };

        ViewStep Typed(string text) => new(state with { Question = new ReactionQuestion(question.MessageId, text) });

        ViewStep Send(string text) => new(state with { Question = null, Chosen = null }, new React(question.MessageId, text));
    }
}
