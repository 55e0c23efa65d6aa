using ChatLoad.Load;
using ChatLoad.Scenarios;

namespace ChatLoad.CommandLine;

/// <summary>Settings that are each valid but not together.</summary>
internal static class Combinations
{
    /// <summary>What is wrong, for people, or null.</summary>
    public static string? Fault(LoadSettings settings)
    {
        if (settings.Scenario is ScenarioKind.Fanout or ScenarioKind.Slow)
        {
            if (settings.Senders >= settings.Members - settings.SlowReaders)
                return "--senders must be less than the members that read: somebody has to listen";
            if (settings.WaitsForAll && settings.Processes > 1)
                return "--release all works within one process only: no process hears of what another one has received";
            if (settings.Overlap > settings.Rooms || settings.Rooms * settings.Members % settings.Overlap != 0)
                return "--overlap must be at most the number of --rooms, and divide rooms times members without a rest";
            if (new Seating(settings).Connections < settings.Processes * 2)
                return "there are more --processes than the members could be divided among";
        }

        if (settings.Scenario == ScenarioKind.Pm && settings.Pairs < settings.Processes)
            return "there are fewer --pairs than --processes";
        if (settings is { Scenario: ScenarioKind.Connect, Rate: 0, Stages.IsEmpty: true })
            return "a --rate of 0 connects nobody";
        if (settings.Scenario == ScenarioKind.Connect && !settings.Stages.IsEmpty && !settings.IsOpenLoop)
            return "--stage needs a --rate to begin with, which may be 0";
        if (!settings.Stages.IsEmpty && settings.Shape(settings.Rate ?? 0, share: 1).Length == TimeSpan.Zero)
            return "the stages last no time at all";
        return null;
    }
}
