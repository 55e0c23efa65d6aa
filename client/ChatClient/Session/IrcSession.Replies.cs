using ChatServer.Protocol;

namespace ChatClient.Session;

public sealed partial class IrcSession
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
            case 353:
                OnNames(message);
                break;
            case 366:
                OnEndOfNames(message);
                break;
            case 376 or 422:
                OnGreetingOver(message);
                break;
            case 432 or 433 or 436 or 437 when OnNickRefused(message, code):
                break;
            case 462 or 464 or 465 or 466 when Phase == SessionPhase.Registering:
                Refuse(message);
                break;
            case 421 or 451 or 410 when Phase == SessionPhase.Registering:
                // A server from before capabilities; NICK and USER are under way, and it goes on with those.
                break;
            case >= 400 and < 600:
                OnErrorNumeric(message, label);
                break;
            default:
                Raise(new ReplyReceived(TimeOf(message), code, [.. message.Params.Skip(1)]));
                break;
        }
    }

    // NNN nick [about ...] :reason
    private void OnErrorNumeric(IrcMessage message, string? label)
    {
        var reason = Parameter(message, message.Params.Length - 1);
        var about = string.Join(' ', message.Params.Skip(1).SkipLast(1));
        if (message.Params.Length > 2 && _joining.Remove(message.Params[1]))
            Raise(new JoinRefused(TimeOf(message), message.Params[1], reason));
        else
            Raise(new Refused(TimeOf(message), about, reason, UnsentText(label)));
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
        if (room is not null && _joining.Remove(room))
            Raise(new JoinRefused(TimeOf(message), room, reason));
        else
            Raise(new Refused(TimeOf(message), about.Length > 0 ? about : Parameter(message, 0), reason, UnsentText(LabelOf(message))));
    }

    private void OnRemark(IrcMessage message) =>
        Raise(new ServerRemark(TimeOf(message), Parameter(message, message.Params.Length - 1)));
}
