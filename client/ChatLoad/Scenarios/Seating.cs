using ChatLoad.Load;

namespace ChatLoad.Scenarios;

/// <summary>Who sits where: rooms of equal size, and connections that each sit in one room or in several. Pure.</summary>
/// <remarks>Seat <c>member * rooms + room</c> belongs to connection <c>seat / overlap</c>. So a room's members are spread over the order in
/// which they connect, the first members of all rooms connect first, and a connection sits in consecutive rooms.</remarks>
/// <param name="rooms">How many rooms.</param>
/// <param name="members">Members of each.</param>
/// <param name="overlap">Rooms that each connection sits in.</param>
internal sealed class Seating(int rooms, int members, int overlap)
{
    /// <summary>The seating for given settings.</summary>
    public Seating(LoadSettings settings)
        : this(settings.Rooms, settings.Members, settings.Overlap)
    {
    }

    /// <summary>How many connections there are.</summary>
    public int Connections => rooms * members / overlap;

    /// <summary>The connection that is this member of a room; both are numbers from 0.</summary>
    public int ConnectionOf(int member, int room) => ((member * rooms) + room) / overlap;

    /// <summary>The rooms that a connection sits in, and as which member of each.</summary>
    public IEnumerable<(int Room, int Member)> SeatsOf(int connection) =>
        Enumerable.Range(connection * overlap, overlap).Select(seat => (seat % rooms, seat / rooms));

    /// <summary>Which of the seats of a connection is in a room, from 0.</summary>
    /// <returns>Not less than the overlap if none is.</returns>
    public int PlaceOf(int connection, int room) => (room + rooms - (connection * overlap % rooms)) % rooms;
}
