using ChatServer.Host;
using ChatServer.Host.CommandLine;
using ChatServer.Host.Configuration;
using ChatServer.Host.Lifetime;

try
{
    var arguments = CommandLineArguments.Parse(args);
    if (arguments.Help)
        Console.WriteLine(HelpText.Usage);
    else if (arguments.Version)
        Console.WriteLine($"ChatServer {HelpText.Version}");
    else if (arguments.ListSettings)
        Console.WriteLine(HelpText.Settings());
    else
        await ServerProcess.RunAsync(new SettingsSources(arguments), arguments.DevCertificate);
    return 0;
}
catch (StartException fault)
{
    foreach (var line in fault.Message.Split(Environment.NewLine))
        Console.Error.WriteLine($"ChatServer: {line}");
    return 1;
}
