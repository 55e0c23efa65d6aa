using ChatServer.Actors.TestKit;
using ChatServer.Domain;
using ChatServer.Domain.Users;
using ChatServer.Engine.Users;
using ChatServer.Protocol;

namespace ChatServer.Engine.Tests.Harness;

/// <summary>A room that a test plays itself, so it decides how long a change of the user takes who takes it for one of his.</summary>
internal static class PlayedRoom
{
    /// <summary>Comes before that of every real room, so this one is asked first.</summary>
    public static RoomId Id { get; } = new(0);

    /// <summary>Comes after those of all real rooms, so these stand still already when this one is asked.</summary>
    public static RoomId LastId { get; } = new(1000);

    /// <param name="server">Whose second user bob is.</param>
    /// <param name="bob">His client.</param>
    /// <param name="isLast">Whether it is asked after all other rooms.</param>
    /// <returns>What bob's user takes for a room of his.</returns>
    public static async Task<TestKit> OfBobAsync(TestServer server, TestClient bob, bool isLast = false)
    {
        var room = new TestKit(server.System);
        Assert.True(RoomName.TryParse("#first", CaseMapping.Rfc1459, 50, out var name));
        var membership = new RoomMembership(isLast ? LastId : Id, name, MemberModes.None, IsSecret: false, IsHidden: false);
        server.System.ActorSelection("/user/chat/users/u2").Tell(new UserActor.MembershipChanged(membership, room.TestActor));
        Assert.Contains(await bob.DoAsync("WHOIS bob"), line => line.Contains("#first", StringComparison.Ordinal));
        return room;
    }
}
