using ChatClient.Session;
using ChatServer.Protocol;

namespace ChatClient.Tests.Session;

/// <summary>Plays recorded traffic to a session. <c>&lt;</c> marks lines from the server, <c>&gt;</c> lines that the session must
/// send.</summary>
internal sealed class Transcript
{
    private readonly Queue<string> _sent = new();
    private readonly List<SessionEvent> _events = [];

    public Transcript(string nick = "pip", string? password = null)
        : this(new SessionSettings(nick, nick, password))
    {
    }

    public Transcript(SessionSettings settings)
    {
        Session = new IrcSession(settings, Clock);
        Do(session => session.Start());
    }

    public ManualClock Clock { get; } = new();

    public IrcSession Session { get; }

    public Transcript Play(string traffic)
    {
        foreach (var line in traffic.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line.StartsWith("< ", StringComparison.Ordinal))
                Do(session => session.Receive(IrcMessage.Parse(line[2..])));
            else
                Assert.Equal(line[2..], _sent.TryDequeue(out var sent) ? sent : "nothing");
        }

        Assert.Empty(_sent);
        return this;
    }

    public Transcript Do(Func<IrcSession, SessionStep> input)
    {
        var step = input(Session);
        foreach (var line in step.ToSend)
            _sent.Enqueue(line.ToString());
        _events.AddRange(step.Events);
        return this;
    }

    /// <summary>The events since the last call.</summary>
    public SessionEvent[] TakeEvents()
    {
        var events = _events.ToArray();
        _events.Clear();
        return events;
    }

    public T Single<T>()
        where T : SessionEvent => Assert.Single(TakeEvents().OfType<T>());
}
