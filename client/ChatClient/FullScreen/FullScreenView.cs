using System.Collections.Immutable;
using ChatClient.Commands;
using ChatClient.Screen;
using ChatClient.Session;
using ChatClient.Terminal;
using ChatClient.Themes;
using ChatClient.View;
using ChatClient.View.Updates;

namespace ChatClient.FullScreen;

/// <summary>A chat that uses the whole terminal.</summary>
/// <remarks>
/// Keeps one <see cref="ViewState"/>; events and keys replace it. The <see cref="Painter"/> draws what changed, at most some sixty times a
/// second, so neither the network nor a slow terminal delays keys. Owned by the chat loop; the thread that reads keys and the signals
/// return to it with <see cref="IChat.Post"/>.
/// <para><see cref="Dispose"/> restores the terminal.</para>
/// </remarks>
internal sealed partial class FullScreenView : IChatView, IDisposable
{
    private static readonly TimeSpan FrameTime = TimeSpan.FromMilliseconds(16);
    private static readonly TimeSpan TickEvery = TimeSpan.FromSeconds(1);

    private readonly TerminalDevice _device;
    private readonly Painter _painter;
    private readonly FullScreenSettings _settings;
    private readonly TimeProvider _time;
    private readonly TextWriter _errors;
    private readonly List<IDisposable> _owned = [];

    private IChat _chat = null!;
    private ITimer _frameTimer = null!;
    private ViewState _state;
    private ViewState? _drawn;
    private long _drawnAt;
    private string _signals = string.Empty;
    private string? _complaint;
    private bool _tellsFocus;

    /// <summary>A view that has not begun.</summary>
    /// <param name="device">The terminal, which it now owns.</param>
    /// <param name="settings">How it looks.</param>
    /// <param name="time">The clock.</param>
    /// <param name="errors">Where the last complaint goes once the terminal is restored.</param>
    public FullScreenView(TerminalDevice device, FullScreenSettings settings, TimeProvider time, TextWriter errors)
    {
        _device = device;
        _painter = new Painter(device.Write);
        _settings = settings;
        _time = time;
        _errors = errors;
        _state = ViewState.Initial("server", string.Empty) with
        {
            Theme = settings.Theme,
            Zone = settings.Zone,
            Highlights = settings.Highlights,
            Now = time.GetUtcNow(),
        };
    }

    /// <inheritdoc/>
    public string? Current
    {
        get => _state.Current.Kind == ConversationKind.Server ? null : _state.Current.Name;
        set
        {
            if (value is null)
                return;
            var (opened, index) = _state.Open(value);
            Change(opened.Show(index));
        }
    }

    /// <inheritdoc/>
    public ImmutableArray<SlashCommand> Commands =>
    [
        new("close", "", "Closes this conversation; if it is a room, leaves it.", (_, _) => CloseCurrent()),
        new("clear", "", "Clears what this conversation shows.", (_, _) => Clear()),
        new("theme", "NAME", $"Changes the colours: {string.Join(", ", BuiltInThemes.Every.Select(theme => theme.Name))}.",
            (_, name) => ChangeTheme(name)),
        new("keys", "", "Explains the keys.", (_, _) => ShowKeys()),
    ];

