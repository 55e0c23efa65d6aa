using ChatServer.Actors.TestKit;
using ChatServer.Engine.Connections;
using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.History;

/// <summary>MARKREAD. Source: IRCv3 draft/read-marker.</summary>
public sealed class ReadMarkerTests
{
    private const string Capability = "draft/read-marker";
    private static readonly DateTimeOffset Noon = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_marker_moves_forward_only()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice", Capability);

        Assert.Equal(
            [
                ":test.example MARKREAD #room *",
                ":test.example MARKREAD #room timestamp=2019-06-01T12:00:00.000Z",
                ":test.example MARKREAD #ROOM timestamp=2019-06-01T12:00:00.000Z",
                ":test.example MARKREAD bob timestamp=2020-01-01T00:00:00.500Z",
                ":test.example MARKREAD BOB timestamp=2020-01-01T00:00:00.500Z",
            ],
            await alice.DoAsync(
                "MARKREAD #room",
                "MARKREAD #room timestamp=2019-06-01T12:00:00.000Z",
                "MARKREAD #ROOM timestamp=2019-01-01T12:00:00.000Z",
                "MARKREAD bob timestamp=2020-01-01T00:00:00.500Z",
                "MARKREAD BOB"));
    }

    [Fact]
    public async Task What_is_still_to_come_counts_as_read_up_to_now()
    {
        await using var server = await TestServer.StartAsync(clock: new TestScheduler(Noon));
        var alice = await server.RegisterAsync("alice", Capability);

        Assert.Equal(
            [":test.example MARKREAD #room timestamp=2026-01-02T12:00:00.000Z"],
            await alice.DoAsync("MARKREAD #room timestamp=2999-01-01T00:00:00.000Z"));
    }

    [Fact]
    public async Task The_marker_of_a_room_is_shown_before_its_names_to_those_who_want_it()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice", Capability);
        await alice.DoAsync("JOIN #room", "MARKREAD #room timestamp=2019-06-01T12:00:00.000Z", "PART #room");

        Assert.Equal(
            [
                ":alice!~alice@127.0.0.1 JOIN #room",
                ":test.example MARKREAD #room timestamp=2019-06-01T12:00:00.000Z",
                ":test.example 353 alice = #room :@alice",
                ":test.example 366 alice #room :End of /NAMES list",
            ],
            await alice.DoAsync("JOIN #room"));
    }

    [Fact]
    public async Task The_marker_follows_a_room_to_its_new_name()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice", Capability);
        await alice.DoAsync("JOIN #old", "MARKREAD #old timestamp=2019-06-01T12:00:00.000Z");

        Assert.Equal(":test.example MARKREAD #new timestamp=2019-06-01T12:00:00.000Z", (await alice.DoAsync("RENAME #old #new"))[2]);
        Assert.Equal([":test.example MARKREAD #old *"], await alice.DoAsync("MARKREAD #old"));
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        var alice = await server.RegisterAsync("alice", Capability);
        var bob = await server.RegisterAsync("bob");

        Assert.Equal(
            [
                ":test.example FAIL MARKREAD NEED_MORE_PARAMS :Missing parameters",
                ":test.example FAIL MARKREAD INVALID_PARAMS a!b :Nobody can talk there",
                ":test.example FAIL MARKREAD INVALID_PARAMS #room * :Invalid timestamp",
                ":test.example FAIL MARKREAD INVALID_PARAMS #room timestamp=yesterday :Invalid timestamp",
            ],
            await alice.DoAsync("MARKREAD", "MARKREAD a!b", "MARKREAD #room *", "MARKREAD #room timestamp=yesterday"));
        Assert.Equal([":test.example 421 bob MARKREAD :Unknown command"], await bob.DoAsync("MARKREAD #room"));
    }

    [Fact]
    public void Of_too_many_markers_the_one_set_longest_ago_is_forgotten()
    {
        var markers = new ReadMarkers(most: 2);
        markers.Advance("a", Noon);
        markers.Advance("b", Noon);
        markers.Advance("a", Noon.AddMinutes(1));
        markers.Advance("c", Noon);

        Assert.Equal(Noon.AddMinutes(1), markers.Of("a"));
        Assert.Null(markers.Of("b"));
        Assert.Equal(Noon, markers.Of("c"));
    }
}
