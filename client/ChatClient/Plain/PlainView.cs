using System.Collections.Immutable;
using ChatClient.Commands;
using ChatClient.Screen;
using ChatClient.Session;

namespace ChatClient.Plain;

/// <summary>A chat as lines that only ever grow downwards: for dumb terminals, screen readers and files.</summary>
/// <param name="screen">Where lines go.</param>
/// <param name="input">Where typed lines come from.</param>
internal sealed class PlainView(PlainScreen screen, TextReader input) : IChatView
{
    // Rooms that we are in, or were in when the connection broke: coming back into one is no reason to talk there.
    private readonly HashSet<string> _rooms = new(StringComparer.OrdinalIgnoreCase);
    private IChat _chat = null!;
    private LineInput _lines = null!;
    private bool _hasQuestion;

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
        screen.Show(happened);
        _hasQuestion = happened is CertificateDoubted || (_hasQuestion && happened is not Connecting);
        switch (happened)
        {
            case Joined { IsSelf: true } joined when _rooms.Add(joined.Room):
                Current = joined.Room;
                break;
            case Parted { IsSelf: true } parted:
                LeaveCurrent(parted.Room);
                break;
            case Kicked { IsSelf: true } kicked:
                LeaveCurrent(kicked.Room);
                break;
            case Renamed renamed when Current is { } current && Same(current, renamed.OldNick):
                Current = renamed.NewNick;
                break;
            case RoomRenamed renamed when Current is { } current && Same(current, renamed.OldName):
                Current = renamed.NewName;
                break;
        }
    }

    /// <inheritdoc/>
    public void Show(string text) => screen.Show(text);

    /// <inheritdoc/>
    public void Complain(string text) => screen.Complain(text);

    /// <summary>Asks for the next line when those before it are on their way.</summary>
    public void Refresh()
    {
        var isTimeToTalk = _chat is { IsSettled: true, Session.Waiting: 0 };
        if (isTimeToTalk || _hasQuestion)
            _lines.Ask();
    }

    private void OnLine(string? line)
    {
        _lines.OnCame();
        if (line is null)
            _chat.Quit(string.Empty);
        else
            _chat.Type(line);
    }

    private void LeaveCurrent(string room)
    {
        _rooms.Remove(room);
        if (Current is { } current && Same(current, room))
            Current = _chat.Session.Rooms.Values.FirstOrDefault()?.Name;
    }

    private bool Same(string a, string b) => _chat.Session.Features.CaseMapping.Equals(a, b);
}
