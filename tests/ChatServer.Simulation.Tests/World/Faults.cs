using ChatServer.Engine;
using ChatServer.Engine.Deliveries;
using ChatServer.Engine.Rooms;
using ChatServer.Engine.Users;
using ChatServer.SimulationTests.Plans;

namespace ChatServer.SimulationTests.World;

/// <summary>Lets actors throw where a bug of ours might.</summary>
/// <remarks>Connections throw at anything. Of all others, where somebody waits for the answer. A user is not made to throw in the middle of
/// a change: he has lost a part of his state then, which no supervisor can give back.</remarks>
internal static class Faults
{
    private const string Chat = "/user/chat/";

    public static void Arrange(Simulation simulation, Victim victim, string connection)
    {
        if (victim == Victim.MyConnection)
            simulation.ThrowIn(connection);
        else
            simulation.ThrowIn((path, message) =>
                path.StartsWith(Chat, StringComparison.Ordinal) && Hits(victim, path[Chat.Length..], message));
    }

    private static bool Hits(Victim victim, string actor, object message) => victim switch
    {
        Victim.AnyUser => IsChildOf(actor, "users") && message is IRequest and not (UserActor.Quit or UserActor.Kill),
        Victim.AnyRoom => IsChildOf(actor, "rooms") && message is IRequest and not (RoomActor.Hold or RoomActor.Apply or RoomActor.Release),
        Victim.RoomInChange => IsChildOf(actor, "rooms") && message is RoomActor.Hold or RoomActor.Apply or RoomActor.Release,
        Victim.UserDirectory => actor == "users" && message is UserDirectoryActor.Route or UserDirectoryActor.Find
            or UserDirectoryActor.Claim or UserDirectoryActor.Search or UserDirectoryActor.GetWhowas
            or UserDirectoryActor.Monitor or UserDirectoryActor.Unmonitor,
        Victim.RoomDirectory => actor == "rooms" && message is IRequest,
        Victim.AnyWriting => IsChildOf(actor, "listener") && message is (Delivery or DeliverySeries),
        Victim.AnyTimer => IsChildOf(actor, "listener") && message.ToString()!.StartsWith("Timer(", StringComparison.Ordinal),
        Victim.Listener => actor == "listener" && message is CountsSoFar,
        Victim.Office => actor is not ("users" or "rooms" or "listener") && !actor.Contains('/') && message is IRequest,
        Victim.UserAtNews => IsChildOf(actor, "users")
            && message is UserActor.MembershipChanged or UserActor.MembershipEnded or UserActor.MonitoredBy or UserActor.HasSpokenTo or RoomActor.Held,
        _ => false,
    };

    private static bool IsChildOf(string actor, string parent) => actor.StartsWith(parent + "/", StringComparison.Ordinal);
}
