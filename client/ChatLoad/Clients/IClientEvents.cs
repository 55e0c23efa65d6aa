using ChatLoad.Delivery;
using ChatServer.Protocol;

namespace ChatLoad.Clients;

/// <summary>The events that a scenario gets from its clients.</summary>
internal interface IClientEvents
{
    /// <summary>The server has welcomed it.</summary>
    void OnRegistered(IrcClient client);

    /// <summary>The server has let it into a room, and has said who is there.</summary>
    void OnJoined(IrcClient client);

    /// <summary>A message of this run has reached it.</summary>
    void OnStamped(IrcClient client, in Stamp stamp);

    /// <summary>Anything else has reached it that does not answer its registration.</summary>
    void OnMessage(IrcClient client, in MessageView message);

    /// <summary>Its connection has ended, or could not be made.</summary>
    void OnClosed(IrcClient client);
}
