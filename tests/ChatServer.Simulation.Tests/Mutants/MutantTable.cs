using System.Security.Cryptography;
using ChatServer.Domain;
using ChatServer.Domain.Events;
using ChatServer.Engine;
using ChatServer.Engine.Connections;
using ChatServer.Engine.Deliveries;
using ChatServer.Engine.History;
using ChatServer.Engine.Rooms;
using ChatServer.Engine.Settings;
using ChatServer.Engine.Users;
using ChatServer.Protocol;
using ChatServer.SimulationTests.Model;

namespace ChatServer.SimulationTests.Mutants;

/// <summary>The mistakes that the simulation must find. docs/testing.md has the same table.</summary>
public static class MutantTable
{
    private const string AConnection = "/user/chat/listener/c";
    private const string AUser = "/user/chat/users/u";
    private const string ARoom = "/user/chat/rooms/r";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Mutant> All { get; } =
    [
        // Guarantee 1.
        Told("A command does not wait for its room", Promise.OneCommandAtATime, 20, LetPartGoOnAtOnce),
        Told("A flush is lost", Promise.OneCommandAtATime, 20, static (mutation, passage) =>
            Is(passage, "FlushDue") && mutation.Every(60) ? [] : null),
        Told("Reading is not taken up again", Promise.OneCommandAtATime, 20, static (mutation, passage) =>
            Is(passage, "BytesArrived") && mutation.Every(40) ? [] : null),
        Told("A refusal is swallowed", Promise.OneCommandAtATime, 40, static (_, passage) =>
            passage.Message is Denied { Reason: Refusal.CannotSpeak } && IsTo(passage, AConnection) ? [Done.Instance] : null),

        // Guarantee 2.
        Told("Two members hear two speakers in different orders", Promise.OneOrderPerRoom, 60, SwapSpeakers),
        Told("The echo comes whenever it likes", Promise.OneOrderPerRoom, 300, static (mutation, passage) =>
            passage.Message is Heard && IsTo(passage, AConnection) ? mutation.Later(passage) : null),

        // Guarantee 3.
        Told("A message gets lost on its way to one member", Promise.NothingSilent, 20, static (mutation, passage) =>
            IsDelivery<MessageSent>(passage) && mutation.Every(20) ? [] : null),
        Told("A message is delivered twice", Promise.NothingSilent, 20, static (mutation, passage) =>
            IsDelivery<MessageSent>(passage) && mutation.Every(20) ? [passage.Message, passage.Message] : null),
        Told("A quit is told once for every room shared", Promise.NothingSilent, 40, static (_, passage) =>
            IsDelivery<UserQuit>(passage) ? [passage.Message, passage.Message] : null),
        Told("A member is left behind after a quit", Promise.NothingSilent, 40, static (_, passage) =>
            passage.Message is RoomActor.Apply { Next: null } apply ? [apply with { Next = apply.Event.By }] : null),

        Told("A message loses its last line", Promise.NothingSilent, 100, static (_, passage) =>
            passage.Message is RoomActor.Say { Lines.Length: > 1 } say ? [say with { Lines = say.Lines[..^1] }] : null),
        Told("What a client adds to its message is lost", Promise.NothingSilent, 100, static (_, passage) =>
            passage.Message is RoomActor.Say { ClientTags.IsEmpty: false } say ? [say with { ClientTags = WireText.Empty }] : null),

        // Guarantee 4.
        Told("A nick is not checked again when it is taken", Promise.OneOwnerPerNick, 60, static (_, passage) =>
            passage.Message is Denied { Reason: Refusal.NickInUse } && IsTo(passage, AUser) ? [Done.Instance] : null),
        Set("Brackets and braces are not folded", Promise.OneOwnerPerNick, 300, static settings =>
            settings with { Server = settings.Server with { CaseMapping = CaseMappingName.Ascii } }),

        // Guarantee 5.
        Set("The limit of the send queue is ignored", Promise.BoundedEverything, 60, static settings =>
            settings with { Limits = settings.Limits with { SendQueueBytes = 1_000_000_000 } }),
        Set("Floods are let through", Promise.BoundedEverything, 60, static settings =>
            settings with { Flood = settings.Flood with { Enabled = false } }),
        Timed("The dead are never closed", Promise.BoundedEverything, 60, ignoresCancelling: false, TimeSpan.FromSeconds(30)),

        Set("A watch list may hold one too many", Promise.KnowledgeIsTrue, 20, static settings =>
            settings with { Limits = settings.Limits with { MonitorEntries = settings.Limits.MonitorEntries + 1 } }),
        Set("Who answers a PING is cut off all the same", Promise.OneCommandAtATime, 60, static settings =>
            settings with { Timeouts = settings.Timeouts with { PongWithin = TimeSpan.FromTicks(1) } }),

        // Guarantee 6.
        Told("A fault stops the room", Promise.KnowledgeIsTrue, 400, static (_, passage) =>
        {
            if (passage.Message is Failed && IsFrom(passage, ARoom)) passage.From!.Tell(PoisonPill.Instance);
            return null;
        }),
        Told("Who asks a room that fails is closed", Promise.FaultsStay, 150, static (_, passage) =>
        {
            if (passage.Message is Failed && IsTo(passage, AConnection)) passage.To.Tell(new ConnectionActor.Close("Something failed"));
            return null;
        }),
        Told("A fault is answered by nobody", Promise.OneCommandAtATime, 60, static (_, passage) => passage.Message is Failed ? [] : null),

        Told("A room that fails in the middle of a change is not asked again", Promise.KnowledgeIsTrue, 400, static (_, passage) =>
            passage.Message is Failed && IsFrom(passage, ARoom) && IsTo(passage, AUser) ? [Done.Instance] : null),

        // What follows from them.
        Told("An event overtakes the mode change that it depends on", Promise.KnowledgeIsTrue, 100, HoldModeChanges),
        Told("A mode change is not told to everybody", Promise.KnowledgeIsTrue, 300, static (mutation, passage) =>
            IsDelivery<RoomModesChanged>(passage) && mutation.Every(5) ? [] : null),
        Told("Who is thrown out does not know it himself", Promise.KnowledgeIsTrue, 60, static (_, passage) =>
            passage.Message is UserActor.MembershipEnded ? [] : null),
        Told("A room closes while somebody is joining", Promise.KnowledgeIsTrue, 500, CloseRoomTooEarly),
        Told("Bans and limits are not looked at when somebody joins", Promise.RulesHold, 150, InviteEverybody),
        Told("Nobody looks whether a text is UTF-8", Promise.WellFormedLines, 20, static (_, passage) =>
            passage.Message is RoomActor.Say say ? [say with { Text = WireText.Copy([.. say.Text.Span, 0xFF]) }] : null),
        Told("No room is asked about a new nick when it stands still", Promise.RulesHold, 300, static (_, passage) =>
            passage.Message is RoomActor.Hold { ForNewNick: true } hold ? [hold with { ForNewNick = false }] : null),
        Told("Any key fits", Promise.RulesHold, 300, static (_, passage) =>
            passage.Message is RoomActor.Join join && IsTo(passage, ARoom) ? [join with { Key = "key" }] : null),

        Told("Some are told another id of what has happened", Promise.KnowledgeIsTrue, 100, static (mutation, passage) =>
            passage.Message is Delivery { Event: RoomModesChanged changed } && mutation.Every(3)
                ? [Restamped(changed, changed.Stamp.Time)]
                : null),
        Told("Some are told an earlier time than others", Promise.KnowledgeIsTrue, 100, static (mutation, passage) =>
            passage.Message is Delivery { Event: MessageSent sent } && mutation.Every(3)
                ? [new Delivery(sent with { Stamp = sent.Stamp with { Time = sent.Stamp.Time.AddSeconds(-1) } })]
                : null),

        Told("A room's new name is not told to everybody", Promise.KnowledgeIsTrue, 300, static (mutation, passage) =>
            passage.Message is RoomActor.NameChanged && mutation.Every(2) ? [] : null),
        Told("What was said before comes in the wrong order", Promise.KnowledgeIsTrue, 100, static (_, passage) =>
            passage.Message is HistoryPage page ? [new HistoryPage([.. page.Events.Reverse()])] : null),
        Told("Outsiders read what was said before", Promise.RulesHold, 100, LetOutsidersRead),
        Told("Nobody hears that a nick is free again", Promise.KnowledgeIsTrue, 400, static (_, passage) =>
            passage.Message is UserDirectoryActor.NickWent ? [] : null),
        Told("Nobody hears that whom he speaks to is away", Promise.KnowledgeIsTrue, 100, static (_, passage) =>
            passage.Message is Heard { Away: not null } heard ? [heard with { Away = null }] : null),
        Told("WHOIS shows secret rooms to everybody", Promise.KnowledgeIsTrue, 700, static (_, passage) =>
            passage.Message is UserActor.MembershipChanged { Membership.IsSecret: true } changed
                ? [changed with { Membership = changed.Membership with { IsSecret = false } }]
                : null),

        // And what must end, and be gone in the end.
        Told("An actor tells another the same again and again", Promise.ComesToRest, 5, static (mutation, passage) =>
        {
            if (passage.Message is RoomDirectoryActor.Summarised)
                mutation.Simulation!.Post(() => passage.To.Tell(passage.Message, passage.From!));
            return null;
        }),
        Told("An empty room is not closed", Promise.NothingLeftOver, 5, static (_, passage) =>
            passage.Message is RoomDirectoryActor.Summarised { Summary.Members: 0 } ? [] : null),
        Told("A nick is kept after a quit", Promise.NothingLeftOver, 5, static (_, passage) =>
        {
            if (passage.Message is not UserDirectoryActor.Depart) return null;
            passage.Sender!.Tell(Done.Instance);
            return [];
        }),
        Told("Who watches an actor is not always told of its end", Promise.NothingLeftOver, 200, static (mutation, passage) =>
            passage.Message is Terminated && mutation.Every(5) ? [] : null),
        Told("A message between actors without chat is told twice", Promise.ActorsKeepTheirWord, 100, static (mutation, passage) =>
            Is(passage, "Letter") && mutation.Every(10) ? [passage.Message, passage.Message] : null),
        Timed("Timers outlive their actors", Promise.NothingLeftOver, 5, ignoresCancelling: true, TimeSpan.MaxValue),
    ];

