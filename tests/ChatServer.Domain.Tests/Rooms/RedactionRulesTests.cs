using ChatServer.Domain.Events;
using ChatServer.Domain.Rooms;
using ChatServer.Domain.Users;
using ChatServer.Protocol;
using static ChatServer.Domain.Tests.People;

namespace ChatServer.Domain.Tests.Rooms;

/// <summary>Who may take back what was said in a room.</summary>
public sealed class RedactionRulesTests
{
    [Theory]
    [InlineData(MemberModes.None, false)]
    [InlineData(MemberModes.Voice, false)]
    [InlineData(MemberModes.HalfOp, true)]
    [InlineData(MemberModes.Op, true)]
    public void Redact_of_what_another_said_needs_half_operator(MemberModes rank, bool accepted)
    {
        var room = Room((Alice, rank), (Bob, MemberModes.None));

        var verdict = RoomRules.Redact(room, Alice, SaidBy(Bob), authorsMay: true);

        Assert.Equal(accepted, verdict is Accepted<MessageSent>);
        if (!accepted) Assert.Equal(Refusal.NotAllowedToRedact, verdict.Reason());
    }

    [Fact]
    public void Redact_of_what_one_said_himself_is_accepted_when_the_server_allows_it()
    {
        var room = Room((Alice, MemberModes.None));

        Assert.NotNull(RoomRules.Redact(room, Alice, SaidBy(Alice), authorsMay: true).Outcome());
        Assert.Equal(Refusal.NotAllowedToRedact, RoomRules.Redact(room, Alice, SaidBy(Alice), authorsMay: false).Reason());
    }

    [Fact]
    public void Redact_by_somebody_who_has_left_is_refused()
    {
        var room = Room((Bob, MemberModes.Op));

        Assert.Equal(Refusal.NotInRoom, RoomRules.Redact(room, Alice, SaidBy(Alice), authorsMay: true).Reason());
    }

    [Fact]
    public void Redact_of_what_is_not_known_or_was_not_said_is_refused()
    {
        var room = Room((Alice, MemberModes.Op));
        var joined = new UserJoined(default, Alice, room.Name);

        Assert.Equal(Refusal.NoSuchMessage, RoomRules.Redact(room, Alice, found: null, authorsMay: true).Reason());
        Assert.Equal(Refusal.NoSuchMessage, RoomRules.Redact(room, Alice, joined, authorsMay: true).Reason());
    }

    private static MessageSent SaidBy(UserIdentity author) =>
        new(default, author, MessageKind.Message, "#room", WireText.From("hello"), WireText.Empty);
}
