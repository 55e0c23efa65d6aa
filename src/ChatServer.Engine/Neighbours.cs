namespace ChatServer.Engine;

/// <summary>The actors that exist once each and that others address.</summary>
/// <param name="Listener">Admits connections and counts them.</param>
/// <param name="Users">Knows who has which nick.</param>
/// <param name="Rooms">Knows which room has which name.</param>
/// <param name="Hostnames">Finds the names of hosts.</param>
/// <param name="Gate">Decides who becomes an operator.</param>
/// <param name="Passwords">Checks what clients give as a password of the server's.</param>
/// <param name="Configuration">Has the settings read again.</param>
/// <param name="DirectHistory">Keeps what users said to each other.</param>
public sealed record Neighbours(
    IActorRef Listener,
    IActorRef Users,
    IActorRef Rooms,
    IActorRef Hostnames,
    IActorRef Gate,
    IActorRef Passwords,
    IActorRef Configuration,
    IActorRef DirectHistory);
