using ChatLoad.Scenarios;

namespace ChatLoad.Tests.Scenarios;

public class SeatingTests
{
    [Theory]
    [InlineData(1, 5, 1)]
    [InlineData(4, 6, 1)]
    [InlineData(4, 6, 3)]
    [InlineData(4, 6, 4)]
    [InlineData(5, 6, 3)]
    [InlineData(7, 10, 5)]
    public void Every_room_has_its_members_and_every_connection_its_rooms(int rooms, int members, int overlap)
    {
        var seating = new Seating(rooms, members, overlap);

        Assert.Equal(rooms * members, seating.Connections * overlap);
        for (var room = 0; room < rooms; room++)
            Assert.Equal(members, Enumerable.Range(0, members).Select(member => seating.ConnectionOf(member, room)).Distinct().Count());
        for (var connection = 0; connection < seating.Connections; connection++)
        {
            var seats = seating.SeatsOf(connection).ToArray();
            Assert.Equal(overlap, seats.Select(seat => seat.Room).Distinct().Count());
            Assert.All(seats, seat => Assert.Equal(connection, seating.ConnectionOf(seat.Member, seat.Room)));
            Assert.Equal(Enumerable.Range(0, overlap), seats.Select(seat => seating.PlaceOf(connection, seat.Room)));
        }
    }

    [Fact]
    public void Who_is_not_in_a_room_has_no_place_there() =>
        Assert.True(new Seating(rooms: 6, members: 4, overlap: 2).PlaceOf(0, room: 3) >= 2);
}
