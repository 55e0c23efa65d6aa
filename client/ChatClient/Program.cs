using System.CommandLine;
using System.CommandLine.Invocation;
using ChatClient;
using ChatClient.CommandLine;
using ChatClient.Screen;

var root = ChatCommandLine.Create(async options =>
{
    var screen = new PlainScreen(Console.Out, Console.Error, TimeZoneInfo.Local);
    using var chat = new Chat(options, screen, Console.In, TimeProvider.System);
    return await chat.RunAsync();
});

var parsed = root.Parse(args);
if (parsed.Action is ParseErrorAction usage)
    usage.ShowHelp = false;

// Ctrl+C is ours: it leaves the server with a QUIT instead of ending the process.
return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
