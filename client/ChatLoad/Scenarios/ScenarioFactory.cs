using ChatLoad.Scenarios.Evenings;

namespace ChatLoad.Scenarios;

/// <summary>Which class is which scenario.</summary>
internal static class ScenarioFactory
{
    /// <summary>A scenario.</summary>
    public static Scenario Create(Bench bench) => bench.Settings.Scenario switch
    {
        ScenarioKind.Connect => new Connecting(bench),
        ScenarioKind.Churn => new Churn(bench),
        ScenarioKind.Fanout => new FanOut(bench),
        ScenarioKind.Pm => new PrivateMessages(bench),
        ScenarioKind.Evening => new Evening(bench),
        ScenarioKind.Slow => new SlowReaders(bench),
        ScenarioKind.Storm => new ReconnectStorm(bench),
        _ => throw new ArgumentOutOfRangeException(nameof(bench), bench.Settings.Scenario, null),
    };
}
