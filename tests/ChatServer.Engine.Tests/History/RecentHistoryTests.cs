using System.Net;
using ChatServer.Domain;
using ChatServer.Domain.Events;
using ChatServer.Domain.Users;
using ChatServer.Engine.Deliveries;
using ChatServer.Engine.History;
using ChatServer.Protocol;

namespace ChatServer.Engine.Tests.History;

/// <summary>What is kept of a conversation in memory, and which part of it a query gets.</summary>
public sealed class RecentHistoryTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly UserIdentity Alice = new()
    {
        Id = new UserId(1),
        Nick = NickOf("alice"),
        UserName = "~alice",
        Host = "127.0.0.1",
        RealName = WireText.Empty,
        Address = IPAddress.Loopback,
    };

    [Fact]
    public async Task The_oldest_events_make_room_for_new_ones()
    {
        var history = Filled(events: 50, capacity: 20);

        Assert.Equal(Ids(30, 50), await ReadAsync(history, new HistoryQuery.Latest(null, 100, WithEvents: true)));
        Assert.Null(await history.FindAsync(IdOf(29)));
        Assert.NotNull(await history.FindAsync(IdOf(30)));
    }

    [Fact]
    public async Task Events_come_back_as_they_were_whatever_stood_in_their_place_before()
    {
        var stamps = new StampSource(TimeProvider.System, new Random(1).NextBytes);
        var history = new RecentHistory(static () => new HistoryLimits(3, TimeSpan.Zero), TimeProvider.System);
        MessageSent Plain(string text) =>
            new(stamps.Next(), Alice, MessageKind.Message, "#room", WireText.From(text), WireText.Empty);
        ChatEvent[] events =
        [
            Plain("short"),
            Plain(new string('x', 400)),
            Plain("short again") with { Kind = MessageKind.Notice },
            Plain("tagged") with { ClientTags = WireText.From("+a=b") },
            Plain("one\ntwo") with { Lines = [new(WireText.From("one"), false), new(WireText.From("two"), false)] },
            Plain("in another name") with { As = new Persona(WireText.From("romeo!play@stage"), IsRelayed: false) },
            new UserParted(stamps.Next(), Alice, RoomOf("#room"), WireText.From("bye")),
            Plain("after others"),
            Plain(string.Empty) with { Kind = MessageKind.TagsOnly },
            Plain("the last"),
        ];

        foreach (var chatEvent in events)
        {
            history.Append(chatEvent);
            Assert.Equal(chatEvent, await history.FindAsync(chatEvent.Stamp.MessageId));
        }

        var page = (await history.ReadAsync(new HistoryQuery.Latest(null, 10, WithEvents: true)))!;
        Assert.Equal(events[^3..], page.Events.ToArray());
        page = (await history.ReadAsync(new HistoryQuery.Latest(null, 10, WithEvents: false)))!;
        Assert.Equal<ChatEvent>([events[^3], events[^1]], page.Events.ToArray());
    }

    [Fact]
    public async Task Without_capacity_nothing_is_kept() =>
        Assert.Empty(await ReadAsync(Filled(events: 5, capacity: 0), new HistoryQuery.Latest(null, 100, WithEvents: true)));

    [Fact]
    public async Task Events_are_forgotten_when_they_are_too_old()
    {
        var clock = new TestClock { Now = Start.AddSeconds(10) };
        var history = new RecentHistory(() => new HistoryLimits(100, TimeSpan.FromSeconds(5)), clock);
        for (var i = 0; i < 10; i++) history.Append(Said(i));

        Assert.Equal(Ids(5, 10), await ReadAsync(history, new HistoryQuery.Latest(null, 100, WithEvents: true)));
        clock.Now = Start.AddSeconds(13.5);
        Assert.Equal(Ids(9, 10), await ReadAsync(history, new HistoryQuery.Latest(null, 100, WithEvents: true)));
        clock.Now = Start.AddHours(1);
        Assert.Null(await history.LastSpokenAsync());
    }

    [Fact]
    public async Task A_part_before_a_point_ends_there_and_one_after_it_begins_there()
    {
        var history = Filled(events: 10);

        Assert.Equal(Ids(3, 6), await ReadAsync(history, new HistoryQuery.Before(Id(6), 3, WithEvents: true)));
        Assert.Equal(Ids(3, 6), await ReadAsync(history, new HistoryQuery.Before(At(6), 3, WithEvents: true)));
        Assert.Equal(Ids(7, 9), await ReadAsync(history, new HistoryQuery.After(Id(6), 2, WithEvents: true)));
        Assert.Equal(Ids(7, 9), await ReadAsync(history, new HistoryQuery.After(At(6), 2, WithEvents: true)));
        Assert.Equal(Ids(8, 10), await ReadAsync(history, new HistoryQuery.Latest(Id(3), 2, WithEvents: true)));
        Assert.Equal(Ids(9, 10), await ReadAsync(history, new HistoryQuery.Latest(At(8), 5, WithEvents: true)));
    }

    [Fact]
    public async Task A_part_between_two_points_is_counted_from_the_first_one()
    {
        var history = Filled(events: 10);

        Assert.Equal(Ids(3, 8), await ReadAsync(history, new HistoryQuery.Between(Id(2), Id(8), 100, WithEvents: true)));
        Assert.Equal(Ids(3, 5), await ReadAsync(history, new HistoryQuery.Between(Id(2), Id(8), 2, WithEvents: true)));
        Assert.Equal(Ids(6, 8), await ReadAsync(history, new HistoryQuery.Between(Id(8), Id(2), 2, WithEvents: true)));
        Assert.Equal(Ids(6, 8), await ReadAsync(history, new HistoryQuery.Between(At(8), At(2), 2, WithEvents: true)));
        Assert.Empty(await ReadAsync(history, new HistoryQuery.Between(Id(4), Id(4), 2, WithEvents: true)));
        Assert.Empty(await ReadAsync(history, new HistoryQuery.Between(Id(5), Id(4), 2, WithEvents: true)));
    }

    [Fact]
    public async Task A_part_around_a_point_has_it_in_the_middle()
    {
        var history = Filled(events: 10);

        Assert.Equal(Ids(4, 7), await ReadAsync(history, new HistoryQuery.Around(Id(5), 3, WithEvents: true)));
        Assert.Equal(Ids(5, 6), await ReadAsync(history, new HistoryQuery.Around(Id(5), 1, WithEvents: true)));
        Assert.Equal(Ids(0, 3), await ReadAsync(history, new HistoryQuery.Around(Id(0), 3, WithEvents: true)));
    }

    [Fact]
    public async Task Paging_by_id_misses_and_repeats_nothing_when_times_are_equal()
    {
        var history = new RecentHistory(static () => new HistoryLimits(100, TimeSpan.Zero), TimeProvider.System);
        for (var i = 0; i < 10; i++) history.Append(Said(i) with { Stamp = new EventStamp(Start, IdOf(i)) });

        Assert.Equal(Ids(4, 7), await ReadAsync(history, new HistoryQuery.After(Id(3), 3, WithEvents: true)));
        Assert.Equal(Ids(0, 3), await ReadAsync(history, new HistoryQuery.Before(Id(3), 3, WithEvents: true)));
    }

    [Fact]
    public async Task What_was_not_said_is_neither_read_nor_counted_unless_it_is_wanted()
    {
        var history = new RecentHistory(static () => new HistoryLimits(100, TimeSpan.Zero), TimeProvider.System);
        RoomName.TryParse("#room", CaseMapping.Ascii, 64, out var room);
        history.Append(Said(0));
        history.Append(new UserJoined(Said(1).Stamp, Alice, room));
        history.Append(Said(2) with { Kind = MessageKind.TagsOnly });

        Assert.Equal(Ids(0, 1), await ReadAsync(history, new HistoryQuery.Latest(null, 1, WithEvents: false)));
        Assert.Equal(Ids(1, 3), await ReadAsync(history, new HistoryQuery.Latest(null, 2, WithEvents: true)));
        Assert.Equal(Start, await history.LastSpokenAsync());
    }

    [Fact]
    public async Task A_point_that_is_not_known_gets_no_answer()
    {
        var history = Filled(events: 3);

        Assert.Null(await history.ReadAsync(new HistoryQuery.After(new HistoryPoint.ById(IdOf(100)), 10, WithEvents: true)));
        Assert.Null(await history.ReadAsync(new HistoryQuery.Latest(new HistoryPoint.ById(IdOf(100)), 10, WithEvents: true)));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(1000)]
    public async Task What_is_removed_is_gone_and_the_order_of_the_others_stays(int capacity)
    {
        var history = Filled(events: 30, capacity);
        history.Remove(IdOf(25));
        history.Remove(IdOf(100));
        history.Append(Said(30));

        var expected = Ids(0, 31).Where(id => id != IdOf(25)).TakeLast(capacity);
        Assert.Equal(expected, await ReadAsync(history, new HistoryQuery.Latest(null, 1000, WithEvents: true)));
    }

    [Fact]
    public async Task It_follows_other_limits_at_once()
    {
        var limits = new HistoryLimits(10, TimeSpan.Zero);
        var history = new RecentHistory(() => limits, TimeProvider.System);
        for (var i = 0; i < 15; i++) history.Append(Said(i));
        var all = new HistoryQuery.Latest(null, 1000, WithEvents: true);

        limits = limits with { Events = 4 };
        Assert.Equal(Ids(11, 15), await ReadAsync(history, all));
        history.Append(Said(15));
        Assert.Equal(Ids(12, 16), await ReadAsync(history, all));

        limits = limits with { Events = 40 };
        for (var i = 16; i < 100; i++) history.Append(Said(i));
        Assert.Equal(Ids(60, 100), await ReadAsync(history, all));

        limits = limits with { Events = 0 };
        history.Append(Said(100));
        limits = limits with { Events = 40 };
        Assert.Empty(await ReadAsync(history, all));
        history.Append(Said(101));
        Assert.Equal(Ids(101, 102), await ReadAsync(history, all));
    }

    private static RecentHistory Filled(int events, int capacity = 1000)
    {
        var history = new RecentHistory(() => new HistoryLimits(capacity, TimeSpan.Zero), TimeProvider.System);
        for (var i = 0; i < events; i++) history.Append(Said(i));
        return history;
    }

    private static async Task<IEnumerable<MessageId>> ReadAsync(RecentHistory history, HistoryQuery query) =>
        (await history.ReadAsync(query))!.Events.Select(found => found.Stamp.MessageId);

    private static MessageSent Said(int number) => new(
        new EventStamp(Start.AddSeconds(number), IdOf(number)), Alice, MessageKind.Message, "#room", WireText.From("hello"),
        WireText.Empty);

    private static IEnumerable<MessageId> Ids(int from, int to) => Enumerable.Range(from, to - from).Select(IdOf);

    private static HistoryPoint.ById Id(int number) => new(IdOf(number));

    private static MessageId IdOf(int number) => MessageId.Read($"{number:D16}");

    private static HistoryPoint.ByTime At(int number) => new(Start.AddSeconds(number));

    private static RoomName RoomOf(string text) =>
        RoomName.TryParse(text, CaseMapping.Ascii, 64, out var room) ? room : throw new ArgumentException(text);

    private static Nickname NickOf(string text) =>
        Nickname.TryParse(text, CaseMapping.Ascii, 32, out var nick) ? nick : throw new ArgumentException(text, nameof(text));

    private sealed class TestClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
