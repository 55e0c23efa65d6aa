using System.Collections.Immutable;
using ChatClient.Commands;
using ChatClient.Screen;
using ChatClient.Session;

namespace ChatClient.Plain;

/// <summary>A view that takes its input line by line, and leaves when the input ends.</summary>
/// <param name="screen">Where complaints go.</param>
/// <param name="input">Where lines come from.</param>
internal abstract class LineInputView(PlainScreen screen, TextReader input) : IChatView
{
    private LineInput _lines = null!;

    /// <inheritdoc/>
    public string? Current { get; set; }

    /// <inheritdoc/>
    public ImmutableArray<SlashCommand> Commands => [];

    /// <summary>Where things are shown.</summary>
    protected PlainScreen Screen => screen;

    /// <summary>The chat.</summary>
    protected IChat Chat { get; private set; } = null!;

    /// <summary>Whether the next line is to be asked for: when those before it are on their way.</summary>
    protected virtual bool IsReadyForInput => Chat is { IsSettled: true, Session.Waiting: 0 };

    /// <inheritdoc/>
    public void Start(IChat chat)
    {
        Chat = chat;
        _lines = new LineInput(input, line => chat.Post(() => OnCame(line)));
        _lines.Start();
    }

    /// <inheritdoc/>
    public abstract void Show(SessionEvent happened);

    /// <inheritdoc/>
    public abstract void Show(string text);

    /// <inheritdoc/>
    public void Complain(string text) => screen.Complain(text);

    /// <inheritdoc/>
    public void Refresh()
    {
        if (IsReadyForInput)
            _lines.Ask();
    }

    /// <summary>A line of the input.</summary>
    protected abstract void OnLine(string line);

    private void OnCame(string? line)
    {
        _lines.OnCame();
        if (line is null)
            Chat.Quit(string.Empty);
        else
            OnLine(line);
    }
}
