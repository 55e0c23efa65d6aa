using ChatLoad.Clients;
using ChatLoad.Load;
using ChatLoad.Measuring;
using ChatServer.Protocol;

namespace ChatLoad.Scenarios;

/// <summary>Fan-out in which some members join with a tiny receive buffer and then never read: what do they cost the others?</summary>
internal sealed class SlowReaders(Bench bench) : FanOut(bench)
{
    private readonly HashSet<string> _slow = [];
    private long _startedAt;

    /// <inheritdoc/>
    public override void OnMessage(IrcClient client, in MessageView message)
    {
        // The others see them leave; their own sockets would show it only when read.
        if (_startedAt == 0 || _slow.Count == 0 || !message.Verb.SequenceEqual("QUIT"u8))
            return;

        var source = System.Text.Encoding.ASCII.GetString(message.Source);
        var nick = source.Split('!')[0];
        if (_slow.Remove(nick))
            Meter.Add(new Figure($"slow reader {nick} was disconnected after", (Now - _startedAt) / (double)Clock.Second, "s"));
    }

    /// <inheritdoc/>
    protected override void SetUp()
    {
        base.SetUp();
        foreach (var client in Clients.Where(IsSlow))
        {
            _slow.Add(client.Nick);
            client.IsLeaving = true;
            client.StopReading();
        }
    }

    /// <inheritdoc/>
    protected override void Work(LoadShape shape, long count)
    {
        if (_startedAt == 0)
            _startedAt = Clock.Now;
        base.Work(shape, count);
    }

    /// <inheritdoc/>
    protected override void Conclude() => Meter.Add(new Figure("slow readers still connected", _slow.Count, ""));
}
