using ChatServer.SimulationTests;

return Commands.Run(args, Console.Out);
