using System.Collections.Immutable;
using System.Globalization;
using ChatServer.Domain;
using ChatServer.Domain.Rooms;
using ChatServer.Domain.Users;
using ChatServer.Engine.Connections;
using ChatServer.Engine.Replies;
using ChatServer.Engine.Rooms;
using ChatServer.Engine.Users;
using ChatServer.Protocol;

namespace ChatServer.Engine.Commands;

/// <summary><c>MODE</c>, for rooms and for oneself. Source: Modern, MODE.</summary>
internal static class ModeCommand
{
    /// <summary><c>MODE room|nick [modes [parameter ...]]</c>: without modes, shows them.</summary>
    public static void Mode(Session session, MessageView message)
    {
        if (RoomName.LooksLikeRoom(message[0]))
            RoomMode(session, message, Change);
        else
            UserMode(session, message);
    }

    /// <summary><c>SAMODE room modes [parameter ...]</c>: an operator of the server changes modes whatever his rank in the room, member or
    /// not. Without accounts it is the only way back for a room whose operators have all left. Source: InspIRCd, Ergo.</summary>
    public static void ForceMode(Session session, MessageView message) => RoomMode(session, message, Force);

    private static void RoomMode(
        Session session, MessageView message, Action<Session, RoomName, ImmutableArray<ModeChange>> change)
    {
        if (!session.TryRoom(message.Text(0), out var name)) return;
        if (message.Count == 1)
        {
            Look(session, name, WriteModes);
            return;
        }

        var request = ModeParser.Parse(RoomModes.Table, message.Text(1), message.Rest(2));
        foreach (var letter in request.Unknown) session.Replies.Numeric(Numerics.ERR_UNKNOWNMODE, letter.ToString());
        foreach (var missing in request.Missing) WriteInvalid(session, name.Text, missing with { Parameter = ModeParser.AnyParameter });

        ForwardMode.Check(session, name, WithinLimit(request.Changes, session.Engine.Settings.Limits.ModesPerCommand), change);
        foreach (var letter in request.Queries) Look(session, name, (session, room) => WriteList(session, name, room, letter));
    }

    private static void Change(Session session, RoomName name, ImmutableArray<ModeChange> changes) =>
        AskForChange(session, name, new RoomActor.ChangeModes(session.Identity!.Id, changes));

    private static void Force(Session session, RoomName name, ImmutableArray<ModeChange> changes) =>
        AskForChange(session, name, new RoomActor.ChangeModes(session.Identity!.Id, changes) { Operator = session.Identity });

    private static void AskForChange(Session session, RoomName name, RoomActor.ChangeModes change)
    {
        if (!change.Changes.IsEmpty) session.AskRoom(name, change, (session, _, answer) => OnModesChanged(session, answer, name));
    }

    private static void UserMode(Session session, MessageView message)
    {
        var text = message.Text(0);
        if (!session.TryNick(text, out var nick)) return;
        if (nick != session.Identity!.Nick)
        {
            session.Ask(session.Neighbours.Users, new UserDirectoryActor.Find([nick]), (session, _, answer) =>
            {
                if (answer is UserDirectoryActor.Found { Users.IsEmpty: true })
                    Refusals.Write(session.Replies, Refusal.NoSuchNick, nick: text);
                else
                    session.Replies.Numeric(Numerics.ERR_USERSDONTMATCH);
            });
            return;
        }

        if (message.Count == 1)
        {
            session.Replies.Numeric(Numerics.RPL_UMODEIS, UserModeRules.Describe(session.Identity.Modes));
            return;
        }

        var request = ModeParser.Parse(UserModes.Table, message.Text(1), message.Rest(2));
        if (!request.Unknown.IsEmpty) session.Replies.Numeric(Numerics.ERR_UMODEUNKNOWNFLAG);
        if (request.Changes.IsEmpty) return;
        session.Ask(session.User, new UserActor.ChangeModes(request.Changes), static (session, _, answer) =>
        {
            if (answer is UserActor.Updated updated) session.Identity = updated.Identity;
        });
    }

    private static void OnModesChanged(Session session, IAnswer answer, RoomName name)
    {
        switch (answer)
        {
            case Denied(var reason):
                Refusals.Write(session.Replies, reason, room: name.Text);
                break;
            case RoomActor.ModesApplied(var problems) applied:
                if (applied.Event is { } changed) session.Replies.Event(changed);
                var told = problems.DistinctBy(problem => problem.Problem == ModeProblem.OperatorNeeded ? default : problem);
                foreach (var (change, problem) in told) WriteProblem(session, name.Text, change, problem);
                break;
        }
    }

