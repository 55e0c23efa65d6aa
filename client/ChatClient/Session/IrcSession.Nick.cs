using ChatServer.Protocol;

namespace ChatClient.Session;

// Getting the wanted nick, and getting it back.
internal sealed partial class IrcSession
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(30);

    private readonly NickChoices _nicks;
    private string _wishedNick;
    private string? _nickAskedFor;
    private DateTimeOffset _nextLook;
    private bool _isWatchingNick;
    private bool _isLooking;

    // Whether the numeric was about the nick that we register with.
    private bool OnNickRefused(IrcMessage message, int code)
    {
        if (Phase != SessionPhase.Registering)
            return OnNickNotRegained(message, code);

        var isInvalid = code == Numerics.ERR_ERRONEUSNICKNAME.Code;
        if ((isInvalid ? _nicks.NextAfterInvalid() : _nicks.Next()) is not { } next)
        {
            Refuse(message);
            return true;
        }

        Raise(new NickTaken(TimeOf(message), Nick, next));
        _self = _self with { Nick = next };
        Send("NICK", next);
        return true;
    }

    // The user need not know about our own attempts to get the nick back.
    private bool OnNickNotRegained(IrcMessage message, int code)
    {
        var isOurTry = code is 433 or 436 or 437 && _nickAskedFor is { } asked && Parameter(message, 1) == asked;
        if (isOurTry)
            _nickAskedFor = null;
        return isOurTry;
    }

    // With MONITOR, the server tells us when the nick is free; otherwise we have to poll.
    private void TryToRegainNick(DateTimeOffset now)
    {
        if (IsSelf(_wishedNick) || now < _nextLook)
            return;

        _nextLook = now + BetweenLooks;
        if (!CanMonitor)
        {
            _isLooking = true;
            Ask("ISON", _wishedNick);
        }
        else if (!_isWatchingNick)
        {
            _isWatchingNick = true;
            Ask("MONITOR", "+", _wishedNick);
        }
    }

    // 303 nick :nick ...
    private bool OnIsOn(IrcMessage message)
    {
        if (!_isLooking)
            return false;

        _isLooking = false;
        if (!Parameter(message, 1).Split(' ').Contains(_wishedNick, Features.CaseMapping))
            OnNickFree(_wishedNick);
        return true;
    }

    private void OnNickFree(string nick)
    {
        if (Phase != SessionPhase.Ready || IsSelf(_wishedNick) || !Features.CaseMapping.Equals(nick, _wishedNick))
            return;

        _nickAskedFor = _wishedNick;
        Send("NICK", _wishedNick);
    }

    // A nick that the user asked for is the wanted one from now on; one that services gave us is not.
    private void OnOwnNick(string nick)
    {
        if (_nickAskedFor is { } asked && Features.CaseMapping.Equals(asked, nick))
            _wishedNick = nick;
        _nickAskedFor = null;
        if (!_isWatchingNick || !IsSelf(_wishedNick))
            return;

        _isWatchingNick = false;
        if (!_friends.ContainsKey(_wishedNick))
            Ask("MONITOR", "-", _wishedNick);
    }
}
