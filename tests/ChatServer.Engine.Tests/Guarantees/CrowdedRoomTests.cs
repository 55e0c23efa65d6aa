using System.Net;
using ChatServer.Domain;
using ChatServer.Domain.Rooms;
using ChatServer.Domain.Users;
using ChatServer.Engine.Rooms;
using ChatServer.Engine.Tests.Harness;
using ChatServer.Protocol;

namespace ChatServer.Engine.Tests.Guarantees;

/// <summary>Guarantee 5, for who joins a room with more members than his send queue holds names. The members are known to the room only;
/// one actor stands for all of them.</summary>
public sealed class CrowdedRoomTests
{
    private const int Members = 2_500;

    // Their full names have some 200,000 bytes, of which the transport takes 64 KiB.
    private const int SendQueueBytes = 120_000;

    [Theory]
    [InlineData("JOIN #crowd", Members + 1)]
    [InlineData("NAMES #crowd", Members)]
    [InlineData("@label=long NAMES #crowd", Members)]
    public async Task Names_wait_for_a_client_that_reads_slowly(string command, int count)
    {
        await using var server = await StartAsync();
        var room = await FillRoomAsync(server);
        var (reader, other) = (await RegisterReaderAsync(server), await server.RegisterAsync("other"));

        await reader.SendAsync(command);
        await MembersOfAsync(room, count);
        await other.DoAsync("WHOIS reader");

        var lines = await reader.SyncAsync();
        Assert.Equal(count, Names(lines).Distinct().Count());
        Assert.Contains(lines, line => line.EndsWith(" 366 reader #crowd :End of /NAMES list", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_leaves_while_names_wait_is_not_named_any_more()
    {
        await using var server = await StartAsync();
        var room = await FillRoomAsync(server);
        var (reader, other) = (await RegisterReaderAsync(server), await server.RegisterAsync("other"));

        await reader.SendAsync("JOIN #crowd");
        var members = await MembersOfAsync(room, Members + 1);

        // His connection answers, so it has begun with the names.
        await other.DoAsync("WHOIS reader");
        var (early, late) = (members[10], members[^10]);
        foreach (var member in new[] { early, late })
            await room.Ask<Done>(new RoomActor.Part(member.Id, WireText.Empty), TestServer.Patience);

        var lines = await reader.SyncAsync();
        var gone = lines.FindIndex(line => line.StartsWith($":{late.Identity.FullName} PART #crowd", StringComparison.Ordinal));
        Assert.Contains(early.Identity.FullName, Names(lines[..gone]));
        Assert.Equal(Members, Names(lines).Distinct().Count());
        Assert.DoesNotContain(late.Identity.FullName, Names(lines));
    }

    private static Task<TestServer> StartAsync() => TestServer.StartAsync(settings => settings with
    {
        Limits = settings.Limits with { SendQueueBytes = SendQueueBytes },
    });

    private static Task<TestClient> RegisterReaderAsync(TestServer server) =>
        server.RegisterAsync("reader", "userhost-in-names", "labeled-response", "batch");

    private static async Task<IActorRef> FillRoomAsync(TestServer server)
    {
        Assert.True(RoomName.TryParse("#crowd", CaseMapping.Rfc1459, 50, out var name));
        var everybody = server.System.ActorOf(Props.Create(() => new Everybody()));
        for (var i = 1; i < Members; i++) server.Neighbours.Rooms.Tell(Enter(i), everybody);
        return (await server.Neighbours.Rooms.Ask<RoomActor.Joined>(Enter(Members), TestServer.Patience)).Ref;

        RoomDirectoryActor.Enter Enter(int number)
        {
            Assert.True(Nickname.TryParse($"m{number}", CaseMapping.Rfc1459, 50, out var nick));
            var who = new UserIdentity
            {
                Id = new UserId(1_000_000 + number),
                Nick = nick,
                UserName = "member",
                Host = new string('h', 63),
                RealName = WireText.Empty,
                Address = IPAddress.Loopback,
            };
            return new RoomDirectoryActor.Enter(name, new RoomActor.Join(who, everybody, everybody, Key: null, OtherRooms: []));
        }
    }

    /// <summary>The members, once there are so many.</summary>
    private static async Task<List<Member>> MembersOfAsync(IActorRef room, int count)
    {
        while (true)
        {
            var seen = await room.Ask<RoomActor.Seen>(RoomActor.GetState.Instance, TestServer.Patience);
            if (seen.Room.Members.Count == count) return [.. seen.Room.Members.Values];
        }
    }

    private static IEnumerable<string> Names(IEnumerable<string> lines) => lines
        .Where(line => line.Contains(" 353 reader ", StringComparison.Ordinal))
        .SelectMany(line => line.Split("#crowd :")[1].Split(' '));

    private sealed class Everybody : ReceiveActor
    {
        public Everybody() => ReceiveAny(static _ => { });
    }
}
