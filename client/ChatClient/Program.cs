using System.Collections.Immutable;
using System.CommandLine.Invocation;
using ChatClient;
using ChatClient.CommandLine;
using ChatClient.Configuration;
using ChatClient.FullScreen;
using ChatClient.Logging;
using ChatClient.Plain;
using ChatClient.Screen;
using ChatClient.Terminal;
using ChatClient.Themes;

var root = ChatCommandLine.Create(RunAsync);
var parsed = root.Parse(args);
if (parsed.Action is ParseErrorAction usage)
    usage.ShowHelp = false;

// Ctrl+C is ours: it leaves the server with a QUIT instead of ending the process.
return await parsed.InvokeAsync(new() { ProcessTerminationTimeout = null });

static async Task<ExitCode> RunAsync(Arguments arguments)
{
    var screen = new PlainScreen(Console.Out, Console.Error, TimeZoneInfo.Local);
    FullScreenView? fullScreen = null;
    Action<string> complain = text => (fullScreen is null ? screen.Complain : (Action<string>)fullScreen.Warn)(text);
    try
    {
        var file = arguments.Configuration ?? ChatPaths.Configuration;
        if (arguments.Setup)
            return new Setup(Console.In, Console.Out).Run(file) ? ExitCode.Ok : ExitCode.Usage;

        var configuration = file.Exists || arguments.Configuration is not null ? ConfigurationFile.Read(file) : new ChatConfiguration();
        var startup = new Startup(arguments, configuration, TerminalDevice.IsThere, complain);
        var options = startup.Read();
        fullScreen = startup.Mode == RunMode.FullScreen ? FullScreenFor(arguments, configuration) : null;
        using var givesBack = fullScreen;
        ImmutableArray<IChatObserver> observers = configuration.Log ? [new RoomLogs(configuration, complain)] : [];
        using var chat = new Chat(options, fullScreen ?? ViewFor(startup, screen), observers, TimeProvider.System);
        return await chat.RunAsync();
    }
    catch (Exception error) when (error is ConfigurationException or IOException)
    {
        screen.Complain(error.Message);
        return ExitCode.Usage;
    }
}

static FullScreenView FullScreenFor(Arguments arguments, ChatConfiguration configuration)
{
    var settings = new FullScreenSettings(BuiltInThemes.For(arguments.Theme, configuration.Theme, Environment.GetEnvironmentVariable))
    {
        RingsBell = configuration.Bell,
        Desktop = configuration.Desktop,
        Highlights = configuration.Highlights,
        ShowsTyping = configuration.ShowsTyping,
        Zone = TimeZoneInfo.Local,
    };
    return new FullScreenView(new TerminalDevice(), settings, TimeProvider.System, Console.Error);
}

static IChatView ViewFor(Startup startup, PlainScreen screen) =>
    startup.Mode switch
    {
        RunMode.Once => new ErrandView(startup.Rooms, screen, Console.In),
        RunMode.Follow =>
            new FollowView(startup.Rooms, new PlainScreen(StandardOutput.Open(), Console.Error, TimeZoneInfo.Local).Show, screen),
        RunMode.FollowAsJson => new FollowView(startup.Rooms, new EventJson(StandardOutput.Open()).Write, screen),
        _ => new PlainView(screen, Console.In),
    };
