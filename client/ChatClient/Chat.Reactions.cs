using ChatClient.Commands;
using ChatClient.Session;
using ChatServer.Protocol;

namespace ChatClient;

internal sealed partial class Chat : ICommandTarget
{
    private static readonly TimeSpan PatienceForLeaving = TimeSpan.FromSeconds(5);

    private Stage _stage = Stage.Joining;
    private DateTimeOffset _leaveBy;
    private string _partingWords = string.Empty;
    private bool _wasRefused;
    private bool _wasInterrupted;
    private bool _lineAsked;

    private enum Stage
    {
        /// <summary>Until the server has answered to all rooms of the command line.</summary>
        Joining,

        /// <summary>Input is read.</summary>
        Talking,

        /// <summary>Input has ended; until the server has taken all of it.</summary>
        Finishing,

        /// <summary>QUIT is sent; until the server closes.</summary>
        Leaving,
    }

    /// <inheritdoc/>
    public string? Current { get; set; }

    /// <inheritdoc/>
    public string Nick => _session.Nick;

    /// <inheritdoc/>
    public bool IsRoom(string name) => _session.Features.IsRoom(name);

    /// <inheritdoc/>
    public void Send(IrcMessage line) => Apply(_session.Submit(line));

    /// <inheritdoc/>
    public void Say(string target, string text, MessageKind kind) => Apply(_session.Say(target, text, kind));

    /// <inheritdoc/>
    public void Show(string text) => _screen.Show(text);

    /// <inheritdoc/>
    public void Quit(string reason) => Finish(reason);

    private void On(SessionEvent happened)
    {
        ShowIfWanted(happened);
        switch (happened)
        {
            case Registered:
                JoinRooms();
                break;
            case Confirmed when _stage == Stage.Joining:
                OnRoomsAnswered();
                break;
            case Confirmed when _stage == Stage.Finishing:
                Leave();
                break;
            case Joined { IsSelf: true } joined:
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
            case RegistrationRefused:
                _exit = ExitCode.Refused;
                break;
            case JoinRefused or Refused:
                _wasRefused = true;
                break;
            case Unresponsive:
                _exit = _stage == Stage.Joining ? ExitCode.NoConnection : ExitCode.ConnectionLost;
                break;
        }
    }

    private void ShowIfWanted(SessionEvent happened)
    {
        if (happened is ClosingLink && _stage == Stage.Leaving)
            return;

        var isTrouble = happened is NickTaken or RegistrationRefused or JoinRefused or Refused or ClosingLink or Unresponsive
            or Kicked { IsSelf: true };
        if (!_options.Once)
            _screen.Show(happened);
        else if (isTrouble)
            _screen.Complain(happened);
    }

    private void JoinRooms()
    {
        foreach (var room in _options.Rooms)
            Send(new IrcMessage("JOIN", room));
        Apply(_session.Confirm());
    }

    private void OnRoomsAnswered()
    {
        _stage = Stage.Talking;
        _wasRefused = !_options.Rooms.All(_session.Rooms.ContainsKey);
        if (_options.Once && _session.Rooms.Count == 0)
            Leave();
    }

    private void OnTyped(string line)
    {
        _lineAsked = false;
        if (_options.Once)
        {
            foreach (var room in _options.Rooms.Where(_session.Rooms.ContainsKey))
                Say(room, line, MessageKind.Message);
        }
        else if (line is ['/', not '/', ..])
        {
            CommandTable.Run(this, line);
        }
        else if (line.Length > 0)
        {
            SayHere(line.StartsWith("//", StringComparison.Ordinal) ? line[1..] : line);
        }
    }

    private void SayHere(string text)
    {
        if (Current is { } current)
            Say(current, text, MessageKind.Message);
        else
            Show("You are in no room. /join ROOM goes into one, /query NICK talks to someone.");
    }

    // The next line is read when those before it are on their way.
    private void AskForInput()
    {
        if (_stage != Stage.Talking || _lineAsked || _session.Waiting > 0)
            return;

        _lineAsked = true;
        _lineWanted.Release();
    }

    private void Finish(string partingWords)
    {
        if (_stage is Stage.Finishing or Stage.Leaving)
            return;

        _stage = Stage.Finishing;
        _partingWords = partingWords;
        Apply(_session.Confirm());
    }

    private void Leave()
    {
        if (_stage == Stage.Leaving)
            return;

        _stage = Stage.Leaving;
        _leaveBy = _time.GetUtcNow() + PatienceForLeaving;
        Apply(_session.Quit(_partingWords));
    }

    private void OnInterrupted()
    {
        _wasInterrupted = _stage != Stage.Leaving;
        Leave();
    }

    private void OnTick()
    {
        if (_stage == Stage.Leaving && _time.GetUtcNow() > _leaveBy)
            _exit ??= CodeForLeaving();
        else
            Apply(_session.Tick());
    }

    private void OnClosed(string? fault)
    {
        if (_exit is not null)
            return;

        _exit = _stage == Stage.Leaving ? CodeForLeaving() : ExitCode.ConnectionLost;
        if (_exit == ExitCode.ConnectionLost)
            _screen.Complain($"connection lost: {fault ?? "the server closed it"}");
    }

    private ExitCode CodeForLeaving()
    {
        if (!_options.Once)
            return ExitCode.Ok;
        return _wasInterrupted ? ExitCode.Interrupted : _wasRefused ? ExitCode.Refused : ExitCode.Ok;
    }

    private void LeaveCurrent(string room)
    {
        if (Current is { } current && Same(current, room))
            Current = _session.Rooms.Values.FirstOrDefault()?.Name;
    }

    private bool Same(string a, string b) => _session.Features.CaseMapping.Equals(a, b);
}