    private static void WriteProblem(Session session, string room, ModeChange change, ModeProblem problem)
    {
        switch (problem)
        {
            case ModeProblem.OperatorNeeded:
                session.Replies.Numeric(Numerics.ERR_CHANOPRIVSNEEDED, room);
                break;
            case ModeProblem.TargetNotInRoom:
                WriteAbsent(session, room, change.Parameter!);
                break;
            case ModeProblem.ListFull:
                session.Replies.Numeric(Numerics.ERR_BANLISTFULL, room, change.Letter.ToString());
                break;
            case ModeProblem.InvalidParameter:
                WriteInvalid(session, room, change);
                break;
        }
    }

    // 441 is for somebody who is elsewhere, 401 for nobody at all; the room cannot tell them apart.
    private static void WriteAbsent(Session session, string room, string nick)
    {
        ImmutableArray<Nickname> sought = session.TryParseNick(nick, out var parsed) ? [parsed] : [];
        session.Ask(session.Neighbours.Users, new UserDirectoryActor.Find(sought), (session, _, answer) =>
        {
            var isNobody = answer is UserDirectoryActor.Found { Users.IsEmpty: true };
            Refusals.Write(session.Replies, isNobody ? Refusal.NoSuchNick : Refusal.TargetNotInRoom, room, nick);
        });
    }

    // A key is not repeated: it may be as long as a line, and be mistyped only just.
    private static void WriteInvalid(Session session, string room, ModeChange change)
    {
        var shown = change.Letter == 'k' ? ModeParser.AnyParameter : change.Parameter!;
        session.Replies.Numeric(Numerics.ERR_INVALIDMODEPARAM, room, change.Letter.ToString(), shown);
    }

    private static void WriteModes(Session session, RoomState room)
    {
        var (letters, parameters) = RoomModeRules.Describe(room, showKey: room.Find(session.Identity!.Id) is not null);
        session.Replies.Numeric(Numerics.RPL_CHANNELMODEIS, [room.Name.Text, letters, .. parameters]);
        session.Replies.Numeric(
            Numerics.RPL_CREATIONTIME, room.Name.Text, room.CreatedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
    }

    // Who is banned everybody may know who sees the room; whom the operators let in by exception is theirs to know.
    private static void WriteList(Session session, RoomName asked, RoomState room, char letter)
    {
        if (letter != 'b' && room.Find(session.Identity!.Id)?.IsAtLeast(MemberModes.HalfOp) != true)
        {
            Refusals.Write(session.Replies, Refusal.OperatorNeeded, room: asked.Text);
            return;
        }

        var (list, entryNumeric, endNumeric) = letter switch
        {
            'b' => (room.Bans, Numerics.RPL_BANLIST, Numerics.RPL_ENDOFBANLIST),
            'e' => (room.BanExceptions, Numerics.RPL_EXCEPTLIST, Numerics.RPL_ENDOFEXCEPTLIST),
            _ => (room.InviteExceptions, Numerics.RPL_INVEXLIST, Numerics.RPL_ENDOFINVEXLIST),
        };
        foreach (var entry in list.Entries)
        {
            var setAt = entry.SetAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            session.Replies.Numeric(entryNumeric, room.Name.Text, entry.Mask.Text, entry.SetBy, setAt);
        }

        session.Replies.Numeric(endNumeric, room.Name.Text);
    }

    private static void Look(Session session, RoomName name, Action<Session, RoomState> show) =>
        session.AskRoom(name, RoomActor.GetState.Instance, (session, _, answer) =>
        {
            if (answer is RoomActor.Seen(var room) && room.IsVisibleTo(session.Identity!.Id))
                show(session, room);
            else
                Refusals.Write(session.Replies, Refusal.NoSuchRoom, room: name.Text);
        });

    // ISUPPORT MODES says how many parameters count; what is beyond is ignored, as everywhere.
    private static ImmutableArray<ModeChange> WithinLimit(ImmutableArray<ModeChange> changes, int most)
    {
        var parameters = 0;
        return [.. changes.TakeWhile(change => change.Parameter is null || ++parameters <= most)];
    }
}