    /// <inheritdoc/>
    public void Start(IChat chat)
    {
        _chat = chat;
        _device.Enter();
        var commands = chat.Commands.Select(command => command.Name).Order(StringComparer.Ordinal);
        _state = _state with { Nick = chat.Session.Nick, Commands = [.. commands] };
        Resize();
        _frameTimer = Own(_time.CreateTimer(_ => Post(Refresh), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        _escapeTimer = Own(_time.CreateTimer(_ => Post(OnEscapeAlone), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        Own(_time.CreateTimer(_ => Post(OnTick), null, TickEvery, TickEvery));
        ListenToSignals();
        new Thread(ReadKeys) { IsBackground = true, Name = "keys" }.Start();
    }

    /// <inheritdoc/>
    public void Show(SessionEvent happened)
    {
        var session = _chat.Session;
        var before = _state with { Features = session.Features };
        Change(before.Apply(happened) with { Nick = session.Nick, UserModes = session.OwnModes });
        switch (happened)
        {
            case NamesListed listed:
                TakeMembers(listed.Room);
                break;
            case ModesChanged changed:
                TakeMembers(changed.Target);
                break;
            case Joined { IsSelf: true } joined when _wantedRooms.Remove(joined.Room):
                Change(_state.Show(_state.IndexOf(joined.Room)));
                break;
            case Said said:
                Notify(said);
                break;
        }
    }

    /// <inheritdoc/>
    public void Show(string text) => Change(_state.Note(_state.CurrentIndex, _time.GetUtcNow(), text));

    /// <inheritdoc/>
    public void Complain(string text)
    {
        _complaint = text;
        Change(_state.Note(_state.CurrentIndex, _time.GetUtcNow(), text, EntryKind.Error));
    }

    /// <summary>Reports that something continues despite a doubt. Any thread.</summary>
    public void Warn(string text) =>
        Post(() => Change(_state.Note(_state.CurrentIndex, _time.GetUtcNow(), text, EntryKind.Error)));

    /// <summary>Draws, if something changed. If the last frame is too recent or still being written, it draws a little later.</summary>
    public void Refresh()
    {
        if (_isSuspended || (ReferenceEquals(_state, _drawn) && _signals.Length == 0))
            return;

        var age = _time.GetElapsedTime(_drawnAt);
        if (_painter.IsBusy || age < FrameTime)
        {
            _frameTimer.Change(_painter.IsBusy ? FrameTime : FrameTime - age, Timeout.InfiniteTimeSpan);
            return;
        }

        _painter.Show(ScreenDrawing.Draw(_state), _signals);
        _signals = string.Empty;
        _drawn = _state;
        _drawnAt = _time.GetTimestamp();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var one in _owned)
            one.Dispose();
        try
        {
            _painter.FlushAsync().Wait(TimeSpan.FromSeconds(1));
        }
        finally
        {
            _device.Dispose();
        }

        if (_complaint is not null)
            _errors.WriteLine($"chat: {TerminalText.Clean(_complaint)}");
    }

    private T Own<T>(T one)
        where T : IDisposable
    {
        _owned.Add(one);
        return one;
    }

    // A new private conversation shows its history.
    private void Change(ViewState next)
    {
        var opened = next.Conversations.Count > _state.Conversations.Count ? next.Conversations[^1] : null;
        _state = next;
        if (opened is { Kind: ConversationKind.Private })
            _chat.Do(session => session.RequestLatest(opened.Name));
    }

    private void TakeMembers(string name)
    {
        if (_chat.Session.Rooms.TryGetValue(name, out var room))
            Change(_state.WithMembers(name, room.Members, room.Modes));
    }

    private void OnTick()
    {
        _state = _state with { Now = _time.GetUtcNow() };
        if (_state.Current.Kind == ConversationKind.Room && _chat.Session.Rooms.TryGetValue(_state.Current.Name, out var room)
            && room.Modes != _state.Current.Modes)
            _state = _state.WithCurrent(current => current with { Modes = room.Modes });
        MarkRead();
    }

    // What is on the screen while the user is looking counts as read.
    private void MarkRead()
    {
        var current = _state.Current;
        if (!_state.HasFocus || current.Kind == ConversationKind.Server || current.Scroll is not null)
            return;

        if (current.IndexOf(entry => entry.IsSpeech && entry.Delivery == Delivery.Done) is var last and >= 0)
            _chat.Do(session => session.MarkRead(current.Name, current.Entries[last].Time));
    }

    // Messages for us cause a notification, unless the user is known to be looking at them.
    private void Notify(Said said)
    {
        var index = _state.IndexOf(said.Conversation);
        if (said.IsOwn || index < 0 || (index == _state.CurrentIndex && _state.HasFocus && _tellsFocus))
            return;

        var conversation = _state.Conversations[index];
        if (conversation.Kind == ConversationKind.Private || conversation.Entries[^1].IsMention)
        {
            var title = conversation.Kind == ConversationKind.Private ? said.From.Nick : $"{said.From.Nick} in {conversation.Name}";
            _signals += Notification.Text(_settings, title, said.Text);
        }
    }

    // Nobody awaits it: the loop runs it in its turn.
    private void Post(Action action) => _ = _chat.Post(action).AsTask();
}
