using ChatServer.Domain;
using ChatServer.Domain.Events;
using ChatServer.Engine.Deliveries;
using ChatServer.Engine.History;

namespace ChatServer.Engine.Rooms;

/// <content>The room's history. Members may read it, also from before they joined.</content>
public sealed partial class RoomActor
{
    /// <summary>A member reads what happened. Answered <see cref="HistoryPage"/> or <see cref="Denied"/>.</summary>
    /// <param name="Asker">Who asks.</param>
    /// <param name="Query">Which part.</param>
    public sealed record ReadHistory(UserId Asker, HistoryQuery Query) : IRequest;

    /// <summary>A member asks when somebody last spoke. Answered <see cref="LastSpoken"/> or <see cref="Denied"/>.</summary>
    /// <param name="Asker">Who asks.</param>
    public sealed record GetLastSpoken(UserId Asker) : IRequest;

    private void OnReadHistory(ReadHistory read)
    {
        if (!IsMember(read.Asker)) return;
        var name = _state.Name;
        _history.Answer(
            read.Query,
            Sender,
            show: _state.RenamedAt is null ? null : page => new HistoryPage([.. page.Events.Select(chatEvent => chatEvent.In(name))]));
    }

    private void OnGetLastSpoken(GetLastSpoken get)
    {
        if (IsMember(get.Asker)) _history.AnswerLastSpoken(Sender);
    }

    private bool IsMember(UserId asker)
    {
        if (_state.Find(asker) is not null) return true;
        Sender.Tell(new Denied(Refusal.NotInRoom));
        return false;
    }

    /// <summary>Tells all members, or all but one, and keeps the event in the history.</summary>
    private void TellAll(Delivery delivery, UserId? except = null)
    {
        Keep(delivery.Event);
        _audience.Tell(delivery, except);
    }

    private void Keep(ChatEvent chatEvent)
    {
        if (HistoryRules.IsKept(chatEvent, _engine.Settings.History)) _history.Append(chatEvent);
    }
}
