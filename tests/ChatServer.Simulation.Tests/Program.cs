using ChatServer.SimulationTests;

if (Arguments.Parse(args) is not { } arguments)
{
    Console.Error.WriteLine(Arguments.Help);
    return 2;
}

return Exploration.Start(arguments, Console.Out);
