using ChatServer.SimulationTests.Model;
using ChatServer.SimulationTests.Mutants;
using ChatServer.SimulationTests.Plans;
using ChatServer.SimulationTests.World;
using Xunit.Abstractions;

namespace ChatServer.SimulationTests;

/// <summary>The simulation can fail: whatever mistake people make, it is noticed.</summary>
public sealed class MutantTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names => [.. MutantTable.All.Select(mutant => mutant.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_mistake_is_found_within_the_seeds_that_the_table_states(string name)
    {
        var mutant = MutantTable.All.Single(mutant => mutant.Name == name);
        var noticed = new SortedDictionary<Promise, int>();
        for (var seed = 1; seed <= mutant.Seeds; seed++)
        {
            if (Run.Play(PlanGenerator.Create((ulong)seed), mutant.Create()).Broken is not { } broken) continue;
            noticed.TryAdd(broken.Promise, seed);
            if (broken.Promise != mutant.Promise) continue;
            output.WriteLine($"found with seed {seed}: {broken.Message}");
            return;
        }

        Assert.Fail($"{mutant.Promise} was not noticed to be broken; noticed: {string.Join(", ", noticed)}");
    }
}
