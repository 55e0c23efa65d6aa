using System.Net;
using ChatServer.Benchmarks.Wire;
using ChatServer.Domain;
using ChatServer.Domain.Events;
using ChatServer.Domain.Users;
using ChatServer.Engine.Deliveries;
using ChatServer.Protocol;

namespace ChatServer.Benchmarks.Deliveries;

/// <summary>From an event to the bytes that all connections of one dialect share.</summary>
/// <remarks>A piece of work holds the <see cref="Delivery"/> and the bytes that are kept with it.</remarks>
internal static class RenderBenchmarks
{
    private const int Count = 500_000;
    private const Dialect AllTags = Dialect.ServerTime | Dialect.MessageTags | Dialect.AccountTag;

    private static readonly CaseMapping Mapping = CaseMapping.Ascii;

    private static readonly UserIdentity Alice = new()
    {
        Id = new UserId(1),
        Nick = Nickname.TryParse("alice", Mapping, 30, out var nick) ? nick : default,
        UserName = "~alice",
        Host = "192.0.2.7",
        RealName = WireText.From("Alice of the benchmarks"),
        Address = IPAddress.Parse("192.0.2.7"),
        Account = "alice",
    };

    private static readonly EventStamp Stamp = new(DateTimeOffset.UnixEpoch, MessageId.Read("hcVqNgi0DrWMVYVn"));

    private static readonly ChatEvent Message = new MessageSent(
        Stamp, Alice, MessageKind.Message, "#lobby", WireText.Copy(Samples.Text), WireText.Empty);

    private static readonly ChatEvent Join = new UserJoined(
        Stamp, Alice, RoomName.TryParse("#lobby", Mapping, 50, out var room) ? room : default);

    /// <summary>The rows.</summary>
    public static readonly Benchmark[] All =
    [
        Row("render-plain", "render a message, plain", Message, Dialect.None),
        Row("render-time", "render a message, with server-time", Message, Dialect.ServerTime),
        Row("render-tags", "render a message, with time, id and account", Message, AllTags),
        Row("render-join", "render a join, plain", Join, Dialect.None),
        Row("render-join-extended", "render a join, with all tags and extended-join", Join, AllTags | Dialect.ExtendedJoin),
        new("render-again", () =>
        {
            var delivery = new Delivery(Message);
            delivery.BytesFor(AllTags);
            return Measurement.Of("the same for the next connection of a dialect", "line", Count, () => delivery.BytesFor(AllTags));
        }),
    ];

    private static Benchmark Row(string name, string title, ChatEvent what, Dialect dialect) =>
        new(name, () => Measurement.Of(title, "line", Count, () => new Delivery(what).BytesFor(dialect)));
}
