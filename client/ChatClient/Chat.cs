using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Threading.Channels;
using ChatClient.Commands;
using ChatClient.Session;

namespace ChatClient;

/// <summary>One run of the program: connects the session, its connections, and the view.</summary>
/// <remarks>
/// Joining the rooms -> talking -> finishing -> leaving, over as many connections as it takes. Every event, from the network, the keyboard
/// or the clock, is an action in one mailbox, and <see cref="RunAsync"/> runs them one by one: no two threads touch anything here. The
/// mailbox is bounded, so a flood of messages stays in the socket.
/// </remarks>
internal sealed partial class Chat : IChat, IDisposable
{
    private const int MostBetweenRefreshes = 64;
    private static readonly TimeSpan TickEvery = TimeSpan.FromSeconds(1);

    private readonly ChatOptions _options;
    private readonly IChatView _view;
    private readonly ImmutableArray<IChatObserver> _observers;
    private readonly TimeProvider _time;
    private readonly IrcSession _session;
    private readonly CommandTable _commands;
    private readonly Channel<Action> _mailbox = Channel.CreateBounded<Action>(256);
    private readonly CancellationTokenSource _interrupt = new();
    private ExitCode? _exit;

    /// <summary>A run that has not begun.</summary>
    /// <param name="options">What to do.</param>
    /// <param name="view">What shows it.</param>
    /// <param name="observers">Others that are told everything that happens.</param>
    /// <param name="time">The clock.</param>
    public Chat(ChatOptions options, IChatView view, ImmutableArray<IChatObserver> observers, TimeProvider time)
    {
        _options = options;
        _view = view;
        _observers = observers;
        _time = time;
        _session = new IrcSession(options.Session, time);
        _commands = new CommandTable(view.Commands);
        Ignored = new IgnoreList(options.Ignored);
    }

    /// <inheritdoc/>
    public IrcSession Session => _session;

    /// <inheritdoc/>
    public ImmutableArray<SlashCommand> Commands => _commands.All;

    /// <inheritdoc/>
    public RecentMessages Recent { get; } = new();

    /// <inheritdoc/>
    public IgnoreList Ignored { get; }

    /// <inheritdoc/>
    public string? Current
    {
        get => _view.Current;
        set => _view.Current = value;
    }

    /// <inheritdoc/>
    public bool IsSettled => _stage == Stage.Talking;

    /// <summary>Runs until the user leaves or nothing more can be done.</summary>
    public async Task<ExitCode> RunAsync()
    {
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal);
        using var ticks = _time.CreateTimer(_ => _mailbox.Writer.TryWrite(OnTick), null, TickEvery, TickEvery);

        _view.Start(this);
        Connect();
        var interruptible = _interrupt.Token;
        while (_exit is null)
        {
            try
            {
                RunWaiting(await _mailbox.Reader.ReadAsync(interruptible));
            }
            catch (OperationCanceledException)
            {
                interruptible = CancellationToken.None;
                OnInterrupted();
            }

            _view.Refresh();
        }

        _mailbox.Writer.Complete();
        await CloseAsync();
        foreach (var observer in _observers)
            observer.Finish();
        return _exit.Value;
    }

    /// <inheritdoc/>
    public void Do(Func<IrcSession, SessionStep> input) => Apply(input(_session));

    /// <inheritdoc/>
    public void Show(string text) => _view.Show(text);

    /// <inheritdoc/>
    public async ValueTask Post(Action action)
    {
        try
        {
            await _mailbox.Writer.WriteAsync(action);
        }
        catch (ChannelClosedException)
        {
            // The run is over, and nobody needs the result.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _interrupt.Dispose();

    private void RunWaiting(Action action)
    {
        action();
        for (var run = 1; run < MostBetweenRefreshes && _exit is null && _mailbox.Reader.TryRead(out var next); run++)
            next();
    }

    private void Apply(SessionStep step)
    {
        foreach (var line in step.ToSend)
            Send(line);
        foreach (var happened in step.Events)
            On(happened);
    }

    private void Raise(SessionEvent happened)
    {
        if (Ignored.Filter(happened) is not { } heard)
            return;

        Recent.Note(heard);
        foreach (var observer in _observers)
            observer.Note(heard, _session);
        _view.Show(heard);
    }

    // The first signal leaves politely. We do not handle the second one, so it ends the process.
    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = !_interrupt.IsCancellationRequested;
        _interrupt.Cancel();
    }
}