    private static Mutant Told(string name, Promise promise, int seeds, Func<MessageMutation, Passage, IEnumerable<object>?> instead) =>
        new(name, promise, seeds, () => new MessageMutation(instead));

    private static Mutant Set(string name, Promise promise, int seeds, Func<ServerSettings, ServerSettings> change) =>
        new(name, promise, seeds, () => new SettingMutation(change));

    private static Mutant Timed(string name, Promise promise, int seeds, bool ignoresCancelling, TimeSpan longest) =>
        new(name, promise, seeds, () => new TimerMutation(ignoresCancelling, longest));

    private static bool Is(Passage passage, string type) => passage.Message.GetType().Name == type;

    private static bool IsTo(Passage passage, string path) =>
        passage.To.Path.ToStringWithoutAddress().StartsWith(path, StringComparison.Ordinal);

    private static bool IsFrom(Passage passage, string path) =>
        passage.From?.Path.ToStringWithoutAddress().StartsWith(path, StringComparison.Ordinal) == true;

    private static bool IsDelivery<T>(Passage passage)
        where T : ChatEvent => passage.Message is Delivery { Event: T };

    private static Delivery Restamped(ChatEvent chatEvent, DateTimeOffset time) =>
        new(chatEvent with { Stamp = new EventStamp(time, new MessageId(RandomNumberGenerator.GetBytes(MessageId.Size))) });

