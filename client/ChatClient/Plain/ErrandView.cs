using System.Collections.Immutable;
using ChatClient.Commands;
using ChatClient.Screen;
using ChatClient.Session;

namespace ChatClient.Plain;

/// <summary>Sends every line of its input to rooms, as text, and leaves. Shows only what went wrong.</summary>
/// <param name="rooms">The rooms.</param>
/// <param name="screen">Where complaints go.</param>
/// <param name="input">Where lines come from.</param>
internal sealed class ErrandView(ImmutableArray<string> rooms, PlainScreen screen, TextReader input) : IChatView
{
    private IChat _chat = null!;
    private LineInput _lines = null!;

    /// <inheritdoc/>
    public string? Current { get; set; }

    /// <inheritdoc/>
    public ImmutableArray<SlashCommand> Commands => [];

    /// <inheritdoc/>
    public void Start(IChat chat)
    {
        _chat = chat;
        _lines = new LineInput(input, line => chat.Post(() => OnLine(line)));
        _lines.Start();
    }

    /// <inheritdoc/>
    public void Show(SessionEvent happened)
    {
        if (happened is NickTaken or RegistrationRefused or LoginFailed or JoinRefused or Refused or ClosingLink or Unresponsive
            or Kicked { IsSelf: true })
            screen.Complain(happened);
    }

    /// <inheritdoc/>
    public void Show(string text) => screen.Complain(text);

    /// <inheritdoc/>
    public void Complain(string text) => screen.Complain(text);

    /// <summary>Asks for the next line when those before it are on their way.</summary>
    public void Refresh()
    {
        if (_chat is { IsSettled: true, Session.Waiting: 0 })
            _lines.Ask();
    }

    private void OnLine(string? line)
    {
        _lines.OnCame();
        if (line is null)
        {
            _chat.Quit(string.Empty);
            return;
        }

        foreach (var room in rooms.Where(_chat.Session.Rooms.ContainsKey))
            _chat.Do(session => session.Say(room, line));
    }
}
