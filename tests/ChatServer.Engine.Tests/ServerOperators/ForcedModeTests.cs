using ChatServer.Engine.Settings;
using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.ServerOperators;

/// <summary>SAMODE: room modes from an operator of the server. Source: InspIRCd, Ergo.</summary>
public sealed class ForcedModeTests
{
    private static readonly Func<ServerSettings, ServerSettings> Settings = Operators.With(OperatorPrivilege.RoomModes);

    [Fact]
    public async Task An_operator_who_is_no_member_gives_a_room_without_operators_one_again()
    {
        await using var server = await TestServer.StartAsync(Settings);
        var alice = (await server.RoomOfAsync("#room", "alice"))[0];
        await alice.DoAsync("MODE #room +s-o alice");
        var root = await server.OperatorAsync("root");

        Assert.Equal([":test.example 403 root #room :No such channel"], await root.DoAsync("MODE #room +o alice"));
        Assert.Equal([":root!~root@127.0.0.1 MODE #room +qo alice alice"], await root.DoAsync("SAMODE #room +qo alice alice"));
        Assert.Equal([":root!~root@127.0.0.1 MODE #room +qo alice alice"], await alice.SyncAsync());
        Assert.Empty(await root.DoAsync("SAMODE #room +o alice"));
    }

    [Fact]
    public async Task An_operator_who_is_a_member_needs_no_rank_and_hears_of_it_once()
    {
        await using var server = await TestServer.StartAsync(Settings);
        var alice = (await server.RoomOfAsync("#room", "alice"))[0];
        await alice.DoAsync("MODE #room +b x!*@*");
        var root = await server.OperatorAsync("root");
        await root.DoAsync("JOIN #room");

        Assert.Equal(
            [":root!~root@127.0.0.1 MODE #room +ao-o root root alice"], await root.DoAsync("SAMODE #room +ao-o root root alice"));
        Assert.Equal(
            [":test.example 401 root nobody :No such nick/channel", ":test.example 472 root y :is unknown mode char to me"],
            (await root.DoAsync("SAMODE #room +vy nobody")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Nobody_else_may()
    {
        await using var server = await TestServer.StartAsync(Operators.With(OperatorPrivilege.Kill));
        var alice = (await server.RoomOfAsync("#room", "alice"))[0];
        var root = await server.OperatorAsync("root");

        Assert.Equal([":test.example 481 alice :Permission Denied- You're not an IRC operator"], await alice.DoAsync("SAMODE #room +m"));
        Assert.Equal([":test.example 723 root RoomModes :Insufficient oper privileges."], await root.DoAsync("SAMODE #room +m"));
    }
}
