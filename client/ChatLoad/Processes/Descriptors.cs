using System.Globalization;
using ChatLoad.Load;
using ChatLoad.Scenarios;

namespace ChatLoad.Processes;

/// <summary>Reports in advance if a process may not have as many connections as it would need.</summary>
internal static class Descriptors
{
    // What else a .NET process has open: files, pipes, epoll sets.
    private const int Others = 64;

    /// <summary>Checks the settings against the limit of this machine.</summary>
    /// <exception cref="LoadFailedException">There are too few descriptors; the message says what helps.</exception>
    public static void Check(LoadSettings settings)
    {
        var wanted = settings.ShareOf(settings.Scenario switch
        {
            ScenarioKind.Fanout or ScenarioKind.Slow => new Seating(settings).Connections,
            ScenarioKind.Pm => 2 * settings.Pairs,
            ScenarioKind.Churn => settings.Concurrent,
            _ => settings.Connections,
        });
        var limit = Limit();
        if (wanted + Others <= limit)
            return;

        var processes = (wanted * settings.Processes / (limit - Others)) + 1;
        throw new LoadFailedException(
            $"a process may have {limit} descriptors open here, and each would need {wanted} for connections: add --processes {processes}");
    }

    // The soft limit does not matter: .NET raises it to the hard one when it starts.
    private static int Limit()
    {
        var line = File.ReadLines("/proc/self/limits").FirstOrDefault(line => line.StartsWith("Max open files", StringComparison.Ordinal));
        var hard = line?.Split(' ', StringSplitOptions.RemoveEmptyEntries)[4];
        return int.TryParse(hard, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? limit : int.MaxValue;
    }
}