    /// <summary>The connection believes at once that its user has left, and goes on; the room hears of it later.</summary>
    private static IEnumerable<object>? LetPartGoOnAtOnce(MessageMutation mutation, Passage passage)
    {
        if (passage.Message is RoomActor.Part part && IsTo(passage, ARoom))
        {
            mutation.Memory[passage.Sender!] = part;
            passage.Sender!.Tell(Done.Instance);
            return mutation.Later(passage);
        }

        // The room's own answer comes too late, and nobody waits for it any more.
        return passage.Message is Done or Denied && IsFrom(passage, ARoom) && mutation.Memory.Remove(passage.To) ? [] : null;
    }

    /// <summary>Now and then a message waits for what comes next; when that is somebody else's message, it goes first.</summary>
    private static IEnumerable<object>? SwapSpeakers(MessageMutation mutation, Passage passage)
    {
        if (mutation.Memory.Remove(passage.To, out var held))
            return IsByAnother(held, passage.Message) ? [passage.Message, held] : [held, passage.Message];
        if (!IsDelivery<MessageSent>(passage) || !mutation.Every(3)) return null;
        mutation.Memory[passage.To] = passage.Message;
        return [];

        static bool IsByAnother(object first, object second) =>
            first is Delivery { Event: MessageSent one } && second is Delivery { Event: MessageSent other }
            && one.By.Id != other.By.Id && one.Target == other.Target;
    }

    private static IEnumerable<object>? HoldModeChanges(MessageMutation mutation, Passage passage)
    {
        if (IsDelivery<RoomModesChanged>(passage) && mutation.Memory.TryAdd(passage.To, passage.Message)) return [];
        if (passage.Message is not Delivery || !mutation.Memory.Remove(passage.To, out var held)) return null;
        return [passage.Message, held];
    }

    /// <summary>The directory closes a room as soon as it says that it is empty, though a join is in its mailbox.</summary>
    private static IEnumerable<object>? CloseRoomTooEarly(MessageMutation mutation, Passage passage)
    {
        if (passage.Message is RoomActor.Join && IsTo(passage, ARoom))
        {
            mutation.Memory[passage.To] = mutation.Memory.TryGetValue(passage.To, out var joins) ? (long)joins + 1 : 1L;
            return null;
        }

        return passage.Message is RoomDirectoryActor.Summarised { Summary.Members: 0 } summarised
            ? [summarised with { Joins = (long)mutation.Memory[passage.From!] }]
            : null;
    }

    /// <summary>Whoever asks is taken for somebody who is in the room.</summary>
    private static IEnumerable<object>? LetOutsidersRead(MessageMutation mutation, Passage passage)
    {
        if (passage.Message is RoomActor.Join join && IsTo(passage, ARoom)) mutation.Memory.TryAdd(passage.To, join.Who.Id);
        return passage.Message is RoomActor.ReadHistory read && mutation.Memory.TryGetValue(passage.To, out var member)
            ? [read with { Asker = (UserId)member }]
            : null;
    }

    /// <summary>Everybody is taken for invited.</summary>
    private static IEnumerable<object>? InviteEverybody(MessageMutation mutation, Passage passage)
    {
        if (passage.Message is not RoomActor.Join join || !IsTo(passage, ARoom)) return null;
        if (mutation.Memory.TryAdd(passage.To, join.Who.Id)) return null;
        var invite = new RoomActor.Invite((UserId)mutation.Memory[passage.To], join.Who, join.User, ActorRefs.Nobody);
        mutation.Pass(passage with { Message = invite, Sender = null });
        return null;
    }
}
