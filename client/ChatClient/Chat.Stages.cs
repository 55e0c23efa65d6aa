using ChatClient.Session;
using ChatServer.Protocol;

namespace ChatClient;

// From joining to leaving.
internal sealed partial class Chat
{
    private static readonly TimeSpan PatienceForLeaving = TimeSpan.FromSeconds(5);

    private Stage _stage = Stage.Joining;
    private DateTimeOffset _leaveBy;
    private string _partingWords = string.Empty;
    private bool _wasRefused;
    private bool _wasInterrupted;

    private enum Stage
    {
        /// <summary>Until the server has answered to all rooms of the command line.</summary>
        Joining,

        /// <summary>Typed lines are sent.</summary>
        Talking,

        /// <summary>The user leaves, once the server has taken all that was typed before. An errand waits for that; a person waits a few
        /// seconds at most.</summary>
        Finishing,

        /// <summary>QUIT is sent; waiting for the server to close.</summary>
        Leaving,
    }

    /// <inheritdoc/>
    public void Type(string line)
    {
        if (_doubt is { } doubt && line is not ['/', ..])
            OnAnswered(doubt, line);
        else if (line is ['/', not '/', ..])
            _commands.Run(this, line);
        else if (line.Length > 0)
            SayHere(line.StartsWith("//", StringComparison.Ordinal) ? line[1..] : line);
    }

    /// <inheritdoc/>
    public void Quit(string reason)
    {
        if (_stage == Stage.Leaving)
            return;

        _partingWords = reason;
        if (_stage == Stage.Finishing || _session.Phase != SessionPhase.Ready)
        {
            Leave();
            return;
        }

        _stage = Stage.Finishing;
        _leaveBy = _time.GetUtcNow() + PatienceForLeaving;
        Apply(_session.Confirm());
    }

    private void SayHere(string text)
    {
        if (Current is { } current)
            Do(session => session.Say(current, text));
        else
            Show("You are in no room. Type /join ROOM to join one, or /query NICK to talk to someone.");
    }

    private void On(SessionEvent happened)
    {
        if (!(happened is ClosingLink && _stage == Stage.Leaving))
            Raise(happened);

        switch (happened)
        {
            case Registered:
                OnReady();
                break;
            case Confirmed when _stage == Stage.Joining:
                OnRoomsAnswered();
                break;
            case Confirmed when _stage == Stage.Finishing:
                Leave();
                break;
            case RegistrationRefused refused:
                OnRegistrationRefused(refused.Reason);
                break;
            case JoinRefused or Refused:
                _wasRefused = true;
                break;
            case Unresponsive unresponsive:
                OnLost($"the server was silent for {unresponsive.Silence.TotalSeconds:0} seconds");
                break;
        }
    }

    // The session rejoins the rooms that we were in before.
    private void OnReady()
    {
        _wasReady = true;
        _readySince = _time.GetUtcNow();
        if (_stage != Stage.Joining)
            return;

        foreach (var room in _options.Rooms)
            Apply(_session.Submit(new IrcMessage("JOIN", room)));
        Apply(_session.Confirm());
    }

    private void OnRoomsAnswered()
    {
        _stage = Stage.Talking;
        _wasRefused = !_options.Rooms.All(_session.Rooms.ContainsKey);
        if (_options.IsErrand && _session.Rooms.Count == 0)
            Leave();
    }

    // A server that accepted us before will accept us again, once our old connection is gone there or we have waited long enough.
    private void OnRegistrationRefused(string reason)
    {
        if (_wasReady)
            OnLost(reason);
        else
            _exit ??= ExitCode.Refused;
    }

    private void Leave()
    {
        if (_stage == Stage.Leaving)
            return;

        _stage = Stage.Leaving;
        _leaveBy = _time.GetUtcNow() + PatienceForLeaving;
        if (_connection is null)
            _exit ??= CodeForLeaving();
        else
            Apply(_session.Quit(_partingWords));
    }

    private void OnInterrupted()
    {
        _wasInterrupted = _stage != Stage.Leaving;
        Leave();
    }

    private void OnTick()
    {
        var now = _time.GetUtcNow();
        if (_stage == Stage.Leaving && now > _leaveBy)
            _exit ??= CodeForLeaving();
        else if (_stage == Stage.Finishing && now > _leaveBy && !_options.IsErrand)
            Leave();
        else if (_retryAt is { } time && now >= time)
            Connect();
        else
            Apply(_session.Tick());
    }

    private ExitCode CodeForLeaving()
    {
        if (_wasInterrupted && (_options.IsErrand || !_wasReady))
            return ExitCode.Interrupted;
        return _options.IsErrand && _wasRefused ? ExitCode.Refused : ExitCode.Ok;
    }
}
