using ChatServer.Domain.Users;
using ChatServer.Engine.Connections;
using ChatServer.Engine.Rooms;

namespace ChatServer.Engine.Commands;

/// <summary>Which users a user may know of: all who are not invisible, and those invisible ones with whom he shares a room. Source: Modern,
/// user mode i.</summary>
/// <remarks>Only a room knows who is in it. The rooms are asked anew for each question, so that a user who has seen somebody join also
/// finds him.</remarks>
internal static class Acquaintance
{
    /// <summary>Selects the users that the session's user may know of, and continues with them.</summary>
    /// <param name="session">Who asks; an operator knows everybody.</param>
    /// <param name="users">Whom to choose from.</param>
    /// <param name="then">Continues with the selected users, in the same order.</param>
    public static void Choose(Session session, IReadOnlyCollection<UserIdentity> users, Action<IEnumerable<UserIdentity>> then)
    {
        var me = session.Identity!.Id;
        var hidden = users.Where(user => user.Has(UserModeFlags.Invisible) && user.Id != me).Select(user => user.Id).ToHashSet();
        var rooms = session.Rooms.Values.ToList();
        if (hidden.Count == 0 || rooms.Count == 0 || session.IsOperator)
        {
            then(session.IsOperator ? users : users.Where(user => !hidden.Contains(user.Id)));
            return;
        }

        var unanswered = rooms.Count;
        foreach (var room in rooms) session.Ask(room.Ref, RoomActor.GetState.Instance, OnSeen, onFault: OnSeen);

        void OnSeen(Session asker, IRequest request, IAnswer answer)
        {
            if (answer is RoomActor.Seen(var room) && room.Find(me) is not null)
                hidden.RemoveWhere(user => room.Find(user) is { } member && room.Shows(member, me));
            if (--unanswered == 0) then(users.Where(user => !hidden.Contains(user.Id)));
        }
    }
}
