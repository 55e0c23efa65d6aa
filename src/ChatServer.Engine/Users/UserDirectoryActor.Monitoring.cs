using System.Collections.Immutable;
using ChatServer.Domain.Users;
using ChatServer.Protocol;

namespace ChatServer.Engine.Users;

/// <content>MONITOR: connections that are told when a nick comes or goes.</content>
public sealed partial class UserDirectoryActor
{
    /// <summary>A connection monitors some more nicks. Answered <see cref="Found"/>: those who are here.
    /// The sender is the connection.</summary>
    /// <param name="Nicks">The nicks.</param>
    public sealed record Monitor(ImmutableArray<Nickname> Nicks) : IRequest;

    /// <summary>A connection monitors some nicks no longer. Answered <see cref="Done"/>. The sender is the connection.</summary>
    /// <param name="Nicks">The nicks.</param>
    public sealed record Unmonitor(ImmutableArray<Nickname> Nicks) : IRequest;

    /// <summary>To a connection: somebody took a nick that it monitors.</summary>
    /// <param name="Who">Who it is.</param>
    public sealed record NickCame(UserIdentity Who);

    /// <summary>To a connection: nobody has a nick any more that it monitors.</summary>
    /// <param name="Nick">The nick.</param>
    public sealed record NickWent(Nickname Nick);

    private readonly MonitorLists _monitors = new();

    private sealed record MonitorGone(IActorRef Connection);

    private void Monitoring()
    {
        Receive<Monitor>(OnMonitor);
        Receive<Unmonitor>(OnUnmonitor);
        Receive<MonitorGone>(gone => UpdateWatchers(_monitors.Remove(gone.Connection)));
    }

    private void OnMonitor(Monitor monitor)
    {
        foreach (var nick in monitor.Nicks)
        {
            if (_monitors.Add(Sender, nick)) Context.WatchWith(Sender, new MonitorGone(Sender));
        }

        UpdateWatchers(monitor.Nicks);
        OnFind(new Find(monitor.Nicks));
    }

    private void OnUnmonitor(Unmonitor unmonitor)
    {
        foreach (var nick in unmonitor.Nicks)
        {
            if (_monitors.Remove(Sender, nick)) Context.Unwatch(Sender);
        }

        UpdateWatchers(unmonitor.Nicks);
        Sender.Tell(Done.Instance);
    }

    private void AnnounceCame(UserIdentity user)
    {
        foreach (var connection in _monitors.WatchersOf(user.Nick)) connection.Tell(new NickCame(user), ActorRefs.NoSender);
        UpdateWatchers([user.Nick]);
    }

    private void AnnounceWent(Nickname nick)
    {
        foreach (var connection in _monitors.WatchersOf(nick)) connection.Tell(new NickWent(nick), ActorRefs.NoSender);
    }

    /// <summary>A user has to know who monitors him, because he tells them of his changes (extended-monitor).</summary>
    private void UpdateWatchers(IEnumerable<Nickname> nicks)
    {
        foreach (var nick in nicks)
        {
            if (_owners.TryGetValue(nick, out var owner)) _users[owner].User.Tell(new UserActor.MonitoredBy(_monitors.WatchersOf(nick)));
        }
    }
}
