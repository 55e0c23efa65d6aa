using ChatClient.Screen;
using ChatClient.Session;

namespace ChatClient.Plain;

/// <summary>A chat as lines that only ever grow downwards: for dumb terminals, screen readers and files.</summary>
/// <param name="screen">Where lines go.</param>
/// <param name="input">Where typed lines come from.</param>
internal sealed class PlainView(PlainScreen screen, TextReader input) : LineInputView(screen, input)
{
    // Rooms that we are in, or were in when the connection broke: rejoining one does not make it the current one.
    private readonly HashSet<string> _rooms = new(StringComparer.OrdinalIgnoreCase);
    private bool _hasQuestion;

    /// <inheritdoc/>
    protected override bool IsReadyForInput => base.IsReadyForInput || _hasQuestion;

    /// <inheritdoc/>
    public override void Show(SessionEvent happened)
    {
        Screen.Show(happened);
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
    public override void Show(string text) => Screen.Show(text);

    /// <inheritdoc/>
    protected override void OnLine(string line) => Chat.Type(line);

    private void LeaveCurrent(string room)
    {
        _rooms.Remove(room);
        if (Current is { } current && Same(current, room))
            Current = Chat.Session.Rooms.Values.FirstOrDefault()?.Name;
    }

    private bool Same(string a, string b) => Chat.Session.Features.CaseMapping.Equals(a, b);
}
