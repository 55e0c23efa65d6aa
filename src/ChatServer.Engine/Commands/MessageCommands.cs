using System.Collections.Immutable;
using System.Text;
using ChatServer.Domain.Events;
using ChatServer.Engine.Connections;
using ChatServer.Engine.Deliveries;
using ChatServer.Engine.Replies;
using ChatServer.Engine.Rooms;
using ChatServer.Engine.Users;
using ChatServer.Protocol;

namespace ChatServer.Engine.Commands;

/// <summary>Speaking. Source: Modern, Sending Messages; IRCv3 message-tags, echo-message.</summary>
internal static class MessageCommands
{
    /// <summary><c>PRIVMSG target[,target ...] :text</c>.</summary>
    public static void Message(Session session, MessageView message) => Speak(session, message, MessageKind.Message);

    /// <summary><c>NOTICE target[,target ...] :text</c>: whatever happens, nothing is answered.</summary>
    public static void Notice(Session session, MessageView message) => Speak(session, message, MessageKind.Notice);

    /// <summary><c>@+tag=value TAGMSG target[,target ...]</c>: only for those who negotiated tags.</summary>
    public static void TagMessage(Session session, MessageView message)
    {
        if (session.Dialect.HasFlag(Dialect.MessageTags))
            Speak(session, message, MessageKind.TagsOnly);
        else
            session.Replies.Numeric(Numerics.ERR_UNKNOWNCOMMAND, "TAGMSG");
    }

    /// <summary>Says one more line to the room that the running command speaks to, without waiting for the answer to the last.</summary>
    /// <returns>False for anything but a plain line that only the room can answer: any other line has to wait, or replies would come out of
    /// order.</returns>
    public static bool TrySpeakOn(Session session, MessageView message, ReadOnlySpan<byte> line)
    {
        if (session.SpokenTo is not { } room || session.OpenBatch is not null || !message.Tags.IsEmpty || message.Count < 2) return false;
        var kind = message.IsVerb("PRIVMSG"u8) ? MessageKind.Message : MessageKind.Notice;
        if (kind == MessageKind.Notice && !message.IsVerb("NOTICE"u8)) return false;
        if (!Ascii.Equals(message[0], room.Text) || message[1].IsEmpty) return false;
        if (!FitsLine(session, kind, message[0].Length, message[1].Length)) return false;
        if (session.Engine.Settings.Server.Utf8Only && !Utf8Text.IsValid(line)) return false;

        session.CommandCount++;
        session.Counts.Add(kind == MessageKind.Message ? CommandTable.PrivateMessage : CommandTable.Notice);
        session.LastSpoke = session.Engine.Clock.GetTimestamp();
        var say = new RoomActor.Say(session.Identity!, kind, MemberModes.None, WireText.Copy(message[1]), WireText.Empty);
        session.SayMore(say, OnHeard(kind, room.Text));
        return true;
    }

    private static void Speak(Session session, MessageView message, MessageKind kind)
    {
        session.LastSpoke = session.Engine.Clock.GetTimestamp();
        var isSilent = kind == MessageKind.Notice;
        var text = kind == MessageKind.TagsOnly ? WireText.Empty : WireText.Copy(message[1]);
        if (kind != MessageKind.TagsOnly && text.IsEmpty)
        {
            if (!isSilent) session.Replies.Numeric(Numerics.ERR_NOTEXTTOSEND);
            return;
        }

        var tags = ClientTags(session, message);
        var targets = message[0];
        var left = session.Engine.Settings.Limits.TargetsPerCommand;
        foreach (var range in targets.Split((byte)','))
        {
            var target = targets[range];
            if (target.IsEmpty) continue;
            if (left-- == 0)
            {
                if (!isSilent) session.Refuse(Numerics.ERR_TOOMANYTARGETS, Encoding.UTF8.GetString(target));
                return;
            }

            if (FitsLine(session, kind, target.Length, text.Length))
                SpeakTo(session, target, kind, text, tags, []);
            else if (!isSilent)
                session.Refuse(Numerics.ERR_INPUTTOOLONG);
        }
    }

    /// <summary>Speaks several lines to one target, as one message.</summary>
    public static void SpeakLines(Session session, string target, MessageKind kind, ImmutableArray<MessageLine> lines, WireText tags)
    {
        session.LastSpoke = session.Engine.Clock.GetTimestamp();
        SpeakTo(session, Encoding.UTF8.GetBytes(target), kind, MessageLine.Join(lines), tags, lines);
    }

