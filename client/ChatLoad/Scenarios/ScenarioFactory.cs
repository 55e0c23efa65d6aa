namespace ChatLoad.Scenarios;

/// <summary>Which class is which scenario.</summary>
internal static class ScenarioFactory
{
    /// <summary>A scenario.</summary>
    public static Scenario Create(Bench bench) => bench.Settings.Scenario switch
    {
        ScenarioKind.Fanout => new FanOut(bench),
        _ => throw new ArgumentOutOfRangeException(nameof(bench), bench.Settings.Scenario, null),
    };
}
