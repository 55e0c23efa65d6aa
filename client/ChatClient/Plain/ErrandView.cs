using System.Collections.Immutable;
using ChatClient.Screen;
using ChatClient.Session;

namespace ChatClient.Plain;

/// <summary>Sends every line of its input to rooms, as text, and leaves. Shows only what went wrong.</summary>
/// <param name="rooms">The rooms.</param>
/// <param name="screen">Where complaints go.</param>
/// <param name="input">Where lines come from.</param>
internal sealed class ErrandView(ImmutableArray<string> rooms, PlainScreen screen, TextReader input) : LineInputView(screen, input)
{
    /// <inheritdoc/>
    public override void Show(SessionEvent happened)
    {
        if (happened is NickTaken or RegistrationRefused or LoginFailed or JoinRefused or Refused or ClosingLink or Unresponsive
            or Kicked { IsSelf: true })
            Screen.Complain(happened);
    }

    /// <inheritdoc/>
    public override void Show(string text) => Screen.Complain(text);

    /// <inheritdoc/>
    protected override void OnLine(string line)
    {
        foreach (var room in rooms.Where(Chat.Session.Rooms.ContainsKey))
            Chat.Do(session => session.Say(room, line));
    }
}
