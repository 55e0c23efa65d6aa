using System.Globalization;
using ChatServer.SimulationTests.Mutants;

namespace ChatServer.SimulationTests;

/// <summary>What the documentation says of the mistakes is what the tests do.</summary>
public sealed class MutantTableTests
{
    [Fact]
    public void The_table_in_the_documentation_is_the_table_of_the_tests()
    {
        var page = File.ReadAllLines(Path.Combine(Repository(), "docs", "testing.md"));
        var stated = page.SkipWhile(line => !line.StartsWith("| Mistake |", StringComparison.Ordinal)).Skip(2)
            .TakeWhile(line => line.StartsWith('|')).ToList();
        var expected = MutantTable.All.Select(mutant => string.Create(CultureInfo.InvariantCulture, $"| {mutant.Name} | {mutant.Promise} | {mutant.Seeds} |"));
        Assert.Equal(expected, stated);
    }

    [Fact]
    public void Every_promise_has_a_mistake_that_breaks_it()
    {
        var broken = MutantTable.All.Select(mutant => mutant.Promise);
        Assert.Empty(Enum.GetValues<Model.Promise>().Except(broken));
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ChatServer.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
