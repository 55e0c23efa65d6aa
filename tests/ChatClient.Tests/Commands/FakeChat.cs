using System.Collections.Immutable;
using ChatClient.Commands;
using ChatClient.Session;
using ChatClient.Tests.Session;
using ChatServer.Protocol;

namespace ChatClient.Tests.Commands;

/// <summary>A chat in #lobby, on a server with many capabilities. It records what is sent and shown.</summary>
internal sealed class FakeChat : IChat
{
    private readonly CommandTable _table = new([]);

    public FakeChat()
    {
        Session.Start();
        foreach (var line in new[]
        {
            ":s CAP * LS :message-tags draft/message-redaction",
            ":s CAP pip ACK :draft/message-redaction message-tags",
            ":s 001 pip :Welcome",
            ":s 005 pip CHANTYPES=# MONITOR=100 CASEMAPPING=ascii :are supported",
            ":s 422 pip :No MOTD",
        })
            Session.Receive(IrcMessage.Parse(line));
    }

    public List<string> Effects { get; } = [];

    public IrcSession Session { get; } = new(new SessionSettings("pip", "pip"), new ManualClock());

    public ImmutableArray<SlashCommand> Commands => _table.All;

    public RecentMessages Recent { get; } = new();

    public IgnoreList Ignored { get; } = new([]);

    public string? Current { get; set; } = "#lobby";

    public bool IsSettled => true;

    public void Run(string typed) => _table.Run(this, typed);

    public void Do(Func<IrcSession, SessionStep> input) => Effects.AddRange(input(Session).ToSend.Select(line => line.ToString()));

    public void Type(string line) => Effects.Add($"type {line}");

    public void Show(string text) => Effects.Add($"show {text}");

    public void Reconnect() => Effects.Add("reconnect");

    public void Quit(string reason) => Effects.Add($"quit {reason}");

    public ValueTask Post(Action action)
    {
        action();
        return ValueTask.CompletedTask;
    }
}
