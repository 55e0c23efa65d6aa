using System.Runtime.InteropServices;
using System.Threading.Channels;
using ChatClient.CommandLine;
using ChatClient.Connection;
using ChatClient.Screen;
using ChatClient.Session;
using ChatServer.Protocol;

namespace ChatClient;

/// <summary>One run of the program: joins the session, the connection, the screen and what is typed.</summary>
/// <remarks>
/// Connecting -> joining the rooms -> talking -> leaving. Everything that happens, on the network, at the keyboard or by the clock,
/// is an item in one mailbox, and <see cref="RunAsync"/> takes one after the other: nothing here is touched by two threads.
/// <para>The mailbox is bounded, so a flood of messages stays in the socket; typed lines are read one at a time, when the last one
/// is on its way, so a large file is never held in memory.</para>
/// </remarks>
internal sealed partial class Chat : IDisposable
{
    private static readonly TimeSpan TickEvery = TimeSpan.FromSeconds(1);

    private readonly ChatOptions _options;
    private readonly PlainScreen _screen;
    private readonly TextReader _input;
    private readonly TimeProvider _time;
    private readonly Channel<Item> _mailbox = Channel.CreateBounded<Item>(256);
    private readonly SemaphoreSlim _lineWanted = new(0);
    private readonly CancellationTokenSource _interrupt = new();

    private IrcSession _session = null!;
    private IrcConnection _connection = null!;
    private ExitCode? _exit;

    /// <summary>A run that has not begun.</summary>
    public Chat(ChatOptions options, PlainScreen screen, TextReader input, TimeProvider time)
    {
        _options = options;
        _screen = screen;
        _input = input;
        _time = time;
    }

    private abstract record Item
    {
        public sealed record Received(IrcMessage Message) : Item;

        public sealed record Closed(string? Fault) : Item;

        public sealed record Typed(string Line) : Item;

        public sealed record InputEnded : Item;

        public sealed record Ticked : Item;
    }

    /// <summary>Runs until the user leaves or the connection ends.</summary>
    public async Task<ExitCode> RunAsync()
    {
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal);
        try
        {
            _session = new IrcSession(new SessionSettings(_options.Nick, _options.Nick, _options.Password.Read()), _time);
            var tls = _options.UseTls ? new TlsCheck(_options.TrustAnything, _screen.Complain) : null;
            _connection = await IrcConnection.ConnectAsync(_options.Host, _options.Port, tls, _interrupt.Token);
        }
        catch (IOException error)
        {
            _screen.Complain(error.Message);
            return ExitCode.Usage;
        }
        catch (ConnectionFailedException error)
        {
            _screen.Complain($"can't connect to {_options.Host} port {_options.Port}: {error.Message}");
            return ExitCode.NoConnection;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }

        await using (_connection)
            return await TalkAsync();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _interrupt.Dispose();
        _lineWanted.Dispose();
    }

    private async Task<ExitCode> TalkAsync()
    {
        Apply(_session.Start());
        _ = PumpNetworkAsync();
        _ = Task.Factory.StartNew(PumpInput, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        using var ticks = _time.CreateTimer(_ => _mailbox.Writer.TryWrite(new Item.Ticked()), null, TickEvery, TickEvery);

        var interruptible = _interrupt.Token;
        while (_exit is null)
        {
            try
            {
                Handle(await _mailbox.Reader.ReadAsync(interruptible));
            }
            catch (OperationCanceledException)
            {
                interruptible = CancellationToken.None;
                OnInterrupted();
            }
        }

        _mailbox.Writer.Complete();
        return _exit.Value;
    }

    private void Handle(Item item)
    {
        switch (item)
        {
            case Item.Received(var message):
                Apply(_session.Receive(message));
                break;
            case Item.Typed(var line):
                OnTyped(line);
                break;
            case Item.InputEnded:
                Finish(string.Empty);
                break;
            case Item.Ticked:
                OnTick();
                break;
            case Item.Closed(var fault):
                OnClosed(fault);
                break;
        }

        AskForInput();
    }

    private void Apply(SessionStep step)
    {
        foreach (var line in step.ToSend)
        {
            if (!_connection.Send(line))
                OnClosed("the server does not read what we send");
        }

        foreach (var happened in step.Events)
            On(happened);
    }

    // The first signal leaves politely. The second one is not ours any more, and ends the process.
    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = !_interrupt.IsCancellationRequested;
        _interrupt.Cancel();
    }

    private async Task PumpNetworkAsync()
    {
        string? fault = null;
        try
        {
            await foreach (var message in _connection.ReadAllAsync())
                await PostAsync(new Item.Received(message));
        }
        catch (Exception error) when (error is IOException or OperationCanceledException)
        {
            fault = error.Message;
        }

        await PostAsync(new Item.Closed(fault));
    }

    // Console input can't be awaited, so a thread of its own waits for it.
    private void PumpInput()
    {
        while (true)
        {
            _lineWanted.Wait();
            var line = _input.ReadLine();
            PostAsync(line is null ? new Item.InputEnded() : new Item.Typed(line)).AsTask().Wait();
            if (line is null)
                return;
        }
    }

    private async ValueTask PostAsync(Item item)
    {
        try
        {
            await _mailbox.Writer.WriteAsync(item);
        }
        catch (ChannelClosedException)
        {
            // The run is over, and nobody is interested any more.
        }
    }
}
