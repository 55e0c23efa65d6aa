using ChatServer.Protocol;

namespace ChatClient.Session;

internal sealed partial class IrcSession
{
    private void OnNumeric(IrcMessage message, int code, string? label)
    {
        switch (code)
        {
            case 1:
                OnWelcome(message);
                break;
            case 5:
                OnFeatures(message);
                break;
            case 331 or 332:
                OnTopicReply(message);
                break;
            case 333:
                OnTopicSetter(message);
                break;
            case 324:
                OnRoomModes(message);
                break;
            case 329 when Phase == SessionPhase.Ready && _rooms.ContainsKey(Parameter(message, 1)):
                break;
            case 353:
                OnNames(message);
                break;
            case 366:
                OnEndOfNames(message);
                break;
            case 376 or 422:
                OnGreetingOver(message);
                break;
            case 221:
                OwnModes = string.Empty;
                SetOwnModes(Parameter(message, 1));
                break;
            case 305 or 306:
                OnOwnAway(message, isAway: code == 306);
                break;
            case 303 when OnIsOn(message):
                break;
            case 352 or 354 when OnWhoReply(message, code):
                break;
            case 315 when _whoUnderWay.Remove(Parameter(message, 1)):
                break;
            case 730 or 731:
                OnSeen(message, isOnline: code == 730);
                break;
            case 900:
                SetAccount(message, AccountFrom(Parameter(message, 2)));
                break;
            case 901:
                SetAccount(message, null);
                break;
            case >= 902 and <= 908:
                OnLoginOutcome(message, code);
                break;
            case 432 or 433 or 436 or 437 when OnNickRefused(message, code):
                break;
            case 462 or 464 or 465 or 466 when Phase == SessionPhase.Registering:
                Refuse(message);
                break;
            case 421 or 451 or 410 when Phase == SessionPhase.Registering:
                // A server without capabilities: NICK and USER are already sent, and it continues with those.
                break;
            case >= 400 and < 600:
                OnErrorNumeric(message, label);
                break;
            default:
                RaiseReply(message, code);
                break;
        }
    }

    private void RaiseReply(IrcMessage message, int code) =>
        Raise(new ReplyReceived(TimeOf(message), code, [.. message.Params.Skip(1)]));

    // Whether it answers a question of the session itself.
    private bool OnWhoReply(IrcMessage message, int code)
    {
        if (_whoUnderWay.Count == 0)
            return false;

        if (code == 352)
            OnWho(message);
        else if (Parameter(message, 1) == WhoToken)
            OnWhoX(message);
        return code == 354 || _whoUnderWay.Contains(Parameter(message, 1));
    }

    // NNN nick [about ...] :reason
    private void OnErrorNumeric(IrcMessage message, string? label)
    {
        var reason = Parameter(message, message.Params.Length - 1);
        var about = string.Join(' ', message.Params.Skip(1).SkipLast(1));
        if (message.Params.Length > 2 && _joining.Contains(message.Params[1]))
            OnJoinRefused(message, message.Params[1], reason);
        else
            Raise(WithUnsent(new Refused(TimeOf(message), about, reason, null), label));
    }

    private void OnJoinRefused(IrcMessage message, string room, string reason)
    {
        _joining.Remove(room);
        OnRejoinAnswered(room);
        Raise(new JoinRefused(TimeOf(message), room, reason));
    }

    // FAIL command code [context ...] :reason
    private void OnFail(IrcMessage message)
    {
        var reason = Parameter(message, message.Params.Length - 1);
        var about = string.Join(' ', message.Params.Skip(2).SkipLast(1));
        if (Phase == SessionPhase.Registering)
        {
            Phase = SessionPhase.Over;
            Raise(new RegistrationRefused(TimeOf(message), reason));
            return;
        }

        var room = message.Params.FirstOrDefault(_joining.Contains);
        if (room is not null)
            OnJoinRefused(message, room, reason);
        else if (!(Parameter(message, 0) == "CHATHISTORY" && OnHistoryRefused(message, reason)))
            Raise(WithUnsent(
                new Refused(TimeOf(message), about.Length > 0 ? about : Parameter(message, 0), reason, null), _batches.LabelOf(message)));
    }

    private void OnRemark(IrcMessage message) =>
        Raise(new ServerRemark(TimeOf(message), Parameter(message, message.Params.Length - 1)));
}
