using ChatServer.Domain;
using ChatServer.Domain.Rooms;
using ChatServer.Domain.Users;
using ChatServer.Protocol;

namespace ChatServer.Engine.Rooms;

/// <content>KNOCK: outsiders ask to be invited.</content>
public sealed partial class RoomActor
{
    /// <summary>Someone outside asks to be invited. Answered <see cref="Done"/> or <see cref="Denied"/>.</summary>
    /// <param name="Who">Who asks.</param>
    /// <param name="Text">What he says with it; empty for nothing.</param>
    public sealed record Knock(UserIdentity Who, WireText Text) : IRequest;

    /// <summary>To the connections of members who may invite: someone asks to be invited.</summary>
    /// <param name="Room">The room.</param>
    /// <param name="Who">Who asks.</param>
    /// <param name="Text">What he says with it; empty for nothing.</param>
    public sealed record Knocked(RoomName Room, UserIdentity Who, WireText Text);

    private readonly MinuteCounter<UserId> _knocks;

    private void OnKnock(Knock knock)
    {
        if (KnockRules.Knock(_state, knock.Who) is Refused<RoomState>(var reason))
        {
            Sender.Tell(new Denied(reason));
            return;
        }

        if (_knocks.Count(knock.Who.Id) > 0)
        {
            Sender.Tell(new Denied(Refusal.KnockedTooOften));
            return;
        }

        _knocks.Add(knock.Who.Id);
        _audience.TellOnly(_state.AtLeast(KnockRules.RankToHear), new Knocked(_state.Name, knock.Who, knock.Text));
        Sender.Tell(Done.Instance);
    }
}
