using ChatClient.Screen;
using ChatClient.Session;
using ChatClient.Terminal;
using ChatClient.View;
using ChatClient.View.Keys;
using ChatClient.View.Updates;
using ChatServer.Protocol;

namespace ChatClient.Tests.Screen;

/// <summary>A view that receives the events and keys of a test.</summary>
internal sealed class Scene
{
    private readonly KeyDecoder _decoder = new();
    private int _messages;

    public Scene(int width = 80, int height = 24)
    {
        State = ViewState.Initial("irc.example.org", "pip") with { Width = width, Height = height, Now = Now };
        Happens(new Connecting(Now, "irc.example.org:6697", 1), new Connected(Now, "irc.example.org:6697", "TLS 1.3"),
            new Registered(Now, "pip", "ExampleNet"));
    }

    public ViewState State { get; private set; }

    public List<ViewEffect> Effects { get; } = [];

    public DateTimeOffset Now { get; private set; } = new(2026, 11, 21, 9, 30, 0, TimeSpan.Zero);

    public static UserSource User(string nick) => new(nick, nick, "example.org");

    public Scene Happens(params IEnumerable<SessionEvent> events)
    {
        foreach (var happened in events)
            State = State.Apply(happened);
        return this;
    }

    public Scene Join(string room, params string[] members)
    {
        Happens(new Joined(Now, room, User("pip"), IsSelf: true));
        var prefixes = members.Append("pip").ToDictionary(
            name => name.TrimStart('@', '+'), name => name[..^name.TrimStart('@', '+').Length]);
        State = State.WithMembers(room, prefixes, "+nt");
        return this;
    }

    public Scene Say(string where, string nick, string text, Func<Said, Said>? with = null)
    {
        Now += TimeSpan.FromSeconds(37);
        var said = new Said(Now, where, User(nick), MessageKind.Message, text, nick == "pip") { MessageId = $"m{++_messages}" };
        return Happens(with is null ? said : with(said));
    }

    /// <summary>Presses keys, named as in help and separated by spaces.</summary>
    public Scene Press(string keys)
    {
        foreach (var key in keys.Split(' '))
            Input(new KeyPressed(Key.Parse(key)));
        return this;
    }

    /// <summary>Types text.</summary>
    public Scene Type(string text)
    {
        foreach (var input in _decoder.Feed(System.Text.Encoding.UTF8.GetBytes(text)))
            Input(input);
        return this;
    }

    public Scene Input(TerminalInput input)
    {
        var step = State.Apply(input);
        State = step.State;
        Effects.AddRange(step.Effects);
        return this;
    }

    public Scene With(Func<ViewState, ViewState> change)
    {
        State = change(State);
        return this;
    }

    public Frame Draw() => ScreenDrawing.Draw(State with { Now = Now });
}