    private static void SpeakTo(
        Session session, ReadOnlySpan<byte> target, MessageKind kind, WireText text, WireText tags, ImmutableArray<MessageLine> lines)
    {
        if (target[0] == (byte)'$')
        {
            var servers = Encoding.UTF8.GetString(target);
            var broadcast = new UserDirectoryActor.Broadcast(session.Identity!, kind, servers, text, tags) { Lines = lines };
            OperatorCommands.Broadcast(session, broadcast, OnHeard(kind, servers));
            return;
        }

        var audience = TakeAudience(ref target);
        var engine = session.Engine;
        if (RoomName.TryParse(target, engine.CaseMapping, engine.Settings.Limits.RoomNameLength, out var room))
        {
            session.Say(room, new RoomActor.Say(session.Identity!, kind, audience, text, tags) { Lines = lines }, OnHeard(kind, room.Text));
        }
        else if (session.Correspondents.TryFindLast(target, out var nick, out var user)
            || Nickname.TryParse(target, engine.CaseMapping, engine.Settings.Limits.NickLength, out nick))
        {
            user ??= session.Correspondents.Find(nick);
            var say = new UserActor.Say(session.Identity!, session.User, kind, nick, text, tags)
            {
                Lines = lines,
                IsFromMemory = user is not null,
            };
            if (user is not null)
                session.Ask(user, say, OnAnswerFromMemory, OnAnswerFromMemory);
            else
                session.AskUser(nick, say, OnAnswerByDirectory);
        }
        else if (kind != MessageKind.Notice)
        {
            var numeric = RoomName.LooksLikeRoom(target) ? Numerics.ERR_NOSUCHCHANNEL : Numerics.ERR_NOSUCHNICK;
            session.Refuse(numeric, Encoding.UTF8.GetString(target));
        }
    }

    /// <summary>Takes the prefixes off <c>@#room</c> or <c>@+#room</c>; of several ranks the lowest counts, as it includes the
    /// others.</summary>
    /// <returns>The least rank that is to hear; none when the target has no prefix, or is no room.</returns>
    private static MemberModes TakeAudience(ref ReadOnlySpan<byte> target)
    {
        var (audience, prefixes) = (MemberModes.None, 0);
        while (prefixes < target.Length && RoomModes.RankOfPrefix((char)target[prefixes]) is var rank and not MemberModes.None)
        {
            audience = audience == MemberModes.None || rank < audience ? rank : audience;
            prefixes++;
        }

        if (!RoomName.LooksLikeRoom(target[prefixes..])) return MemberModes.None;
        target = target[prefixes..];
        return audience;
    }

    private static void OnAnswerFromMemory(Session session, IRequest request, IAnswer answer)
    {
        var say = (UserActor.Say)request;
        if (answer is Heard)
        {
            OnHeard(session, say.Kind, say.To.Text, answer);
        }
        else if (answer is Failed)
        {
            Session.ReportFault(session, request, answer);
        }
        else
        {
            // He refuses, is gone, or has another nick by now. The directory knows.
            session.Correspondents.Forget(say.To);
            session.AskUser(say.To, say with { IsFromMemory = false }, OnAnswerByDirectory);
        }
    }

    private static void OnAnswerByDirectory(Session session, IRequest request, IAnswer answer)
    {
        var say = (UserActor.Say)((UserDirectoryActor.Route)request).Request;
        if (answer is Heard { By: { } hearer }) session.Correspondents.Remember(say.To, hearer);
        OnHeard(session, say.Kind, say.To.Text, answer);
    }

    private static AnswerHandler OnHeard(MessageKind kind, string target) =>
        (session, _, answer) => OnHeard(session, kind, target, answer);

    private static void OnHeard(Session session, MessageKind kind, string target, IAnswer answer)
    {
        switch (answer)
        {
            case Heard heard:
                if (session.Dialect.HasFlag(Dialect.EchoMessage)) session.Replies.Event(heard.Event);
                if (heard.Away is { } away && kind == MessageKind.Message) session.Replies.NumericWith(Numerics.RPL_AWAY, away, target);
                break;
            case UserActor.NotAccepted(var isTold) when kind != MessageKind.Notice:
                session.Replies.Numeric(Numerics.RPL_TARGUMODEG, target);
                if (isTold) session.Replies.Numeric(Numerics.RPL_TARGNOTIFY, target);
                break;
            case Denied(var reason) when kind != MessageKind.Notice:
                Refusals.Write(session.Replies, reason, room: target, nick: target);
                break;
        }
    }

    /// <summary>Whether the line that others will get is short enough: text is refused, never cut.</summary>
    public static bool FitsLine(Session session, MessageKind kind, int targetBytes, int textBytes) =>
        FitsLine(kind, session.Identity!.Source.Length, targetBytes, textBytes);

    /// <inheritdoc cref="FitsLine(Session, MessageKind, int, int)"/>
    public static bool FitsLine(MessageKind kind, int sourceBytes, int targetBytes, int textBytes)
    {
        var frame = ":  \r\n".Length + EventWriter.VerbOf(kind).Length + (textBytes > 0 ? " :".Length : 0);
        return frame + sourceBytes + targetBytes + textBytes <= MessageWriter.DefaultLineBytes;
    }

    /// <summary>The client-only tags as they came; all others are the server's to give. Source: IRCv3 message-tags.</summary>
    public static WireText ClientTags(Session session, MessageView message)
    {
        if (message.Tags.IsEmpty || !session.Dialect.HasFlag(Dialect.MessageTags)) return WireText.Empty;
        var kept = new WireBuffer();
        foreach (var tag in message.Tags)
        {
            if (!tag.IsClientOnly) continue;
            if (kept.WrittenCount > 0) Append(kept, ";"u8);
            Append(kept, tag.Key);
            if (tag.RawValue.IsEmpty) continue;
            Append(kept, "="u8);
            Append(kept, tag.RawValue);
        }

        return WireText.Copy(kept.WrittenSpan);
    }

    private static void Append(WireBuffer buffer, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(buffer.GetSpan(bytes.Length));
        buffer.Advance(bytes.Length);
    }
}
