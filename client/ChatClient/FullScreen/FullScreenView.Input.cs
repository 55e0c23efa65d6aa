using ChatClient.Session;
using ChatClient.Terminal;
using ChatClient.Themes;
using ChatClient.View;
using ChatClient.View.Keys;
using ChatClient.View.Updates;

namespace ChatClient.FullScreen;

// Key strokes, and their effects.
internal sealed partial class FullScreenView
{
    // An Esc followed by nothing for this long is the key; over slow lines, sequences arrive in pieces.
    private static readonly TimeSpan EscapeTime = TimeSpan.FromMilliseconds(40);

    private readonly KeyDecoder _decoder = new();
    private readonly HashSet<string> _wantedRooms = new(StringComparer.OrdinalIgnoreCase);
    private ITimer _escapeTimer = null!;

    // The dedicated thread that waits for keys.
    private void ReadKeys()
    {
        var buffer = new byte[4096];
        while (_device.Read(buffer) is var count and > 0)
        {
            var bytes = buffer[..count];
            _chat.Post(() => OnBytes(bytes)).AsTask().Wait();
        }

        _chat.Post(() => _chat.Quit("terminal closed")).AsTask().Wait();
    }

    private void OnBytes(byte[] bytes)
    {
        Take(_decoder.Feed(bytes));
        _escapeTimer.Change(_decoder.IsWaiting ? EscapeTime : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private void OnEscapeAlone()
    {
        if (_decoder.IsWaiting)
            Take(_decoder.GiveUpWaiting());
    }

    private void Take(IReadOnlyList<TerminalInput> inputs)
    {
        foreach (var input in inputs)
        {
            _tellsFocus |= input is FocusChanged;
            var before = _state;
            var (next, effects) = _state.Apply(input);
            Change(next);
            foreach (var effect in effects)
                Carry(effect);
            if (effects.IsEmpty)
                TellTyping(before);
        }
    }

    private void Carry(ViewEffect effect)
    {
        switch (effect)
        {
            case Submit submit:
                OnSubmit(submit);
                break;
            case LoadOlder load:
                OnLoadOlder(load.Conversation);
                break;
            case React react when Current is { } current:
                _chat.Do(session => session.React(current, react.MessageId, react.Reaction));
                break;
            case TakeBack back when Current is { } current:
                _chat.Do(session => session.Redact(current, back.MessageId));
                break;
            case AnswerCertificate answer:
                _chat.Type(answer.IsTrusted ? "yes" : "no");
                break;
            case Leave:
                _chat.Quit(string.Empty);
                break;
            case Suspend:
                SuspendProcess();
                break;
            case Redraw:
                DrawAll();
                break;
        }
    }

    private void OnSubmit(Submit submit)
    {
        var isCommand = submit.Text is ['/', not '/', ..];
        if (submit.ReplyTo is { } answered && !isCommand && Current is { } current)
        {
            _chat.Do(session => session.Say(current, submit.Text, replyTo: answered));
            return;
        }

        if (isCommand)
            NoteWantedRooms(submit.Text);
        _chat.Type(submit.Text);
        if (submit.Text.Trim() == "/help")
            ShowKeys();
    }

    // A user who joins a room by hand wants to see it.
    private void NoteWantedRooms(string command)
    {
        var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2 || words[0] is not ("/join" or "/j"))
            return;

        foreach (var room in words[1].Split(','))
        {
            if (_chat.Session.Rooms.ContainsKey(room))
                Change(_state.Show(_state.IndexOf(room)));
            else
                _wantedRooms.Add(room);
        }
    }

    private void OnLoadOlder(string name)
    {
        var index = _state.IndexOf(name);
        if (index < 0)
            return;

        if (!_chat.Session.HasHistory)
            Change(_state.With(index, _state.Conversations[index] with { Older = OlderHistory.None }));
        else if (_state.Conversations[index].Entries.Find(entry => entry.IsSpeech && entry.Delivery == Delivery.Done) is { } oldest)
            _chat.Do(session => session.RequestBefore(name, oldest.Time, oldest.MessageId));
        else
            _chat.Do(session => session.RequestLatest(name));
    }

    // Others are told that we are typing, but not for a command, and not when the line was only left for another conversation.
    private void TellTyping(ViewState before)
    {
        if (_state.Current.Name != before.Current.Name || Current is not { } current)
            return;

        var text = _state.Current.Draft.Text;
        if (text == before.Current.Draft.Text)
            return;
        if (_settings.ShowsTyping && text is not ['/', ..])
            _chat.Do(session => session.Typing(current, text.Length > 0 ? TypingState.Active : TypingState.Done));
    }

    private bool CloseCurrent()
    {
        var current = _state.Current;
        _chat.Session.Forget(current.Name);
        if (current is { Kind: ConversationKind.Room, IsJoined: true })
            _chat.Type($"/part {current.Name}");
        else
            Change(_state.Close(_state.CurrentIndex));
        return true;
    }

    private bool Clear()
    {
        _chat.Session.Forget(_state.Current.Name);
        Change(_state.WithCurrent(current => current with { Entries = [], Scroll = null, SeenUpTo = null, Older = OlderHistory.Unknown }));
        return true;
    }

    private bool ChangeTheme(string name)
    {
        if (BuiltInThemes.Every.FirstOrDefault(theme => theme.Name == name) is not { } theme)
            return false;

        Change(_state with { Theme = theme });
        return true;
    }

    private bool ShowKeys()
    {
        foreach (var binding in KeyTable.All)
            Change(_state.Note(_state.CurrentIndex, _time.GetUtcNow(), $"{binding.Shown,-20} {binding.Help}"));
        return true;
    }
}
