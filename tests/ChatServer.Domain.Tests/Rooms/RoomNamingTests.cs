using ChatServer.Domain.Rooms;
using ChatServer.Protocol;
using static ChatServer.Domain.Tests.People;

namespace ChatServer.Domain.Tests.Rooms;

public sealed class RoomNamingTests
{
    private static readonly RoomName NewName = RoomName.TryParse("#new", CaseMapping.Ascii, 64, out var name) ? name : default;

    [Fact]
    public void An_operator_gives_the_room_another_name()
    {
        var room = Room((Alice, MemberModes.Op));

        var renamed = RoomRules.GiveName(room, Alice.Id, NewName, Noon).Outcome();

        Assert.Equal(room with { Name = NewName, RenamedAt = Noon }, renamed);
    }

    [Fact]
    public void Nobody_else_does()
    {
        var room = Room((Alice, MemberModes.Op), (Bob, MemberModes.HalfOp));

        Assert.Equal(Refusal.OperatorNeeded, RoomRules.GiveName(room, Bob.Id, NewName, Noon).Reason());
        Assert.Equal(Refusal.NotInRoom, RoomRules.GiveName(room, Carol.Id, NewName, Noon).Reason());
    }

    [Fact]
    public void A_new_name_stays_for_a_while()
    {
        var room = Room((Alice, MemberModes.Op)) with { RenamedAt = Noon };

        var tooEarly = Noon + RoomRules.NameStays - TimeSpan.FromTicks(1);
        Assert.Equal(Refusal.RenamedTooOften, RoomRules.GiveName(room, Alice.Id, NewName, tooEarly).Reason());
        Assert.Equal(NewName, RoomRules.GiveName(room, Alice.Id, NewName, Noon + RoomRules.NameStays).Outcome().Name);
    }
}
