using ChatServer.Engine.Connections;

namespace ChatServer.Engine.Commands;

/// <summary>How often one connection has run each command since it last told the listener, who keeps the sums for STATS.</summary>
/// <remarks>Two bytes a command, as connections are many; when one is full, all are told, and that is seldom: telling allocates. Not
/// thread-safe: owned by one connection.</remarks>
/// <param name="listener">Who is told.</param>
internal sealed class CommandCounts(IActorRef listener)
{
    private ushort[]? _counts;

    /// <summary>A command is run.</summary>
    public void Add(Command command)
    {
        _counts ??= new ushort[CommandTable.All.Length];
        if (++_counts[command.Index] == ushort.MaxValue) Tell();
    }

    /// <summary>Tells what has been counted, and begins anew.</summary>
    public void Tell()
    {
        if (_counts is null) return;
        listener.Tell(new ListenerActor.CommandsRun(_counts), ActorRefs.NoSender);
        _counts = null;
    }
}
