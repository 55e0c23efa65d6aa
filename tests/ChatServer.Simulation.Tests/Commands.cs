using ChatServer.SimulationTests.Plans;

namespace ChatServer.SimulationTests;

internal static class Commands
{
    public static int Run(string[] args, TextWriter output)
    {
        var from = args.Length > 0 ? ulong.Parse(args[0]) : 1;
        var count = args.Length > 1 ? ulong.Parse(args[1]) : 1;
        var failures = 0; long events = 0; var watch = System.Diagnostics.Stopwatch.StartNew();
        for (var seed = from; seed < from + count; seed++)
        {
            var result = World.Run.Play(PlanGenerator.Create(seed), null, count == 1 ? World.Keeps.History : World.Keeps.Nothing);
            events += result.Events;
            if (result.Broken is { } broken)
            {
                failures++;
                output.WriteLine($"{seed}: {broken.Message}");
                if (count == 1) foreach (var e in result.History.Entries) output.WriteLine($"{e.Time} {e.Client} {e.Kind} {e.Text}");
            }
        }
        output.WriteLine($"{count} seeds, {events} events, {failures} failures, {watch.Elapsed}");
        return failures > 0 ? 1 : 0;
    }
}
