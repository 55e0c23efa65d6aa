using ChatServer.Engine.Rooms;
using ChatServer.Engine.Users;
using ChatServer.SimulationTests.Plans;

namespace ChatServer.SimulationTests.World;

/// <summary>Lets actors throw where a bug of ours might.</summary>
/// <remarks>Rooms and directories throw where somebody waits for the answer. What users and rooms tell each other in the middle of a change
/// is not among it: who loses that has lost a part of his state, which no supervisor can give back.</remarks>
internal static class Faults
{
    public static void Arrange(Simulation simulation, Victim victim, string connection)
    {
        switch (victim)
        {
            case Victim.MyConnection:
                simulation.ThrowIn(connection);
                break;
            case Victim.AnyUser:
                simulation.ThrowIn(static (path, message) =>
                    path.StartsWith("/user/chat/users/u", StringComparison.Ordinal)
                    && message is UserActor.JoinRoom or UserActor.Rename or UserActor.SetAway or UserActor.Say);
                break;
            case Victim.AnyRoom:
                simulation.ThrowIn(static (path, message) =>
                    path.StartsWith("/user/chat/rooms/r", StringComparison.Ordinal)
                    && message is RoomActor.Join or RoomActor.Part or RoomActor.Say or RoomActor.Kick or RoomActor.SetTopic
                        or RoomActor.ChangeModes or RoomActor.GetState or RoomActor.Invite);
                break;
            case Victim.UserDirectory:
                simulation.ThrowIn(static (path, message) =>
                    path == "/user/chat/users" && message is UserDirectoryActor.Route or UserDirectoryActor.Find or UserDirectoryActor.Claim);
                break;
            case Victim.RoomDirectory:
                simulation.ThrowIn(static (path, message) =>
                    path == "/user/chat/rooms" && message is RoomDirectoryActor.Route or RoomDirectoryActor.Enter);
                break;
        }
    }
}
