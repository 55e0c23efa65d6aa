using ChatServer.Host.Endpoints.WebSockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatServer.Tests.Endpoints.WebSockets;

public sealed class AntechamberTests
{
    private readonly List<TaskCompletionSource> _served = [];

    [Fact]
    public async Task No_more_wait_in_it_than_fit()
    {
        var chamber = Chamber(most: 2);
        var first = Enter(chamber);
        var second = Enter(chamber);

        await Enter(chamber).Handled;
        Assert.Equal(2, _served.Count);

        _served[0].SetResult();
        await first.Handled;
        Assert.False(Enter(chamber).Handled.IsCompleted);
        Assert.False(second.Handled.IsCompleted);
        Assert.Equal(3, _served.Count);
    }

    [Fact]
    public async Task Who_has_become_a_WebSocket_makes_room_once()
    {
        var chamber = Chamber(most: 1);
        var (connection, handled) = Enter(chamber);

        connection.Features.Get<Antechamber.Stay>()!.End();
        Assert.False(Enter(chamber).Handled.IsCompleted);
        _served[0].SetResult();
        await handled;

        Assert.True(Enter(chamber).Handled.IsCompleted);
    }

    private Antechamber Chamber(int most) => new(ServeAsync, most, NullLogger<Antechamber>.Instance);

    private Task ServeAsync(ConnectionContext connection)
    {
        _served.Add(new TaskCompletionSource());
        return _served[^1].Task;
    }

    private static (ConnectionContext Connection, Task Handled) Enter(Antechamber chamber)
    {
        var connection = new DefaultConnectionContext();
        return (connection, chamber.HandleAsync(connection));
    }
}
