using System.Net;
using System.Security.Cryptography;
using ChatServer.Actors.TestKit;
using ChatServer.Domain;
using ChatServer.Domain.Events;
using ChatServer.Domain.Users;
using ChatServer.Engine.Deliveries;
using ChatServer.Engine.Rooms;
using ChatServer.Engine.Settings;
using ChatServer.Protocol;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatServer.Engine.Tests.Rooms;

/// <summary>Lines that a room is told in a row. It stands still while they are said to it, and so finds all of them together.</summary>
public sealed class GatheringTests : TestKit
{
    private readonly EngineContext _engine = new(
        new ServerSettings(), TimeProvider.System, RandomNumberGenerator.Fill, NullLoggerFactory.Instance, "chatserver-test");

    private readonly IActorRef _room;
    private readonly Someone _alice;
    private readonly Someone _bob;
    private readonly Someone _listener;
    private readonly Someone _holder;

    /// <param name="Who">Who he is.</param>
    /// <param name="User">Stands for his user actor.</param>
    /// <param name="Connection">Stands for his connection.</param>
    private sealed record Someone(UserIdentity Who, TestProbe User, TestProbe Connection);

    public GatheringTests()
    {
        Assert.True(RoomName.TryParse("#room", _engine.CaseMapping, 64, out var name));
        _room = Sys.ActorOf(RoomActor.PropsFor(new RoomId(1), name, _engine));
        (_alice, _bob, _listener, _holder) = (Join(1, "alice"), Join(2, "bob"), Join(3, "carol"), Join(4, "dave"));
        foreach (var one in new[] { _alice, _bob, _listener, _holder }) Forget(one.Connection);
    }

    [Fact]
    public void Who_said_none_of_them_hears_all_of_them_at_once()
    {
        StandStill();
        Say(_alice, "one");
        Say(_alice, "two");
        Say(_bob, "three");
        GoOn();

        var series = _listener.Connection.ExpectMsg<DeliverySeries>();
        Assert.Equal(["one", "two", "three"], series.Deliveries.Select(Text));
        var lines = System.Text.Encoding.UTF8.GetString(series.BytesFor(Dialect.None));
        Assert.Equal(3, lines.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        var oneByOne = series.Deliveries.Select(one => System.Text.Encoding.UTF8.GetString(one.BytesFor(Dialect.None)));
        Assert.Equal(string.Concat(oneByOne), lines);
    }

    [Fact]
    public void Who_said_some_of_them_hears_the_others_and_his_answers_in_their_places()
    {
        StandStill();
        Say(_alice, "one");
        Say(_bob, "two");
        Say(_alice, "three");
        GoOn();

        Assert.Equal("one", Text(_alice.Connection.ExpectMsg<Heard>().Event));
        Assert.Equal("two", Text(_alice.Connection.ExpectMsg<Delivery>()));
        Assert.Equal("three", Text(_alice.Connection.ExpectMsg<Heard>().Event));
        Assert.Equal("one", Text(_bob.Connection.ExpectMsg<Delivery>()));
        Assert.Equal("two", Text(_bob.Connection.ExpectMsg<Heard>().Event));
        Assert.Equal("three", Text(_bob.Connection.ExpectMsg<Delivery>()));
    }

    [Fact]
    public void A_refusal_comes_after_the_answers_before_it()
    {
        StandStill();
        Say(_alice, "one");
        Say(_alice with { Who = _alice.Who with { Id = new UserId(9) } }, "from outside");
        Say(_alice, "two");
        GoOn();

        _alice.Connection.ExpectMsg<Heard>();
        _alice.Connection.ExpectMsg<Denied>();
        _alice.Connection.ExpectMsg<Heard>();
    }

    [Fact]
    public void Whatever_else_the_room_hears_comes_after_the_lines_before_it()
    {
        StandStill();
        Say(_alice, "one");
        Say(_bob, "two");
        _room.Tell(new RoomActor.Part(_bob.Who.Id, WireText.Empty), _bob.Connection);
        Say(_alice, "three");
        GoOn();

        Assert.Equal(["one", "two"], _listener.Connection.ExpectMsg<DeliverySeries>().Deliveries.Select(Text));
        Assert.IsType<UserParted>(_listener.Connection.ExpectMsg<Delivery>().Event);
        Assert.Equal("three", Text(_listener.Connection.ExpectMsg<Delivery>()));
    }

    [Fact]
    public void A_line_for_some_members_comes_after_the_lines_before_it()
    {
        StandStill();
        Say(_alice, "one");
        Say(_bob, "two", MemberModes.Op);
        GoOn();

        Assert.Equal("one", Text(_alice.Connection.ExpectMsg<Heard>().Event));
        Assert.Equal("two", Text(_alice.Connection.ExpectMsg<Delivery>()));
        Assert.Equal("one", Text(_listener.Connection.ExpectMsg<Delivery>()));
        _listener.Connection.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void A_fault_loses_none_of_them_and_is_answered_after_them()
    {
        StandStill();
        Say(_alice, "one");
        Say(_alice, "two");
        _room.Tell(new RoomActor.Say(null!, MessageKind.Message, MemberModes.None, WireText.Empty, WireText.Empty), _alice.Connection);
        GoOn();

        Assert.Equal(["one", "two"], _listener.Connection.ExpectMsg<DeliverySeries>().Deliveries.Select(Text));
        _alice.Connection.ExpectMsg<Heard>();
        _alice.Connection.ExpectMsg<Heard>();
        _alice.Connection.ExpectMsg<Failed>();
    }

    [Fact]
    public void Many_are_told_in_several_series()
    {
        StandStill();
        for (var i = 0; i < 100; i++) Say(_alice, $"{i}");
        GoOn();

        var first = _listener.Connection.ExpectMsg<DeliverySeries>().Deliveries;
        var second = _listener.Connection.ExpectMsg<DeliverySeries>().Deliveries;
        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"{i}"), first.Concat(second).Select(Text));
    }

    private static string Text(Delivery delivery) => Assert.IsType<MessageSent>(delivery.Event).Text.ToString();

    private Someone Join(int id, string text)
    {
        Assert.True(Nickname.TryParse(text, _engine.CaseMapping, 30, out var nick));
        var who = new UserIdentity
        {
            Id = new UserId(id),
            Nick = nick,
            UserName = text,
            Host = "host",
            RealName = WireText.Empty,
            Address = IPAddress.Loopback,
        };
        var someone = new Someone(who, CreateTestProbe(), CreateTestProbe());
        _room.Tell(new RoomActor.Join(who, someone.User, someone.Connection, null, []), someone.Connection);
        return someone;
    }

    /// <summary>Passes over all that the probe has heard of joins: its own answer, and those who came after.</summary>
    private void Forget(TestProbe connection)
    {
        _room.Tell(RoomActor.GetState.Instance, connection);
        connection.FishForMessage(message => message is RoomActor.Seen);
    }

    private void StandStill()
    {
        _room.Tell(new RoomActor.Hold(_holder.Who.Id, ForNewNick: false), _holder.User);
        _holder.User.FishForMessage(message => message is RoomActor.Held);
    }

    private void GoOn() =>
        _room.Tell(new RoomActor.Apply(_holder.Who.Id, _holder.Who, new UserAway(_engine.Stamp(), _holder.Who)), _holder.User);

    private void Say(Someone speaker, string text, MemberModes audience = MemberModes.None) => _room.Tell(
        new RoomActor.Say(speaker.Who, MessageKind.Message, audience, WireText.From(text), WireText.Empty), speaker.Connection);
}
