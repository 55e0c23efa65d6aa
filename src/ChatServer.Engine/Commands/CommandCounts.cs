using ChatServer.Engine.Connections;

namespace ChatServer.Engine.Commands;

/// <summary>How often one connection has run each command since it last reported to the listener, which keeps the totals for
/// STATS.</summary>
/// <remarks>Two bytes a command, because there are many connections; when one counter is full all are reported, which is rare: a report
/// allocates. Not thread-safe: owned by one connection.</remarks>
/// <param name="listener">Who is told.</param>
internal sealed class CommandCounts(IActorRef listener)
{
    private ushort[]? _counts;

    /// <summary>Counts one run of a command.</summary>
    public void Add(Command command)
    {
        _counts ??= new ushort[CommandTable.All.Length];
        if (++_counts[command.Index] == ushort.MaxValue) Tell();
    }

    /// <summary>Reports the counts to the listener, and starts from zero.</summary>
    public void Tell()
    {
        if (_counts is null) return;
        listener.Tell(new ListenerActor.CommandsRun(_counts), ActorRefs.NoSender);
        _counts = null;
    }
}
