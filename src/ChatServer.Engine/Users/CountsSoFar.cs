namespace ChatServer.Engine.Users;

/// <summary>A question that passes from actor to actor: each adds what it counts and forwards it, and the last one answers the
/// asker.</summary>
/// <remarks>Route: listener, user directory, room directory. For LUSERS and STATS.</remarks>
/// <param name="Connections">Open connections, registered or not.</param>
/// <param name="MostConnections">The most there have been at once.</param>
/// <param name="Users">Registered users.</param>
/// <param name="MostUsers">The most there have been at once.</param>
/// <param name="Invisible">Users with mode <c>i</c>.</param>
/// <param name="Operators">Operators of the server.</param>
/// <param name="Rooms">Open rooms.</param>
public sealed record CountsSoFar(
    int Connections = 0, int MostConnections = 0, int Users = 0, int MostUsers = 0, int Invisible = 0, int Operators = 0, int Rooms = 0)
    : IRequest, IAnswer
{
    /// <summary>Connections that have not completed registration.</summary>
    public int Unknown => Math.Max(0, Connections - Users);
}
