using System.Diagnostics;
using ChatServer.SimulationTests.Plans;
using ChatServer.SimulationTests.World;

namespace ChatServer.SimulationTests.Failures;

/// <summary>Looks for the smallest plan that still breaks the same promise: with fewer clients, with fewer steps, in a kinder
/// world.</summary>
/// <remarks>Delta debugging (Zeller and Hildebrandt 2002). Whatever is taken away draws the order of everything anew, so each attempt is
/// played with a few seeds.</remarks>
public sealed class Shrinker
{
    private const int SeedsForEachAttempt = 6;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Func<Mutation> _mutate;
    private readonly TimeSpan _time;
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    private Shrinker(Func<Mutation> mutate, TimeSpan time) => (_mutate, _time) = (mutate, time);

    /// <summary>Looks for a smaller plan.</summary>
    /// <param name="plan">Breaks a promise.</param>
    /// <param name="mutate">The mistake in the engine, anew for each run; null for none.</param>
    /// <param name="time">How long to look at most; null for a minute. How small the plan gets depends on the machine; that it breaks the
    /// promise does not.</param>
    /// <returns>The smallest plan found, and its run with all that went over the lines.</returns>
    public static (Plan Plan, RunResult Result) Shrink(Plan plan, Func<Mutation>? mutate = null, TimeSpan? time = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var shrinker = new Shrinker(mutate ?? (static () => Mutation.None), time ?? Patience);
        var smallest = shrinker.Shrink(plan);
        return (smallest, Run.Play(smallest, shrinker._mutate(), Keeps.Trace));
    }

    private Plan Shrink(Plan plan)
    {
        if (Run.Play(plan, _mutate()).Broken is not { } broken) return plan;
        for (var size = int.MaxValue; Size(plan) < size;)
        {
            size = Size(plan);
            plan = Smaller(plan, plan.Clients, (plan, clients) => plan with { Clients = clients }, broken.Promise);
            plan = Kinder(plan, broken.Promise);
            for (var i = 0; i < plan.Clients.Count; i++)
            {
                var index = i;
                plan = Smaller(plan, plan.Clients[i].Steps, (plan, steps) => WithSteps(plan, index, steps), broken.Promise);
            }
        }

        return plan;
    }

    private static int Size(Plan plan) => plan.Clients.Sum(client => 1 + client.Steps.Count);

    private static Plan WithSteps(Plan plan, int index, IReadOnlyList<Step> steps) =>
        plan with { Clients = [.. plan.Clients.Select((client, i) => i == index ? client with { Steps = steps } : client)] };

    /// <summary>Takes away halves, quarters and so on, as long as the promise stays broken.</summary>
    private Plan Smaller<T>(Plan plan, IReadOnlyList<T> all, Func<Plan, IReadOnlyList<T>, Plan> replace, Model.Promise promise)
    {
        for (var chunk = Math.Max(1, all.Count / 2); ; chunk /= 2)
        {
            for (var start = 0; start < all.Count && _watch.Elapsed < _time;)
            {
                var rest = all.Take(start).Concat(all.Skip(start + chunk)).ToList();
                if (Broken(replace(plan, rest), promise) is { } smaller) (plan, all) = (smaller, rest);
                else start += chunk;
            }

            if (chunk == 1) return plan;
        }
    }

    private Plan Kinder(Plan plan, Model.Promise promise)
    {
        Func<RunSettings, RunSettings>[] ways =
        [
            settings => settings with { Flood = null },
            settings => settings with { Latency = TimeSpan.Zero },
            settings => settings with { CutsBytes = false },
            settings => settings with { Sluggish = 0 },
        ];
        foreach (var way in ways)
        {
            var settings = way(plan.Settings);
            if (settings != plan.Settings && Broken(plan with { Settings = settings }, promise) is { } kinder) plan = kinder;
        }

        return plan;
    }

    /// <summary>The plan with a seed for which it breaks the promise; null when none is found.</summary>
    private Plan? Broken(Plan plan, Model.Promise promise)
    {
        for (var i = 0; i < SeedsForEachAttempt && _watch.Elapsed < _time; i++)
        {
            var attempt = plan with { Seed = plan.Seed + (ulong)i };
            if (Run.Play(attempt, _mutate()).Broken?.Promise == promise) return attempt;
        }

        return null;
    }
}
