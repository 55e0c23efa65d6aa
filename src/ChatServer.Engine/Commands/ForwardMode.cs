using System.Collections.Immutable;
using ChatServer.Domain;
using ChatServer.Engine.Connections;
using ChatServer.Engine.Replies;
using ChatServer.Engine.Rooms;
using ChatServer.Protocol;

namespace ChatServer.Engine.Commands;

/// <summary>What room mode <c>f</c> asks of the other room: that it exists, and that who sends people there is operator in it.</summary>
/// <remarks>A room does not know other rooms, so the connection asks, before the room decides the rest.</remarks>
internal static class ForwardMode
{
    /// <summary>Looks at the room that a change of <c>f</c> names, tells the client when it may not be that one, and goes on with the
    /// rest.</summary>
    /// <param name="session">Who asks.</param>
    /// <param name="name">The room whose modes are to change.</param>
    /// <param name="changes">The wish; of several <c>+f</c> the last counts.</param>
    /// <param name="goOn">What follows.</param>
    public static void Check(
        Session session, RoomName name, ImmutableArray<ModeChange> changes, Action<Session, RoomName, ImmutableArray<ModeChange>> goOn)
    {
        var forward = changes.LastOrDefault(SetsForward);
        if (forward.Parameter is not { } text)
        {
            goOn(session, name, changes);
            return;
        }

        if (!session.TryParseRoom(text, out var target))
        {
            WriteInvalid(session);
            goOn(session, name, changes.RemoveAll(SetsForward));
            return;
        }

        session.AskRoom(target, RoomActor.GetState.Instance, (session, _, answer) =>
        {
            var asker = session.Identity!.Id;
            var room = (answer as RoomActor.Seen)?.Room;
            var isAllowed = room?.Find(asker)?.IsAtLeast(MemberModes.Op) == true;
            if (room?.IsVisibleTo(asker) != true)
                WriteInvalid(session);
            else if (!isAllowed)
                Refusals.Write(session.Replies, Refusal.OperatorNeeded, room: target.Text);
            goOn(session, name, changes.RemoveAll(change => SetsForward(change) && !(isAllowed && change == forward)));
        });

        void WriteInvalid(Session session) => session.Replies.Numeric(Numerics.ERR_INVALIDMODEPARAM, name.Text, "f", text);
    }

    private static bool SetsForward(ModeChange change) => change is { Adding: true, Letter: 'f' };
}
