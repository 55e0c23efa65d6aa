using System.Xml.Linq;
using ChatServer.SimulationTests.Failures;
using ChatServer.SimulationTests.Model;
using ChatServer.SimulationTests.Mutants;
using ChatServer.SimulationTests.Plans;
using ChatServer.SimulationTests.World;

namespace ChatServer.SimulationTests;

/// <summary>A failure is reported so that somebody can understand it.</summary>
public sealed class FailureTests
{
    private static readonly Mutant Mistake = MutantTable.All.Single(mutant => mutant.Name == "A message is delivered twice");

    [Fact]
    public void A_failure_is_made_smaller_and_still_breaks_the_same_promise()
    {
        var plan = Failing();
        var (smallest, result) = Shrinker.Shrink(plan, Mistake.Create, TimeSpan.FromMinutes(10));
        Assert.Equal(Promise.NothingSilent, result.Broken?.Promise);
        Assert.True(Size(smallest) * 4 <= Size(plan), $"{Size(plan)} steps became {Size(smallest)}.");
    }

    [Fact]
    public void Without_time_a_failure_is_reported_as_it_is()
    {
        var plan = Failing();
        var (smallest, result) = Shrinker.Shrink(plan, Mistake.Create, TimeSpan.Zero);
        Assert.Equal(plan, smallest);
        Assert.Equal(Promise.NothingSilent, result.Broken?.Promise);
    }

    [Fact]
    public void A_report_names_the_seed_and_the_promise_and_draws_what_led_there()
    {
        var plan = Failing();
        var text = FailureReport.Create(plan, Mistake.Create).ToString();
        Assert.StartsWith($"Seed {plan.Seed} breaks promise \"NothingSilent\".", text, StringComparison.Ordinal);
        Assert.Contains("heard twice", text, StringComparison.Ordinal);
        Assert.Contains($"--seed {plan.Seed}", text, StringComparison.Ordinal);
        Assert.Contains("server    client", text, StringComparison.Ordinal);
        Assert.Matches(@"\|[-+]*>\|.* PRIVMSG #", text);
    }

    [Fact]
    public void A_report_is_a_page_that_needs_nothing_else()
    {
        var folder = Directory.CreateTempSubdirectory("simulation-");
        try
        {
            var files = FailureReport.Create(Failing(), Mistake.Create).Write(folder.FullName);
            var page = File.ReadAllText(files.Single(file => file.EndsWith(".html", StringComparison.Ordinal)));
            var document = XDocument.Parse(page.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal));
            XNamespace svg = "http://www.w3.org/2000/svg";
            Assert.NotEmpty(document.Descendants(svg + "path"));
            Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("src=", page, StringComparison.OrdinalIgnoreCase);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static int Size(Plan plan) => plan.Clients.Sum(client => 1 + client.Steps.Count);

    private static Plan Failing() =>
        Enumerable.Range(1, 100).Select(seed => PlanGenerator.Create((ulong)seed))
            .First(plan => Size(plan) > 40 && Run.Play(plan, Mistake.Create()).Broken?.Promise == Promise.NothingSilent);
}
