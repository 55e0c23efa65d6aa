using ChatServer.Domain.Rooms;
using ChatServer.Domain.Users;
using ChatServer.Protocol;
using FsCheck;
using FsCheck.Fluent;
using static ChatServer.Domain.Tests.People;

namespace ChatServer.Domain.Tests.Rooms;

public sealed class RoomStateProperties
{
    private static readonly string[] Names = ["ann", "ben", "cem", "dora", "eve"];

    private static readonly Gen<Step> AnyStep =
        from who in Gen.Choose(0, Names.Length - 1)
        from staying in Gen.Elements(true, true, false)
        from renames in Gen.Choose(0, 2)
        from modes in Gen.Elements(MemberModes.None, MemberModes.Voice, MemberModes.Op | MemberModes.Voice)
        select new Step(Named(who, renames), staying, modes);

    /// <summary>Somebody comes, or changes, or goes.</summary>
    private sealed record Step(UserIdentity Who, bool Staying, MemberModes Modes);

    [Fact]
    public void Members_and_nicks_agree_whoever_came_changed_and_went()
    {
        Property.Holds(AnyStep.ListOf(), steps =>
        {
            var room = steps.Aggregate(Room(), Take);

            Assert.Equal(room.Members.Count, room.Nicks.Count);
            Assert.All(room.Members.Values, member => Assert.Same(member, room.Find(member.Identity.Nick)));
        });
    }

    [Fact]
    public void A_room_holds_everybody_as_he_was_last_seen()
    {
        Property.Holds(AnyStep.ListOf(), steps =>
        {
            var room = steps.Aggregate(Room(), Take);

            foreach (var last in steps.GroupBy(step => step.Who.Id).Select(same => same.Last()))
                Assert.Equal(last.Staying ? new Member(last.Who, last.Modes) : null, room.Find(last.Who.Id));
        });
    }

    [Fact]
    public void The_ranked_are_those_who_have_a_rank_now()
    {
        Property.Holds(AnyStep.ListOf(), steps =>
        {
            var room = steps.Aggregate(Room(), Take);

            var ranked = room.Members.Values.Where(member => member.Modes != MemberModes.None).Select(member => member.Id);
            Assert.True(room.Ranked.SetEquals(ranked));
        });
    }

    private static RoomState Take(RoomState room, Step step) =>
        step.Staying ? room.With(new Member(step.Who, step.Modes)) : room.Without(step.Who.Id);

    // Nobody ever takes a nick that another has: the user directory sees to that.
    private static UserIdentity Named(int who, int renames) => User(Names[who]) with { Nick = Nick(Names[who] + new string('_', renames)) };
}
