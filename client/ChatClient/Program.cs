using System.Collections.Immutable;
using System.CommandLine.Invocation;
using ChatClient;
using ChatClient.CommandLine;
using ChatClient.Configuration;
using ChatClient.Logging;
using ChatClient.Plain;
using ChatClient.Screen;

var root = ChatCommandLine.Create(RunAsync);
var parsed = root.Parse(args);
if (parsed.Action is ParseErrorAction usage)
    usage.ShowHelp = false;

// Ctrl+C is ours: it leaves the server with a QUIT instead of ending the process.
return await parsed.InvokeAsync(new() { ProcessTerminationTimeout = null });

static async Task<ExitCode> RunAsync(Arguments arguments)
{
    var screen = new PlainScreen(Console.Out, Console.Error, TimeZoneInfo.Local);
    try
    {
        var file = arguments.Configuration ?? ChatPaths.Configuration;
        if (arguments.Setup)
            return new Setup(Console.In, Console.Out).Run(file) ? ExitCode.Ok : ExitCode.Usage;

        var configuration = file.Exists || arguments.Configuration is not null ? ConfigurationFile.Read(file) : new ChatConfiguration();
        var startup = new Startup(arguments, configuration, screen.Complain);
        ImmutableArray<IChatObserver> observers = configuration.Log ? [new RoomLogs(configuration, screen.Complain)] : [];
        using var chat = new Chat(startup.Read(), ViewFor(startup, screen), observers, TimeProvider.System);
        return await chat.RunAsync();
    }
    catch (Exception error) when (error is ConfigurationException or IOException)
    {
        screen.Complain(error.Message);
        return ExitCode.Usage;
    }
}

static IChatView ViewFor(Startup startup, PlainScreen screen) =>
    startup.Mode switch
    {
        RunMode.Once => new ErrandView(startup.Rooms, screen, Console.In),
        RunMode.Follow => new FollowView(startup.Rooms, screen.Show, screen),
        RunMode.FollowAsJson => new FollowView(startup.Rooms, new EventJson(Console.Out).Write, screen),
        _ => new PlainView(screen, Console.In),
    };
