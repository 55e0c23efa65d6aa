using ChatLoad.Clients;
using ChatLoad.Delivery;

namespace ChatLoad.Scenarios;

/// <summary>A member of a room that speaks, with its messages in flight.</summary>
/// <param name="client">The member.</param>
/// <param name="number">Its number as a sender, over all processes.</param>
/// <param name="line">What it says.</param>
/// <param name="watcher">Index of the member whose receipt ends a message.</param>
internal sealed class Sender(IrcClient client, uint number, StampedLine line, int watcher)
{
    /// <summary>The member.</summary>
    public IrcClient Client => client;

    /// <summary>Index of the member whose receipt ends a message.</summary>
    public int Watcher => watcher;

    /// <summary>Its place among the senders of this process.</summary>
    public int Index { get; set; }

    /// <summary>Sequence of its next message.</summary>
    public uint Next { get; private set; }

    /// <summary>All messages before this sequence are done.</summary>
    public uint Done { get; private set; }

    /// <summary>When its last message was done, or it began anew.</summary>
    public long DoneAt { get; private set; }

    /// <summary>Messages in flight.</summary>
    public int UnderWay => (int)(Next - Done);

    /// <summary>Receipts still missing for each message of the window, if all members are waited for.</summary>
    public int[] Missing { get; init; } = [];

    /// <summary>Sends a message.</summary>
    /// <param name="stampedAt">The time that it bears.</param>
    /// <param name="now">The time.</param>
    public void Send(long stampedAt, long now)
    {
        if (UnderWay == 0)
            DoneAt = now;
        client.Send(line.With(new Stamp(number, Next++, stampedAt)));
    }

    /// <summary>Records that a message is done, and with it all before it.</summary>
    public void Finish(uint sequence, long now)
    {
        if (sequence + 1 > Done)
            Done = sequence + 1;
        DoneAt = now;
    }
}
